import { type Axis, type Grid, voxelCount } from "../src/core/volume/grid.ts";
import { nearestVoxel } from "../src/core/volume/nearest-voxel.ts";
import { extractSlice } from "../src/core/volume/slice.ts";
import { softMaskSlice } from "../src/core/volume/soft-mask-slice.ts";
import type { FigureSlice } from "../src/report/figures.ts";
import { componentRunsOf, rankAt } from "./component-runs.ts";
import type { ComponentsHandle, MaskHandle, MeasuredHandle, VolumeHandle } from "./handles.ts";
import { sliceOf } from "./slice-figure.ts";

/** What lies over the slices of a map. */
export type OverlaySource =
  | { readonly kind: "hardMask" | "softMask"; readonly mask: MaskHandle }
  | { readonly kind: "components"; readonly components: ComponentsHandle }
  | { readonly kind: "measured"; readonly volume: MeasuredHandle };

interface Cut {
  /** Of the map under the overlay. */
  readonly grid: Grid;
  readonly place: { readonly axis: Axis; readonly index: number };
  readonly bytesOf: (handle: VolumeHandle) => ArrayBufferLike;
}

/**
 * A slice of an overlay, a value for each voxel of the map's slice, in display orientation: masks 0…1, components by rank
 * (1 the largest, 0 none), measured values from the nearest voxel, NaN where there is none. Allocates the slice.
 * @throws parameter.invalid for a slice outside the box
 */
export function cutOverlay(overlay: OverlaySource, { grid, place, bytesOf }: Cut): FigureSlice {
  const { axis, index } = place;
  if (overlay.kind === "measured") return measuredSlice(overlay.volume, { grid, place, bytesOf });
  if (overlay.kind === "components") {
    const runs = componentRunsOf(new Uint32Array(bytesOf(overlay.components)), grid.box);
    return sliceOf(grid.box, place, (x, y, z) => rankAt(runs, z * grid.box[1] + y, x));
  }
  const voxels = new Uint8Array(bytesOf(overlay.mask)).subarray(0, voxelCount(grid.box));
  return overlay.kind === "hardMask"
    ? extractSlice({ grid, voxels }, axis, index)
    : softMaskSlice({ grid, voxels }, axis, index);
}

function measuredSlice(volume: MeasuredHandle, { grid, place, bytesOf }: Cut): FigureSlice {
  const values = new Float32Array(bytesOf(volume));
  const mask = new Uint8Array(bytesOf(volume.mask));
  const [nx, ny] = volume.grid.box;
  const [columns, rows, planes] = nearestVoxel(grid, volume.grid);
  return sliceOf(grid.box, place, (x, y, z) => {
    const [i, j, k] = [columns[x]!, rows[y]!, planes[z]!];
    if (i < 0 || j < 0 || k < 0) return Number.NaN;
    const at = (k * ny + j) * nx + i;
    return mask[at] === 1 ? values[at]! : Number.NaN;
  });
}
