import { EDGE, INK_2 } from "../../colours.ts";
import type { ColourKey } from "../../document/piece.ts";
import { paintValues } from "../../drawing/ramp.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Sheet, TextStyle } from "../sheet.ts";

/** Room that the key takes, with the space above it. */
export const KEY_HEIGHT = 16;
const TEXT: TextStyle = { face: "regular", size: 8.2, colour: INK_2 };
const BAR = { top: 5, height: 7 };
const GAP = 7;
const STEPS = 120;

/** The ramp of a coloured surface between what its ends stand for, across the page. */
export function drawKey(sheet: Sheet, { low, high }: ColourKey, y: number): void {
  const left = MARGIN + sheet.width(low, TEXT) + GAP;
  const right = MARGIN + CONTENT_WIDTH - sheet.width(high, TEXT) - GAP;
  const step = (right - left) / STEPS;
  const baseline = y + BAR.top + BAR.height - 0.8;
  sheet.write(low, { x: MARGIN, baseline }, TEXT);
  sheet.write(high, { x: MARGIN + CONTENT_WIDTH, baseline }, { ...TEXT, align: "right" });
  const colours = paintValues(
    Float32Array.from({ length: STEPS }, (_, i) => i),
    [0, STEPS - 1],
  );
  for (let i = 0; i < STEPS; i++) {
    sheet.doc.setFillColor(colours[3 * i]!, colours[3 * i + 1]!, colours[3 * i + 2]!);
    // A little wider than a step, or hairlines show between them; the last one keeps inside the frame.
    sheet.doc.rect(left + i * step, y + BAR.top, i === STEPS - 1 ? step : 1.3 * step, BAR.height, "F");
  }
  sheet.doc.setDrawColor(EDGE).setLineWidth(0.4);
  sheet.doc.rect(left, y + BAR.top, right - left, BAR.height, "S");
}
