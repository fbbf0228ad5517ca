import type { MapHandle } from "../handles.ts";
import type { JobContext } from "../job.ts";
import { loadPlane } from "../kernels/fourier/planes.ts";
import { type MapPlanes, mapPlane, planesOf } from "./maps.ts";
import type { ComputePhase } from "./phase.ts";
import { forward, prepareTransform, type SharedTransform } from "./transform.ts";

/** The spectrum of a map, in the job's arena. */
export function spectrumOf(context: JobContext, map: MapHandle): SharedTransform {
  const transform = prepareTransform(context, map.grid.box);
  context.team.run(LOAD, { map: planesOf(context, map), transform }, map.grid.box[2]);
  forward(context, transform);
  return transform;
}

const LOAD: ComputePhase<{ map: MapPlanes; transform: SharedTransform }> = {
  name: "spectrum.load",
  work: (member, { map, transform: { layout, data } }, z) =>
    loadPlane(member.kernel, layout, data, z, mapPlane(member, map, z).address),
};

export const SPECTRUM_PHASES = [LOAD];
