import type { jsPDF } from "jspdf";
import type { Verdict } from "../../../checks/check.ts";
import { ON_MARK, verdictColour } from "../../colours.ts";
import { DIAMOND, OCTAGON } from "../../mark-shapes.ts";
import type { Sheet } from "../sheet.ts";

interface MarkPlace {
  readonly x: number;
  readonly y: number;
  /** Width and height in points. */
  readonly size: number;
  /** The check's letter. */
  readonly letter: string;
}

/**
 * The stamp of a verdict: filled circle OK, filled diamond Warning, filled octagon Could not be measured; hollow circle
 * Does not apply, hollow square For information. The shape carries the verdict, the letter the check.
 */
export function drawMark(sheet: Sheet, verdict: Verdict, place: MarkPlace): void {
  const { doc } = sheet;
  const colour = verdictColour(verdict);
  doc
    .setDrawColor(colour)
    .setFillColor(colour)
    .setLineWidth((1.2 * place.size) / 20);
  drawOutline(doc, verdict, place);
  const hollow = verdict === "notApplicable" || verdict === "informative";
  const style = { face: "bold", size: 0.58 * place.size, colour: hollow ? colour : ON_MARK, align: "center" } as const;
  sheet.write(place.letter, { x: place.x + place.size / 2, baseline: place.y + 0.695 * place.size }, style);
}

function drawOutline(doc: jsPDF, verdict: Verdict, { x, y, size }: MarkPlace): void {
  const unit = size / 20;
  const centre = [x + 10 * unit, y + 10 * unit] as const;
  if (verdict === "ok") doc.circle(...centre, 9 * unit, "F");
  else if (verdict === "notApplicable") doc.circle(...centre, 8.4 * unit, "S");
  else if (verdict === "informative") doc.rect(x + 2 * unit, y + 2 * unit, 16 * unit, 16 * unit, "S");
  else
    drawPolygon(
      doc,
      (verdict === "warning" ? DIAMOND : OCTAGON).map(([px, py]) => [x + px * unit, y + py * unit]),
    );
}

function drawPolygon(doc: jsPDF, corners: readonly (readonly number[])[]): void {
  const [[x0 = 0, y0 = 0] = []] = corners;
  const steps = corners.slice(1).map(([x = 0, y = 0], i) => [x - corners[i]![0]!, y - corners[i]![1]!]);
  doc.lines(steps, x0, y0, [1, 1], "F", true);
}
