import { formatLevel } from "../../../core/format/numbers.ts";
import { INK, INK_2, ON_MARK, STAGE } from "../../colours.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Picture } from "../pictures.ts";
import { drawPicture, slicePictures, surfacePictures } from "../pictures.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import type { Content } from "./content.ts";

const CAPTION: TextStyle = { face: "regular", size: 8.8, colour: INK_2 };
const TAG: TextStyle = { face: "medium", size: 8, colour: ON_MARK };
const SURFACE_HEIGHT = 226;
/** As high as three square slices side by side are wide. */
const STRIP_HEIGHT = 158;
const GAP = 9;

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The first view of the isosurface. Returns where its caption ends. */
export function drawSurface({ sheet, report, figures }: Content, { y, width }: { y: number; width: number }): number {
  const [picture] = surfacePictures("surface", figures.surface);
  const frame = { x: MARGIN, y, width, height: SURFACE_HEIGHT };
  if (picture) drawInside(sheet, picture, frame);
  else sheet.doc.setFillColor(STAGE).rect(frame.x, frame.y, frame.width, frame.height, "F");
  const level = formatLevel(report.input.contourLevel);
  const caption = picture ? `Isosurface at level ${level}.` : `No surface was drawn at level ${level}.`;
  const end = y + SURFACE_HEIGHT + 12;
  sheet.write(caption, { x: MARGIN, baseline: end }, CAPTION);
  return end;
}

/** The slices of largest variance, Z, Y, X, as the page shows them. */
export function drawSliceStrip({ sheet, figures }: Content, y: number): void {
  const pictures = slicePictures("maxVariance", figures.maxVariance);
  const width = (CONTENT_WIDTH - 2 * GAP) / 3;
  for (const [i, axis] of [2, 1, 0].entries()) {
    const frame = { x: MARGIN + i * (width + GAP), y, width, height: STRIP_HEIGHT };
    drawInside(sheet, pictures[axis]!, frame, "left");
    drawTag(sheet, `${"XYZ".charAt(axis)} ${figures.maxVariance.indices?.[axis] ?? ""}`.trim(), frame);
  }
  sheet.write("Slices of largest variance.", { x: MARGIN, baseline: y + STRIP_HEIGHT + 12 }, CAPTION);
}

/** As large as the frame allows, in its middle or at its left. */
function drawInside(sheet: Sheet, picture: Picture, frame: Frame, place: "middle" | "left" = "middle"): void {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const x = place === "left" ? frame.x : frame.x + (frame.width - width) / 2;
  drawPicture(sheet, picture, { x, y: frame.y + (frame.height - height) / 2, width, height });
}

function drawTag(sheet: Sheet, text: string, { x, y }: Frame): void {
  sheet.doc.setFillColor(INK).rect(x + 4, y + 4, sheet.width(text, TAG) + 9, 14, "F");
  sheet.write(text, { x: x + 8.5, baseline: y + 14 }, TAG);
}
