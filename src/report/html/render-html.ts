import type { ReportSource } from "../document/piece.ts";
import { writeDocument } from "../document/write-document.ts";
import { REPORT_ELEMENT } from "../embedding.ts";
import { renderJson } from "../render-json.ts";
import type { Report } from "../report.ts";
import { REPORT_KIND } from "../text/legend.ts";
import { front } from "./front.ts";
import { html, scriptData } from "./markup.ts";
import { type Setting, setPiece } from "./set-pieces.ts";
import { STYLE } from "./style.ts";

/** Nothing but what the file itself carries: a reader's browser asks nobody for anything. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * The report as one HTML file: readable without script, with every picture and plot inside, and the report's JSON in
 * `<script type="application/json" id="report">`. Equal reports and figures give equal text in Node and in browsers.
 * Allocates the text; reads its arguments only. Needs neither a page nor a clock.
 */
export function renderHtml(source: ReportSource): string {
  const { report } = source;
  const parts = writeDocument(source);
  const setting: Setting = { under: "part" };
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="MapAssay ${report.software.version}">
<title>${report.input.title ?? report.input.fileName} · ${REPORT_KIND}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
${front(source)}
<main>
${parts.map(({ pieces }) => html`<section class="part">\n${pieces.map((piece) => setPiece(source, piece, setting))}\n</section>`)}
</main>
<footer class="foot">${foot(report)}</footer>
<script type="application/json" id="${REPORT_ELEMENT}">${scriptData(renderJson(report))}</script>
</body>
</html>
`;
  return page.html;
}

function foot({ input, reading, software }: Report): string {
  const shown = reading === "vrs" ? "VRS reading" : "corrected reading";
  return `${input.fileName} · SHA-256 ${input.sha256} · ${shown} · MapAssay ${software.version}`;
}
