import { asXmippOption } from "../format/printf.ts";
import type { Grid, Triple } from "../volume/grid.ts";
import { type AxisResampling, planAxis } from "./spline-axis.ts";

/** A low-pass filter with a raised-cosine edge, in cycles per voxel: 1 below `cutoff`, 0 from `cutoff + width` on. */
export interface LowPass {
  readonly cutoff: number;
  readonly width: number;
}

/** How a map becomes the one that the local filters read, whose Nyquist frequency is the reported resolution. */
export interface ResizePlan {
  /** Voxels along each axis, an even number; 0 for a map shorter than the resolution. */
  readonly size: number;
  /** Å, half the resolution; nominal, the spacing of the scaled grid can differ from it by a part of a voxel in the box. */
  readonly voxelSize: number;
  /** `null` where the map is not made coarser. */
  readonly lowPass: LowPass | null;
  /** x, y, z. */
  readonly axes: readonly [AxisResampling, AxisResampling, AxisResampling];
}

/** Cycles per voxel, as VRS filters before it makes a map coarser. */
export const EDGE_WIDTH = 0.02;

/**
 * The resized map of VRS's local methods: a cube of 2⌊nx·voxelSize/resolution⌋ voxels, half the resolution wide, about the
 * middle voxel; the x axis alone decides on size and scale. Its steps are those of the Xmipp programs that VRS calls, with
 * their options printed to six decimals. @param resolution Å, above 0
 */
export function planResize({ box, voxelSize }: Pick<Grid, "box" | "voxelSize">, resolution: number): ResizePlan {
  const [from, to] = [voxelSize[0], resolution / 2];
  const size = resizedSize({ box, voxelSize }, resolution);
  const factor = asXmippOption(from / to);
  const axis = (length: number) => planAxis(length, { scaled: Math.trunc(length * factor), count: size });
  const lowPass = to > from ? { cutoff: asXmippOption(from / (2 * to)), width: EDGE_WIDTH } : null;
  return { size, voxelSize: to, lowPass, axes: [axis(box[0]), axis(box[1]), axis(box[2])] };
}

/** Voxels along each axis of the resized map. */
export function resizedSize({ box, voxelSize }: Pick<Grid, "box" | "voxelSize">, resolution: number): number {
  return 2 * Math.floor((box[0] * voxelSize[0]) / (resolution / 2) / 2);
}

/**
 * Where the voxels of a resized map lie. `grid` is that of the map before; the voxel size is the true spacing, the map's
 * times N/D of each axis, which differs from the nominal half resolution by up to a voxel in the box. The logical origin,
 * voxel ⌊N/2⌋ of either box, is the one point that stays: voxel 0,0,0 lies at origin + voxelSize·(⌊N/2⌋ − ⌊n/2⌋·N/D), Å.
 */
export function resizedGrid(grid: Grid, plan: ResizePlan): Grid {
  const perAxis = (place: (axis: AxisResampling, k: number) => number): Triple => {
    const [x, y, z] = plan.axes;
    return [place(x, 0), place(y, 1), place(z, 2)];
  };
  return {
    box: resizedBox(plan),
    voxelSize: perAxis(({ step }, k) => step * grid.voxelSize[k]!),
    origin: perAxis(({ first }, k) => grid.origin[k]! + first * grid.voxelSize[k]!),
  };
}

/** The cube of a resize plan. */
export function resizedBox({ size }: ResizePlan): Triple {
  return [size, size, size];
}
