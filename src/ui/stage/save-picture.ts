import { paintElement } from "../../view/paint-element.ts";
import { save } from "../actions/export-report.ts";

/** Marks the element that holds surface and slices. */
export const PICTURED = "data-pictured";

/** Hands the panes of the stage to the browser as a picture, as they are seen, in the pixels of the device or twice those of the page. */
export async function savePicture(fileName: string): Promise<void> {
  const panes = document.querySelector(`[${PICTURED}]`);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!panes || !context) return;
  const { x, y, width, height } = panes.getBoundingClientRect();
  const scale = Math.max(2, window.devicePixelRatio);
  canvas.width = Math.round(scale * width);
  canvas.height = Math.round(scale * height);
  paintElement(panes, { context, origin: { x, y }, scale });
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (picture) save(picture, fileName);
}
