import { writeMrc } from "../../src/core/mrc/write-mrc.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import { mirroredAlongX } from "../../src/core/volume/mirrored.ts";
import type { Job, JobContext } from "../job.ts";
import { unloadPlane } from "../kernels/fourier/planes.ts";
import { planeBytes } from "../kernels/voxels/plane.ts";
import type { VolumeToWrite } from "../protocol.ts";
import { soften } from "./soften-mask.ts";

/** A mask, measured values or the mirror image of the map as a map file. */
export const writeVolume: Job<"writeVolume"> = (request, context) => {
  const { placement, labels } = request;
  const { grid } = request.kind === "measured" ? request.volume : request.map;
  return writeMrc({ grid, placement, voxels: voxelsOf(request, context), labels });
};

function voxelsOf(request: VolumeToWrite, context: JobContext): Float32Array | Uint8Array {
  const { volumes } = context.self;
  if (request.kind === "measured") return volumes.volume(request.volume).voxels;
  if (request.kind === "mirrored") return mirroredAlongX(volumes.voxels(request.map.id), request.map.grid.box);
  if (request.kind === "hardMask") return volumes.mask(request.mask.id).subarray(0, voxelCount(request.map.grid.box));
  return softVoxels(request, context);
}

function softVoxels(
  request: Extract<VolumeToWrite, { kind: "hardMask" | "softMask" }>,
  context: JobContext,
): Float32Array {
  const { box } = request.map.grid;
  const transform = soften(context, request);
  const address = context.arena.allocate(planeBytes(box));
  const { kernel } = context.self;
  const count = box[0] * box[1];
  const voxels = new Float32Array(voxelCount(box));
  for (let z = 0; z < box[2]; z++) {
    unloadPlane(kernel, transform.layout, transform.data, z, address, "nonNegative");
    voxels.set(new Float32Array(kernel.memory.buffer, address, count), z * count);
  }
  return voxels;
}
