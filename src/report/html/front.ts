import type { CheckResult, Reading, Verdict } from "../../checks/check.ts";
import { surfaceFinding } from "../document/input.ts";
import type { ReportSource } from "../document/piece.ts";
import { checkTitle, findingSentence, unjudgedSentence, verdictName, verdictWords } from "../findings.ts";
import { frontFacts } from "../text/facts.ts";
import { provenance, READINGS_EXPLAINED, REPORT_KIND, VERDICT_MEANINGS } from "../text/legend.ts";
import { pngImage, sliceImage } from "./images.ts";
import { verdictMark } from "./mark.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

/** The head of the report: the finding, the marks of the eight checks, how the map looks, and what identifies it. */
export function front(source: ReportSource): Markup {
  const { report } = source;
  const { title = report.input.fileName, emdbId, fileName } = report.input;
  const kind = [REPORT_KIND, emdbId, title === fileName ? undefined : fileName].filter((part) => part !== undefined);
  return html`<header>
<p class="small">MapAssay · ${kind.join(" · ")}</p>
<h1>${title}</h1>
<p class="finding">${findingSentence(report, report.reading)}. ${unjudgedSentence(report, report.reading)}</p>
<ul class="hallmark">${report.checks.map((result) => stamp(result, report.reading))}</ul>
<div class="overview">${surface(source)}${facts(source)}</div>
${strip(source)}
<p class="small">${provenance(report)}</p>
</header>`;
}

/** What the marks and the two readings mean. */
export function legend(): Markup {
  const meanings = (Object.entries(VERDICT_MEANINGS) as [Verdict, string][]).map(
    ([verdict, meaning]) => html`<li><b class="${verdict}">${verdictName(verdict)}</b>: ${meaning}</li>`,
  );
  return html`<h3>How to read this report</h3>
<ul>${meanings}</ul>
<p>${READINGS_EXPLAINED}</p>`;
}

function stamp(result: CheckResult, reading: Reading): Markup {
  const words = html`<b class="${result.status[reading]}">${verdictWords(result, reading)}</b>`;
  return html`<li>${verdictMark(result, reading)}<span>${checkTitle(result.key)}</span>${words}</li>`;
}

function surface({ report, figures }: ReportSource): Markup {
  const [view] = figures.surface ?? [];
  const finding = surfaceFinding(report);
  return view ? html`<div>${pngImage(view, finding)}<p class="small">${finding}.</p></div>` : NOTHING;
}

function facts({ report }: ReportSource): Markup {
  const rows = frontFacts(report).map(([name, value, url]) => {
    return html`<dt>${name}</dt><dd>${url ? html`<a href="${url}">${value}</a>` : value}</dd>`;
  });
  return html`<div><dl>${rows}</dl>
<p class="small">SHA-256 of the file as given<br><span class="hash">${report.input.sha256}</span></p></div>`;
}

/** The slices of largest variance, Z, Y, X, as the page shows them. */
function strip({ figures }: ReportSource): Markup {
  const { indices, slices } = figures.maxVariance;
  const cells = ([2, 1, 0] as const).map((axis) => {
    const name = `${"XYZ".charAt(axis)} ${indices?.[axis] ?? ""}`.trim();
    return html`<div>${sliceImage(slices[axis], `Slice of largest variance, ${name}`)}${name}</div>`;
  });
  return html`<div class="pictures">${cells}</div>
<p class="small">Slices of largest variance.</p>`;
}
