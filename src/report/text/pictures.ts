import type { Triple } from "../../core/volume/grid.ts";

/** What stands under the three views of the isosurface. */
export const VIEW_LABELS: readonly string[] = ["(a) View 1", "(b) View 2", "(c) View 3"];

/** What stands under three slices, "(a) X slice 32", or under projections. */
export function sliceLabels(indices: Triple | null): string[] {
  return ["X", "Y", "Z"].map((axis, k) => {
    return `(${"abc".charAt(k)}) ${axis} ${indices ? `slice ${indices[k]}` : "projection"}`;
  });
}

/** The line in place of a picture that does not exist. */
export function missingPicture(caption: string): string {
  return `No picture: ${caption.split(".")[0]!.toLowerCase()} was not drawn.`;
}
