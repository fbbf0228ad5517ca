import { sampleMeasured } from "../src/core/volume/sample-measured.ts";
import { paintValues } from "../src/report/drawing/ramp.ts";
import type { JobContext } from "./job.ts";
import type { SurfaceColours } from "./protocol.ts";

/** The colours of a surface's vertices, 3 bytes each, from the volume beside it; `null` where there is none. Allocates. */
export function surfaceColours(
  positions: Float32Array,
  { volume, colouring }: SurfaceColours,
  { volumes }: JobContext["self"],
): Uint8Array<ArrayBuffer> | null {
  if (!volume || !colouring) return null;
  const measured = { ...volumes.volume(volume), mask: volumes.mask(volume.mask.id) };
  return paintValues(sampleMeasured(measured, positions, colouring.mapGrid), colouring.range);
}
