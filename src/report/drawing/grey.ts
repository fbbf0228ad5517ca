import type { FigureSlice } from "../figures.ts";

/** A picture of one byte a pixel, 0 black, rows from the top. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/**
 * A slice from black at its minimum to white at its maximum: ⌊255·(v − min)/(max − min)⌋, as VRS scales its figures;
 * a constant slice is black, and so are values that are no numbers. Allocates; the slice is only read.
 */
export function drawGreySlice({ width, height, values }: FigureSlice): GreyImage {
  const { min, max } = extent(values);
  const range = max - min;
  const grey = new Uint8Array(values.length);
  // A NaN becomes 0 in a byte array.
  if (range > 0) for (let i = 0; i < grey.length; i++) grey[i] = Math.floor(((values[i]! - min) / range) * 255);
  return { width, height, grey };
}

function extent(values: Float32Array): { min: number; max: number } {
  let min = Infinity;
  let max = -Infinity;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}
