import { drawSurfaceViews } from "../../src/report/drawing/surface.ts";
import type { Job } from "../job.ts";
import { surfaceColours } from "../surface-colours.ts";

/** The isosurface as pictures from the three ChimeraX views, in its own grey or in the colours of a measurement. */
export const drawSurface: Job<"drawSurface"> = ({ map, level, size, ...colours }, context) =>
  drawSurfaceViews(context.self.volumes.volume(map), level, {
    size,
    cancellation: context,
    coloursAt: (positions) => surfaceColours(positions, colours, context.self),
  });
