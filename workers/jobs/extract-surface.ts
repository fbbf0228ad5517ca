import { extractSurfaceWithin } from "../../src/core/surface/marching-cubes.ts";
import { frameOf } from "../../src/report/drawing/camera.ts";
import type { Job } from "../job.ts";
import { colourSurface } from "../surface-colours.ts";

/** The isosurface as triangles, moved to who asked; `null` where there are too many of them. */
export const extractSurface: Job<"extractSurface"> = (request, context) => {
  const { map, level, mostTriangles } = request;
  const volume = context.self.volumes.volume(map);
  const surface = extractSurfaceWithin(volume, level, { mostTriangles, cancellation: context });
  if (!surface) return null;
  const { colours, pieces } = colourSurface(surface.positions, request, context);
  context.handOver([surface.positions, surface.normals, surface.triangles, ...(colours ? [colours] : [])]);
  return { surface, colours, pieces, frame: frameOf(surface, map.grid.voxelSize) };
};
