import type { Triple } from "../src/core/volume/grid.ts";

/**
 * The components of a map as runs of voxels along x, in one block of uint32: ny·nz + 1 words that give each row's first run
 * (row = z·ny + y, the last the number of runs), then a word a run, x of its first voxel | x of its last << 16, then a word
 * a run with its component's rank. Rank 1 is the component of most voxels; among equals the first in raster order leads.
 */
export interface ComponentRuns {
  readonly rows: Uint32Array;
  readonly runs: Uint32Array;
  readonly ranks: Uint32Array;
}

/** Words that the runs of a box take. */
export function componentWords([, ny, nz]: Triple, runCount: number): number {
  return ny * nz + 1 + 2 * runCount;
}

/** Views of a block, no copy. */
export function componentRunsOf(words: Uint32Array, [, ny, nz]: Triple): ComponentRuns {
  const rowWords = ny * nz + 1;
  const runCount = (words.length - rowWords) / 2;
  return {
    rows: words.subarray(0, rowWords),
    runs: words.subarray(rowWords, rowWords + runCount),
    ranks: words.subarray(rowWords + runCount, rowWords + 2 * runCount),
  };
}

/** The rank of each label, label 1 first, from the voxels of each component. Allocates. */
export function ranksOf(sizes: Uint32Array): Uint32Array {
  const order = Uint32Array.from(sizes, (_, i) => i).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const ranks = new Uint32Array(sizes.length);
  order.forEach((label, i) => {
    ranks[label] = i + 1;
  });
  return ranks;
}

/** The rank at a voxel, 0 outside every component. */
export function rankAt({ rows, runs, ranks }: ComponentRuns, row: number, x: number): number {
  let [low, high] = [rows[row]!, rows[row + 1]!];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle]! >>> 16 < x) low = middle + 1;
    else high = middle;
  }
  return low < rows[row + 1]! && (runs[low]! & 0xffff) <= x ? ranks[low]! : 0;
}
