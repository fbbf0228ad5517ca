import { drawSurfaceViews } from "../../src/report/drawing/surface.ts";
import type { Job } from "../job.ts";

/** The isosurface as pictures from the three ChimeraX views. */
export const drawSurface: Job<"drawSurface"> = ({ map, level, size }, context) =>
  drawSurfaceViews(context.self.volumes.volume(map), level, { size, cancellation: context });
