import { plus } from "./direction.ts";
import { acrossAxis, type HelixAxis } from "./helix-axis.ts";
import { type Sampler, valueAt } from "./sampling.ts";
import { circle, heights } from "./waves.ts";

/** Å: the circles about an axis, and their heights along it. */
const RADII = [0.8, 1.6, 2.4, 3.4, 4.6, 6, 8, 10] as const;
export const CYLINDER_HEIGHTS = heights(10, 1.5);
const AZIMUTHS = 12;
const POINTS = circle(AZIMUTHS);

/** A grid of cells by azimuth (which closes), height and channel, the last one fastest. */
export interface CellGrid {
  readonly azimuths: number;
  readonly heights: number;
  readonly channels: number;
}

/** The cells of a cylinder: its channels are the radii. */
export const CYLINDER: CellGrid = { azimuths: AZIMUTHS, heights: CYLINDER_HEIGHTS.length, channels: RADII.length };

/** Cells of a grid times its channels. */
export function cellCount({ azimuths, heights, channels }: CellGrid): number {
  return azimuths * heights * channels;
}

/** Map values about an axis, as cells of {@link CYLINDER}. Azimuths count from the axis' normal. Allocates. */
export function sampleCylinder(sampler: Sampler, axis: HelixAxis): Float64Array {
  const [first, second] = acrossAxis(axis);
  const [sx, sy, sz] = sampler.scale;
  const values = new Float64Array(cellCount(CYLINDER));
  let at = 0;
  for (let i = 0; i < 2 * AZIMUTHS; i += 2) {
    const outward = plus(plus([0, 0, 0], first, POINTS[i]!), second, POINTS[i + 1]!);
    for (const height of CYLINDER_HEIGHTS) {
      const [mx, my, mz] = plus(axis.centre, axis.direction, height);
      for (const radius of RADII) {
        const [x, y, z] = [mx + radius * outward[0], my + radius * outward[1], mz + radius * outward[2]];
        values[at++] = valueAt(sampler, x * sx, y * sy, z * sz);
      }
    }
  }
  return values;
}

/** A cylinder as it is, in the mirror, and both turned over by the two-fold axis along its normal. */
export interface CylinderView {
  readonly hand: "own" | "mirrored";
  readonly axis: "own" | "turned";
}

/** What the networks are asked about, so that their answers do not depend on the sign of an axis and are even or odd in the mirror. */
export const VIEWS: readonly CylinderView[] = [
  { hand: "own", axis: "own" },
  { hand: "mirrored", axis: "own" },
  { hand: "own", axis: "turned" },
  { hand: "mirrored", axis: "turned" },
];

/** Writes a view of a cylinder's cells: the mirror reverses azimuths, the turn azimuths and heights. */
export function writeView(cells: Float64Array, { hand, axis }: CylinderView, target: Float64Array): void {
  const { azimuths, heights, channels } = CYLINDER;
  const reversed = (hand === "mirrored") !== (axis === "turned");
  for (let a = 0; a < azimuths; a++) {
    const from = reversed ? (azimuths - a) % azimuths : a;
    for (let h = 0; h < heights; h++) {
      const height = axis === "turned" ? heights - 1 - h : h;
      const start = (from * heights + height) * channels;
      const to = (a * heights + h) * channels;
      for (let c = 0; c < channels; c++) target[to + c] = cells[start + c]!;
    }
  }
}
