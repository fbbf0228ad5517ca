import { formatLevel } from "../../core/format/numbers.ts";
import { eachAxis, type Grid, type Triple } from "../../core/volume/grid.ts";
import type { IsoSurface } from "../../engine/engine.ts";
import type { IndexSpace } from "../../view/surface-scene.ts";
import type { View } from "../state/view.ts";

/** What the surface pane shows, for those who cannot see it. */
export function surfaceLabel(
  fileName: string,
  level: number,
  { view, pose }: { view: View["surfaceView"]; pose: View["surfacePose"] },
): string {
  const seen = pose === "report" ? `view ${view + 1} of 3` : "turned by hand";
  return `Isosurface of ${fileName} at level ${formatLevel(level)}, ${seen}`;
}

/** Where a surface lies in the space of the map's own voxels, and how far away its parts can be: Å. */
export function placeOf({ grid }: IsoSurface, map: Grid): IndexSpace & { reach: number } {
  const sides = eachAxis((k) => map.box[k] * map.voxelSize[k]);
  return { ...spaceOf(grid, map), reach: 2 * Math.hypot(...sides) };
}

/** Where the voxels of another grid lie in the space of the map's own, Å. */
export function spaceOf(grid: Grid, map: Grid): IndexSpace {
  return { voxelSize: grid.voxelSize, origin: eachAxis((k) => grid.origin[k] - map.origin[k]) };
}

/** The part of space that shows a whole surface, Å in the space of the map's own voxels; the box for an empty one. */
export function extentOf({ frame, grid }: IsoSurface, map: Grid): { centre: Triple; half: number } {
  if (frame) return { centre: eachAxis((k) => frame.centre[k] + grid.origin[k] - map.origin[k]), half: frame.half };
  const half = Math.max(...eachAxis((k) => (map.box[k] * map.voxelSize[k]) / 2));
  return { centre: eachAxis((k) => ((map.box[k] - 1) * map.voxelSize[k]) / 2), half };
}

/** What must be said of the surface that is shown: that it is coarse, and why. Empty where it is the map's own. */
export function coarseness({ binning }: IsoSurface, detail: "sketch" | "full"): string {
  if (binning === 1) return "";
  const blocks = `blocks of ${binning} × ${binning} × ${binning} voxels`;
  if (detail === "sketch") return `Coarse while the level moves: drawn from ${blocks}.`;
  return `Drawn from ${blocks}: at full detail this surface has too many triangles to turn.`;
}
