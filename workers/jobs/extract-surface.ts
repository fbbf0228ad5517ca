import { extractSurfaceWithin } from "../../src/core/surface/marching-cubes.ts";
import { sampleMeasured } from "../../src/core/volume/sample-measured.ts";
import { frameOf } from "../../src/report/drawing/camera.ts";
import { paintValues } from "../../src/report/drawing/ramp.ts";
import type { Job, JobContext } from "../job.ts";
import type { SurfaceRequest } from "../protocol.ts";

/** The isosurface as triangles, moved to who asked; `null` where there are too many of them. */
export const extractSurface: Job<"extractSurface"> = (request, context) => {
  const { map, level, mostTriangles } = request;
  const volume = context.self.volumes.volume(map);
  const surface = extractSurfaceWithin(volume, level, { mostTriangles, cancellation: context });
  if (!surface) return null;
  const colours = colour(surface.positions, request, context);
  context.handOver([surface.positions, surface.normals, surface.triangles, ...(colours ? [colours] : [])]);
  return { surface, colours, frame: frameOf(surface, map.grid.voxelSize) };
};

function colour(positions: Float32Array, { volume, colouring }: SurfaceRequest, { self }: JobContext) {
  if (!volume || !colouring) return null;
  const measured = { ...self.volumes.volume(volume), mask: self.volumes.mask(volume.mask.id) };
  return paintValues(sampleMeasured(measured, positions, colouring.mapGrid), colouring.range);
}
