import type { ValueInterval } from "../core/volume/voxels-within.ts";
import type { SliceImage } from "./slice-image.ts";

/** The pixels of a slice whose value lies in the interval, 1 or 0 a pixel; a value that is none (NaN) lies in no interval. Allocates. */
export function markedSlice(slice: SliceImage, { from, to }: ValueInterval): SliceImage {
  const values = slice.values.map((value) => (value >= from && value < to ? 1 : 0));
  return { width: slice.width, height: slice.height, values };
}
