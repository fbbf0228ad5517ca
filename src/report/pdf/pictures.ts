import { drawGreySlice } from "../drawing/grey.ts";
import { encodeGreyPng, encodeRgbPng } from "../drawing/png.ts";
import type { FigureSlice, RgbImage, SliceFigure } from "../figures.ts";
import type { Sheet } from "./sheet.ts";

/** A picture as the PDF embeds it. */
export interface Picture {
  /** Same name, same picture: the PDF holds it once. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

/** The three slices of a figure in the grey of the report, in the order x, y, z. */
export function slicePictures(name: string, figure: SliceFigure): Picture[] {
  return figure.slices.map((slice, axis) => greyPicture(`${name}-${"xyz".charAt(axis)}`, slice));
}

/** The views of the isosurface; empty where it was not drawn. */
export function surfacePictures(name: string, views: readonly RgbImage[] = []): Picture[] {
  return views.map((image, i) => rgbPicture(`${name}-${i + 1}`, image));
}

/** Draws a picture into a frame of the page; points. */
export function drawPicture(
  sheet: Sheet,
  picture: Picture,
  frame: { x: number; y: number; width: number; height: number },
): void {
  sheet.doc.addImage(picture.png, "PNG", frame.x, frame.y, frame.width, frame.height, picture.name, "FAST");
}

function greyPicture(name: string, slice: FigureSlice): Picture {
  return { name, width: slice.width, height: slice.height, png: encodeGreyPng(drawGreySlice(slice), "stored") };
}

function rgbPicture(name: string, image: RgbImage): Picture {
  return { name, width: image.width, height: image.height, png: encodeRgbPng(image, "stored") };
}
