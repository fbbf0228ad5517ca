import { fastEven } from "../fourier/fast-even.ts";
import { cos } from "../math/elementary.ts";
import { eachAxis, type Grid, type Triple } from "../volume/grid.ts";
import { GRID_RATE, gridBox } from "./bands.ts";

/** Å around the mask's extent. */
const MARGIN = 16;
/** Å over which values fade at the region's faces. */
const TAPER = 6;
/** Å from the region's faces that count as background. */
const RIM = 10;

/** First and last voxel of a mask along an axis. */
export type Span = readonly [first: number, last: number];

/** The part of a map in which local energies are measured, and the coarser grid on which they are kept. x, y, z. */
export interface EnergyRegion {
  /** The region's first voxel in the map; may lie before it. */
  readonly start: Triple;
  /** Voxels; the region may reach beyond the map. */
  readonly box: Triple;
  /** Edges, Å. */
  readonly lengths: Triple;
  /** Points of the coarser grid; point 0,0,0 is voxel 0,0,0 of the region. */
  readonly grid: Triple;
}

/** The extent of a mask with 16 Å around it, widened to sizes that transform fast. */
export function planRegion(extent: readonly [Span, Span, Span], { voxelSize }: Pick<Grid, "voxelSize">): EnergyRegion {
  const axes = extent.map((span, axis) => regionAxis(span, voxelSize[axis]!));
  const box = eachAxis((k) => axes[k]!.size);
  const lengths = eachAxis((k) => box[k] * voxelSize[k]);
  return { start: eachAxis((k) => axes[k]!.start), box, lengths, grid: gridBox(lengths, GRID_RATE) };
}

/** Å between points of the coarser grid. */
export function spacingOf({ grid, lengths }: EnergyRegion): Triple {
  return eachAxis((k) => lengths[k] / grid[k]);
}

function regionAxis([first, last]: Span, voxel: number): { readonly start: number; readonly size: number } {
  const size = fastEven(last - first + 1 + 2 * Math.ceil(MARGIN / voxel));
  return { start: Math.floor((first + last + 1 - size) / 2), size };
}

/** Factors that take values to 0 at the faces of a region: a raised cosine over 6 Å. Allocates `size` factors. */
export function edgeTaper(size: number, voxel: number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => {
    const depth = (Math.min(i, size - 1 - i) + 0.5) * voxel;
    return 0.5 - 0.5 * cos(Math.PI * Math.min(depth / TAPER, 1));
  });
}

/** One axis of the coarser grid beside the map. */
export interface GridAxis {
  /** The nearest voxel of the map to each point, or −1 where the map has none. */
  readonly voxels: Int32Array;
  /** 1 where the point lies at least 10 Å from the region's faces. */
  readonly clear: Uint8Array;
}

/** Where the points of the coarser grid lie. @param mapSize voxels of the map along the axis. Allocates. */
export function placeGrid(region: EnergyRegion, axis: 0 | 1 | 2, mapSize: number): GridAxis {
  const [points, size, start] = [region.grid[axis], region.box[axis], region.start[axis]];
  const voxel = region.lengths[axis] / size;
  const position = (i: number) => i * (size / points);
  const voxels = Int32Array.from({ length: points }, (_, i) => {
    const at = Math.floor(position(i) + 0.5) + start;
    return at >= 0 && at < mapSize ? at : -1;
  });
  const depth = (i: number) => Math.min(position(i), size - position(i)) * voxel;
  return { voxels, clear: Uint8Array.from({ length: points }, (_, i) => Number(depth(i) >= RIM)) };
}
