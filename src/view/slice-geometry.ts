import { AXES, type Axis, eachAxis, type Triple } from "../core/volume/grid.ts";

/** How a slice across an axis lies on the screen, as VRS and ChimeraX lay it. */
export interface Plane {
  readonly right: Axis;
  readonly vertical: Axis;
  readonly direction: "up" | "down";
}

export const PLANES: Readonly<Record<Axis, Plane>> = {
  x: { right: "y", vertical: "z", direction: "up" },
  y: { right: "z", vertical: "x", direction: "down" },
  z: { right: "x", vertical: "y", direction: "up" },
};

/** "x → y ↑": what grows to the right and what grows upwards or downwards. */
export function orientationText(axis: Axis): string {
  const { right, vertical, direction } = PLANES[axis];
  return `${right} → ${vertical} ${direction === "up" ? "↑" : "↓"}`;
}

/** Column and row of a voxel in the slice across `axis`. */
export function pixelOf(axis: Axis, voxel: Triple, box: Triple): readonly [column: number, row: number] {
  const { right, vertical, direction } = PLANES[axis];
  const height = box[AXES.indexOf(vertical)]!;
  const v = voxel[AXES.indexOf(vertical)]!;
  return [voxel[AXES.indexOf(right)]!, direction === "up" ? height - 1 - v : v];
}

/** The voxel at a place of the slice, given as fractions of its width and height; the index along `axis` stays. */
export function voxelAt(
  axis: Axis,
  place: readonly [number, number],
  { voxel, box }: { voxel: Triple; box: Triple },
): Triple {
  const { right, vertical, direction } = PLANES[axis];
  const [fx, fy] = place;
  const up = direction === "up" ? 1 - fy : fy;
  return eachAxis((k) => {
    if (AXES[k] === right) return clampIndex(Math.floor(fx * box[k]), box[k]);
    if (AXES[k] === vertical) return clampIndex(Math.floor(up * box[k]), box[k]);
    return voxel[k];
  });
}

/** The nearest index of a box side of `count` voxels. */
export function clampIndex(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

/** A round length in Å for a scale bar of at most `longest` Å: 1, 2 or 5 times a power of ten. */
export function scaleBarLength(longest: number): number {
  const decade = 10 ** Math.floor(Math.log10(longest));
  const step = [5, 2, 1].find((factor) => factor * decade <= longest) ?? 1;
  return step * decade;
}
