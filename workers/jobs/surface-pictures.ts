import { encodeViews } from "../../src/report/drawing/png.ts";
import { drawSurfaceViews } from "../../src/report/drawing/surface.ts";
import type { Job } from "../job.ts";

/** The isosurface as pictures of a report from the three ChimeraX views. */
export const surfacePictures: Job<"surfacePictures"> = ({ map, level, size }, context) =>
  encodeViews(drawSurfaceViews(context.self.volumes.volume(map), level, { size, cancellation: context }));
