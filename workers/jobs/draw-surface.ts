import { drawSurfaceViews } from "../../src/report/drawing/surface.ts";
import type { Job } from "../job.ts";
import { colourSurface } from "../surface-colours.ts";

/** The isosurface as pictures from the three ChimeraX views, in its own grey or in the colours of a measurement or its pieces. */
export const drawSurface: Job<"drawSurface"> = (request, context) =>
  drawSurfaceViews(context.self.volumes.volume(request.map), request.level, {
    size: request.size,
    cancellation: context,
    coloursAt: (positions) => colourSurface(positions, request, context).colours,
  });
