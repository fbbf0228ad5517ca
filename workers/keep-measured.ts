import { voxelCount } from "../src/core/volume/grid.ts";
import type { MaskHandle, MeasuredHandle, ResizedHandle } from "./handles.ts";
import type { JobContext } from "./job.ts";

/** What was measured inside a mask. */
export interface MeasuredValues {
  readonly name: string;
  readonly map: ResizedHandle;
  readonly mask: MaskHandle;
  /** One for each voxel of the mask, in raster order; those that are not finite are no measurement. */
  readonly values: Float32Array;
}

/**
 * Puts values at their places in a volume at rest beside the map, 0 elsewhere. The mask serves as the mask of the values
 * too, but where some voxels have none: then a mask of its own is kept.
 */
export function keepMeasured(context: JobContext, { name, map, mask, values }: MeasuredValues): MeasuredHandle {
  const { volumes } = context.self;
  const count = voxelCount(map.grid.box);
  const id = `${mask.id}.${name}`;
  const inside = volumes.mask(mask.id).subarray(0, count);
  const buffer = context.allocateVolume(Float32Array.BYTES_PER_ELEMENT * count);
  const voxels = new Float32Array(buffer);
  const complete = values.every(Number.isFinite);
  const measured = complete ? null : context.allocateVolume(count);
  const bytes = measured && new Uint8Array(measured);
  for (let at = 0, next = 0; at < count; at++) {
    if (inside[at] !== 1) continue;
    const value = values[next++]!;
    if (!Number.isFinite(value)) continue;
    voxels[at] = value;
    if (bytes) bytes[at] = 1;
  }
  const ownMask = measured ? volumes.keep(`${id}.mask`, measured) : mask;
  return { ...volumes.keep(id, buffer), grid: map.placed, mask: ownMask };
}
