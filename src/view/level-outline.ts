import type { SliceImage } from "./slice-image.ts";

/** The outline of a slice of zeros and ones, halfway between the two, closed where it meets the picture's edge. Allocates. */
export function maskOutline(mask: SliceImage): Float32Array {
  const width = mask.width + 2;
  const values = new Float32Array(width * (mask.height + 2));
  for (let row = 0; row < mask.height; row++) {
    values.set(mask.values.subarray(row * mask.width, (row + 1) * mask.width), (row + 1) * width + 1);
  }
  return levelOutline({ width, height: mask.height + 2, values }, 0.5).map((place) => place - 1);
}

/**
 * The outline of `value >= level` in a slice as line segments `x0, y0, x1, y1, …` in pixels, pixel centres at halves
 * (marching squares, linear interpolation; saddles are cut by the mean of the four corners). Allocates the result.
 */
export function levelOutline(slice: SliceImage, level: number): Float32Array {
  const segments: number[] = [];
  const { width, height, values } = slice;
  for (let row = 0; row + 1 < height; row++) {
    for (let column = 0; column + 1 < width; column++) {
      const at = row * width + column;
      const corners = [values[at]!, values[at + 1]!, values[at + width + 1]!, values[at + width]!] as const;
      addCell(segments, [column + 0.5, row + 0.5], { corners, level });
    }
  }
  return Float32Array.from(segments);
}

interface Cell {
  /** Map values clockwise from the top left. */
  readonly corners: readonly [number, number, number, number];
  readonly level: number;
}

/** Edges (0 top, 1 right, 2 bottom, 3 left) that a line joins, for each pattern of corners inside. */
const LINES: readonly (readonly number[])[] = [
  [],
  [3, 0],
  [0, 1],
  [3, 1],
  [1, 2],
  [3, 0, 1, 2],
  [0, 2],
  [3, 2],
  [2, 3],
  [2, 0],
  [0, 1, 2, 3],
  [2, 1],
  [1, 3],
  [1, 0],
  [0, 3],
  [],
];
/** The saddles 5 and 10 when their middle lies inside. */
const JOINED_SADDLES: Readonly<Record<number, readonly number[]>> = { 5: [3, 2, 1, 0], 10: [0, 3, 2, 1] };

function addCell(segments: number[], [x, y]: readonly [number, number], { corners, level }: Cell): void {
  const [a, b, c, d] = corners;
  const pattern = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
  if (pattern === 0 || pattern === 15) return;
  const joined = (a + b + c + d) / 4 >= level ? JOINED_SADDLES[pattern] : undefined;
  for (const edge of joined ?? LINES[pattern]!) {
    if (edge === 0) segments.push(x + crossing(a, b, level), y);
    else if (edge === 1) segments.push(x + 1, y + crossing(b, c, level));
    else if (edge === 2) segments.push(x + crossing(d, c, level), y + 1);
    else segments.push(x, y + crossing(a, d, level));
  }
}

function crossing(from: number, to: number, level: number): number {
  return (level - from) / (to - from);
}
