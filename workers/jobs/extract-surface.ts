import { extractSurfaceWithin } from "../../src/core/surface/marching-cubes.ts";
import { frameOf } from "../../src/report/drawing/camera.ts";
import type { Job } from "../job.ts";

/** The isosurface as triangles, moved to who asked; `null` where there are too many of them. */
export const extractSurface: Job<"extractSurface"> = ({ map, level, mostTriangles }, context) => {
  const volume = context.self.volumes.volume(map);
  const surface = extractSurfaceWithin(volume, level, { mostTriangles, cancellation: context });
  if (!surface) return null;
  context.handOver([surface.positions, surface.normals, surface.triangles]);
  return { surface, frame: frameOf(surface, map.grid.voxelSize) };
};
