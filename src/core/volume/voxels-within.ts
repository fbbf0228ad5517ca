import type { Triple } from "./grid.ts";

/** Values from `from` up to, but not including, `to`: a bin of a histogram. */
export interface ValueInterval {
  readonly from: number;
  readonly to: number;
}

/** Voxels by their indices, and how many there were to choose from. */
export interface FoundVoxels {
  /** x, y, z in voxel indices of the box, one after the other; the caller's. */
  readonly places: Float32Array<ArrayBuffer>;
  /** Of the whole box, also where fewer are listed. */
  readonly count: number;
}

interface Searched {
  readonly box: Triple;
  /** x fastest. */
  readonly voxels: Float32Array;
  /** Where it is given, only voxels where it is 1 count. */
  readonly mask?: Uint8Array;
}

/** 2³² divided by the golden ratio: its multiples, modulo 2³², are spread evenly. */
const GOLDEN = 0x9e3779b9;

/**
 * The voxels whose value lies in an interval, in the order of the box: all of them, or about `most` if there are more,
 * chosen by their index alone and spread evenly over the box. For display: no result is measured on them. A value that is
 * none (NaN) lies in no interval.
 */
export function voxelsWithin(searched: Searched, { from, to }: ValueInterval, most: number): FoundVoxels {
  const { box, voxels, mask } = searched;
  const lies = (i: number) => voxels[i]! >= from && voxels[i]! < to && (mask === undefined || mask[i] === 1);
  let count = 0;
  for (let i = 0; i < voxels.length; i++) if (lies(i)) count++;
  const least = count > most ? (most / count) * 2 ** 32 : 2 ** 32;
  const places: number[] = [];
  for (let i = 0; i < voxels.length; i++) {
    if (!lies(i) || Math.imul(i, GOLDEN) >>> 0 >= least) continue;
    const row = Math.floor(i / box[0]);
    places.push(i % box[0], row % box[1], Math.floor(row / box[1]));
  }
  return { places: Float32Array.from(places), count };
}
