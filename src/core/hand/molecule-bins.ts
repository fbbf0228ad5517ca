import type { Grid, Triple } from "../volume/grid.ts";

/** An axis of the map in bins of an odd number of voxels, with as much of them over at one end as at the other. */
export interface BinAxis {
  /** Voxels a bin. */
  readonly width: number;
  readonly count: number;
  /** Voxel x lies in bin ⌊(x + over) / width⌋. */
  readonly over: number;
}

export type BinGrid = readonly [x: BinAxis, y: BinAxis, z: BinAxis];

/** Å, about: wide enough that noise averages out, narrow enough to follow the molecule. */
const BIN = 7;
/** Bins of the molecule hold this share of what the fullest holds, or more, after smoothing. */
const LEAST_SHARE = 0.25;

/** Bins that a mirrored or turned map shares: odd widths fit any box with the same rest at both ends. */
export function planBins({ box, voxelSize }: Pick<Grid, "box" | "voxelSize">): BinGrid {
  const axis = (index: 0 | 1 | 2) => planAxis(box[index], voxelSize[index]);
  return [axis(0), axis(1), axis(2)];
}

function planAxis(size: number, voxelSize: number): BinAxis {
  const width = 2 * Math.floor(BIN / (2 * voxelSize)) + 1;
  const least = Math.ceil(size / width);
  const count = least + ((least * width - size) % 2);
  return { width, count, over: (count * width - size) / 2 };
}

/** Bins along x, y, z. */
export function binBox([x, y, z]: BinGrid): Triple {
  return [x.count, y.count, z.count];
}

/**
 * Which bins belong to the molecule, 1 or 0: those where the voxels at or above the contour level are dense, by counts
 * smoothed with (1, 2, 1) along each axis, and their neighbours. Voxels of noise above the level are thin everywhere and make
 * no molecule. Whole numbers, so that the order of the axes does not matter. @param counts by bin, x fastest; overwritten.
 * Allocates.
 */
export function moleculeBins(counts: Uint32Array, box: Triple): Uint8Array {
  for (const axis of [0, 1, 2] as const) overLines(counts, { box, axis }, (a, b, c) => a + 2 * b + c);
  let most = 0;
  for (const count of counts) most = Math.max(most, count);
  const bins = Uint8Array.from(counts, (count) => (count > 0 && count >= LEAST_SHARE * most ? 1 : 0));
  for (const axis of [0, 1, 2] as const) overLines(bins, { box, axis }, (a, b, c) => a | b | c);
  return bins;
}

/** Replaces each value by what it makes with those before and after it along an axis, 0 beyond the ends; in place. */
function overLines(
  values: Uint32Array | Uint8Array,
  { box, axis }: { box: Triple; axis: 0 | 1 | 2 },
  combine: (before: number, here: number, after: number) => number,
): void {
  const stride = [1, box[0], box[0] * box[1]][axis]!;
  const length = box[axis] * stride;
  for (let block = 0; block < values.length; block += length) {
    for (let start = block; start < block + stride; start++) {
      let before = 0;
      for (let at = start; at < start + length; at += stride) {
        const here = values[at]!;
        values[at] = combine(before, here, at + stride < start + length ? values[at + stride]! : 0);
        before = here;
      }
    }
  }
}
