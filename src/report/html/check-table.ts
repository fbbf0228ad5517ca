import type { CheckResult, Reading } from "../../checks/check.ts";
import { READINGS } from "../../checks/check.ts";
import { sectionName, sectionNumber } from "../document/check.ts";
import { checkDetail, checkTitle, verdictWords } from "../findings.ts";
import type { Report } from "../report.ts";
import { verdictMark } from "./mark.ts";
import { html, type Markup } from "./markup.ts";

const CAPTION = "Every check with its verdict and number in both readings";

/** Every check with its mark, its section, and verdict and number in both readings. */
export function checkTable({ checks, reading }: Report): Markup {
  return html`<div class="table" role="region" aria-label="${CAPTION}" tabindex="0"><table>
<caption>${CAPTION}</caption>
<thead><tr><th scope="col">Check</th><th scope="col">Section</th><th scope="col">Corrected</th><th scope="col">VRS</th></tr></thead>
<tbody>${checks.map((result) => row(result, reading))}</tbody>
</table></div>`;
}

function row(result: CheckResult, reading: Reading): Markup {
  return html`<tr>
<th scope="row" class="name">${verdictMark(result, reading)}<b>${result.id}</b> ${checkTitle(result.key)}</th>
<td><a href="#${sectionName(result)}">${sectionNumber(result)}</a></td>
${READINGS.map((each) => verdictCell(result, each))}
</tr>`;
}

function verdictCell(result: CheckResult, reading: Reading): Markup {
  const words = html`<b class="${result.status[reading]}">${verdictWords(result, reading)}</b>`;
  return html`<td>${words} <span class="detail">${checkDetail(result, reading)}</span></td>`;
}
