import type { Triple } from "../../../core/volume/grid.ts";
import type { SliceFigure } from "../../figures.ts";
import { pictureRow } from "../blocks/figure.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Block } from "../layout/block.ts";
import { slicePictures } from "../pictures.ts";
import type { Sheet } from "../sheet.ts";

/** How the pictures lie, for captions. */
export const ORIENTATION =
  "X: y to the right, z up. Y: z to the right, x down. Z: x to the right, y up. Each picture has its own grey scale, black at its least value and white at its largest.";

export interface SliceFigureText {
  /** Also names the pictures in the file. */
  readonly name: string;
  readonly caption: string;
}

/** Three slices or projections with a caption, or a line that says that they are missing. */
export function sliceFigure(sheet: Sheet, figure: SliceFigure | undefined, { name, caption }: SliceFigureText): Block {
  if (!figure) return paragraph(sheet, `No picture: ${caption.split(".")[0]!.toLowerCase()} was not drawn.`);
  return pictureRow(sheet, { pictures: slicePictures(name, figure), labels: sliceLabels(figure.indices), caption });
}

function sliceLabels(indices: Triple | null): string[] {
  return ["X", "Y", "Z"].map((axis, k) => {
    return `(${"abc".charAt(k)}) ${axis} ${indices ? `slice ${indices[k]}` : "projection"}`;
  });
}
