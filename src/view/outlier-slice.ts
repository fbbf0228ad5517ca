import type { SliceImage } from "./slice-image.ts";

/** Which map values count as outliers: those farther than `reach` from `centre`. */
export interface OutlierRule {
  readonly centre: number;
  readonly reach: number;
}

/** The outliers of a slice outside a mask of the same shape, 1 or 0 a pixel. Allocates. */
export function outlierSlice(slice: SliceImage, mask: SliceImage, { centre, reach }: OutlierRule): SliceImage {
  const values = slice.values.map((value, i) => (mask.values[i] === 0 && Math.abs(value - centre) > reach ? 1 : 0));
  return { width: slice.width, height: slice.height, values };
}
