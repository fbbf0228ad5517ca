import { encodeBase64 } from "../base64.ts";
import { drawGreySlice } from "../drawing/grey.ts";
import { encodeGreyPng } from "../drawing/png.ts";
import type { FigureSlice, PngImage } from "../figures.ts";
import { html, type Markup } from "./markup.ts";

/** A slice in the grey of the report, as an image that carries its own bytes. */
export function sliceImage(slice: FigureSlice, alt: string): Markup {
  return pngImage(encodeGreyPng(drawGreySlice(slice)), alt);
}

/** A picture, as {@link sliceImage}. */
export function pngImage({ width, height, png }: PngImage, alt: string): Markup {
  return html`<img src="data:image/png;base64,${encodeBase64(png)}" width="${width}" height="${height}" alt="${alt}">`;
}
