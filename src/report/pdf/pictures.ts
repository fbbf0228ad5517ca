import { drawGreySlice } from "../drawing/grey.ts";
import { encodeGreyPng } from "../drawing/png.ts";
import type { PngImage, SliceFigure } from "../figures.ts";
import type { Sheet } from "./sheet.ts";

/** A picture as the PDF embeds it. */
export interface Picture extends PngImage {
  /** Same name, same picture: the PDF holds it once. */
  readonly name: string;
}

/** The three slices of a figure in the grey of the report, in the order x, y, z. */
export function slicePictures(name: string, figure: SliceFigure): Picture[] {
  return figure.slices.map((slice, axis) => ({
    name: `${name}-${"xyz".charAt(axis)}`,
    ...encodeGreyPng(drawGreySlice(slice)),
  }));
}

/** The views of a surface; empty where it was not drawn. */
export function surfacePictures(name: string, views: readonly PngImage[] = []): Picture[] {
  return views.map((image, i) => ({ name: `${name}-${i + 1}`, ...image }));
}

/** Draws a picture into a frame of the page; points. */
export function drawPicture(
  sheet: Sheet,
  picture: Picture,
  frame: { x: number; y: number; width: number; height: number },
): void {
  sheet.doc.addImage(picture.png, "PNG", frame.x, frame.y, frame.width, frame.height, picture.name);
}
