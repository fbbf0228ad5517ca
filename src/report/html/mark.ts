import type { CheckResult, Reading } from "../../checks/check.ts";
import { verdictName } from "../findings.ts";
import { DIAMOND, OCTAGON } from "../mark-shapes.ts";
import { html, type Markup } from "./markup.ts";

/** The stamp of a verdict with the letter of its check, as the page and the PDF have it. */
export function verdictMark(result: CheckResult, reading: Reading): Markup {
  const verdict = result.status[reading];
  const letter = result.id.slice(2);
  const hollow = verdict === "notApplicable" || verdict === "informative";
  return html`<svg class="mark ${verdict}${hollow ? " hollow" : ""}" viewBox="-1 -1 22 22" role="img" aria-label="${letter}: ${verdictName(verdict)}">${outline(verdict)}<text x="10" y="13.9" text-anchor="middle">${letter}</text></svg>`;
}

function outline(verdict: CheckResult["status"]["vrs"]): Markup {
  if (verdict === "ok") return html`<circle cx="10" cy="10" r="9"/>`;
  if (verdict === "notApplicable") return html`<circle cx="10" cy="10" r="8.4"/>`;
  if (verdict === "informative") return html`<rect x="2" y="2" width="16" height="16"/>`;
  const corners = verdict === "warning" ? DIAMOND : OCTAGON;
  return html`<polygon points="${corners.map((corner) => corner.join(",")).join(" ")}"/>`;
}
