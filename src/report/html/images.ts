import { encodeBase64 } from "../base64.ts";
import { drawGreySlice } from "../drawing/grey.ts";
import { encodeGreyPng, encodeRgbPng } from "../drawing/png.ts";
import type { FigureSlice, RgbImage } from "../figures.ts";
import { html, type Markup } from "./markup.ts";

/** A slice in the grey of the report, as an image that carries its own bytes. */
export function sliceImage(slice: FigureSlice, alt: string): Markup {
  return image(encodeGreyPng(drawGreySlice(slice)), slice, alt);
}

/** A colour picture, as {@link sliceImage}. */
export function rgbImage(picture: RgbImage, alt: string): Markup {
  return image(encodeRgbPng(picture), picture, alt);
}

function image(png: Uint8Array, { width, height }: { width: number; height: number }, alt: string): Markup {
  return html`<img src="data:image/png;base64,${encodeBase64(png)}" width="${width}" height="${height}" alt="${alt}">`;
}
