import { type LowPass, planResize, resizedBox, resizedGrid } from "../../src/core/resizing/resize-plan.ts";
import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { MapHandle } from "../handles.ts";
import type { Job, JobContext } from "../job.ts";
import { loadPlane } from "../kernels/fourier/planes.ts";
import { lowPassSpectrum } from "../kernels/fourier/spectrum.ts";
import { type MapPlanes, mapPlane, planesOf } from "../phases/maps.ts";
import type { ComputePhase } from "../phases/phase.ts";
import { type RealRows, resample } from "../phases/resample.ts";
import { forward, inverse, prepareTransform, type SharedTransform } from "../phases/transform.ts";

/** The map at half its resolution a voxel, low-passed where that is coarser, as a volume at rest beside the map. */
export const resize: Job<"resize"> = ({ map, resolution }, context) => {
  const plan = planResize(map.grid, resolution);
  const box = resizedBox(plan);
  const transform = prepareTransform(context, map.grid.box);
  context.team.run(LOAD, { map: planesOf(context, map), rows: transform }, map.grid.box[2]);
  if (plan.lowPass) filter(context, transform, plan.lowPass);
  context.progress(0.7);
  const voxels = resample(context, transform, plan);
  const id = `${map.id}.resized.${resolution}.${map.grid.voxelSize[0]}`;
  const voxelSize: Triple = [plan.voxelSize, plan.voxelSize, plan.voxelSize];
  const handle = keepMap(context, id, { box, address: voxels });
  return { ...handle, grid: { box, voxelSize, origin: [0, 0, 0] }, placed: resizedGrid(map.grid, plan) };
};

function filter(context: JobContext, transform: SharedTransform, lowPass: LowPass): void {
  forward(context, transform);
  context.progress(0.3);
  context.team.run(FILTER, { transform, lowPass }, transform.layout.nz);
  inverse(context, transform);
}

/** Copies a map out of the kernel memory to rest. */
function keepMap(
  context: JobContext,
  id: string,
  { box, address }: { box: Triple; address: number },
): Omit<MapHandle, "grid"> {
  const count = voxelCount(box);
  const buffer = context.allocateVolume(4 * count);
  new Float32Array(buffer).set(new Float32Array(context.self.kernel.memory.buffer, address, count));
  return context.self.volumes.keep(id, buffer);
}

const LOAD: ComputePhase<{ map: MapPlanes; rows: RealRows }> = {
  name: "resize.load",
  work: (member, { map, rows: { layout, data } }, z) =>
    loadPlane(member.kernel, layout, data, z, mapPlane(member, map, z).address),
};

const FILTER: ComputePhase<{ transform: SharedTransform; lowPass: LowPass }> = {
  name: "resize.filter",
  work: (member, { transform: { layout, data }, lowPass }, z) =>
    lowPassSpectrum(member.kernel, layout, data, z, lowPass),
};

export const RESIZE_PHASES = [LOAD, FILTER];
