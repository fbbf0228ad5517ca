import { fastEven } from "../fourier/fast-even.ts";
import type { Grid, Triple } from "../volume/grid.ts";

/** First and last voxel along an axis. */
export type Span = readonly [first: number, last: number];

/** One axis of the search: how a cut from the map becomes the grid that helices are looked for on. */
export interface HandAxis {
  /** Map voxels of the cut; the first may lie outside the map, where the cut holds the background. */
  readonly first: number;
  readonly count: number;
  /** Å of the molecule in the middle of the cut. */
  readonly extent: number;
  /** The periodic box of the cut in map voxels, a size that transforms fast; the cut begins at `offset`. */
  readonly padded: number;
  readonly offset: number;
  /** Voxels of the search grid over the same length, and their size in Å, at most 1. */
  readonly size: number;
  readonly spacing: number;
  /** Turns per index of frequency that bring the middle of the cut to the middle of the search grid. */
  readonly shift: number;
}

/** The axes x, y, z of the search, and the finest detail that the map's voxels can hold. */
export interface HandGrid {
  readonly axes: readonly [HandAxis, HandAxis, HandAxis];
  /** 1/Å. */
  readonly nyquist: number;
}

/** The largest voxel size, Å, at which helices can have a hand: two voxels span a turn, with room for the edge of the band. */
export const COARSEST_VOXEL = 2.4;

/** Å around the molecule, and the least length of a box: shells of the radial amplitude must not be empty. */
const MARGIN = 12;
const LEAST_LENGTH = 64;

/**
 * The cut about the voxels at or above the contour level. Everything is placed about its middle, so that a mirrored or
 * turned map gets the mirrored or turned grid. @param extent of those voxels, x, y, z
 */
export function planHandGrid({ voxelSize }: Pick<Grid, "voxelSize">, extent: readonly [Span, Span, Span]): HandGrid {
  const axis = (index: 0 | 1 | 2) => planAxis(extent[index], voxelSize[index]);
  return { axes: [axis(0), axis(1), axis(2)], nyquist: 1 / (2 * Math.max(...voxelSize)) };
}

function planAxis([from, to]: Span, voxelSize: number): HandAxis {
  const margin = Math.ceil(MARGIN / voxelSize);
  const extent = (to - from + 1) * voxelSize;
  const count = to - from + 1 + 2 * margin;
  const padded = fastEven(Math.max(count, Math.ceil(LEAST_LENGTH / voxelSize)));
  const length = padded * voxelSize;
  const size = fastEven(Math.ceil(length - TOLERANCE));
  const spacing = length / size;
  const offset = Math.floor((padded - count) / 2);
  const middle = (offset + (count - 1) / 2) * voxelSize;
  const shift = (middle - ((size - 1) / 2) * spacing) / length;
  return { first: from - margin, count, extent, padded, offset, size, spacing, shift };
}

/** Å; a length that is a whole number but for rounding takes no further voxel. */
const TOLERANCE = 1e-6;

/** The box of the cut, padded, in map voxels. */
export function cutBox({ axes: [x, y, z] }: HandGrid): Triple {
  return [x.padded, y.padded, z.padded];
}

/** The box of the search grid. */
export function searchBox({ axes: [x, y, z] }: HandGrid): Triple {
  return [x.size, y.size, z.size];
}

/** Å per voxel of the search grid. */
export function searchSpacing({ axes: [x, y, z] }: HandGrid): Triple {
  return [x.spacing, y.spacing, z.spacing];
}

/** A place on the search grid (Å from its voxel 0) in voxels of the map, from 0. */
export function mapPosition({ axes }: HandGrid, position: Triple, voxelSize: Triple): Triple {
  const along = (axis: 0 | 1 | 2) => {
    const { first, count, size, spacing } = axes[axis];
    return first + (count - 1) / 2 + (position[axis] - ((size - 1) / 2) * spacing) / voxelSize[axis];
  };
  return [along(0), along(1), along(2)];
}
