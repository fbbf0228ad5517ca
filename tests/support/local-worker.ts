import { readFileSync } from "node:fs";
import { type Grid, type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { FontFiles } from "../../src/report/pdf/fonts.ts";
import type { MapHandle, MaskHandle, ResizedHandle } from "../../workers/handles.ts";
import { makeWorkerDoor } from "../../workers/host.ts";
import type { JobName, JobRequest, JobResponse } from "../../workers/protocol.ts";
import type { WorkerDoor } from "../../workers/worker-door.ts";

/** A worker's calls made in this thread, over shared memory, so that the volumes it keeps can be read. */
export function makeLocalWorker() {
  const refuse = () => {
    throw new Error("This worker has no files.");
  };
  const door: WorkerDoor = makeWorkerDoor({ openSource: refuse, loadBytes: refuse });
  const bytes = readFileSync(new URL("../../build/kernels/kernels-shared.wasm", import.meta.url));
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 65536, shared: true });
  door.setUp({ kernels: new WebAssembly.Module(bytes), memory, assets: { fonts: {} as FontFiles } });
  return {
    async run<Name extends JobName>(name: Name, request: JobRequest<Name>): Promise<JobResponse<Name>> {
      const outcome = await door.run(name, request, null, 1, () => {});
      if ("response" in outcome) return outcome.response;
      throw new Error("error" in outcome ? outcome.error.message : "cancelled");
    },
  };
}

/** A map at rest as a worker takes it. */
export function mapHandle(voxels: Float32Array, { box, voxelSize }: { box: Triple; voxelSize: number }): MapHandle {
  const buffer = new SharedArrayBuffer(4 * voxelCount(box));
  new Float32Array(buffer).set(voxels);
  const grid: Grid = { box, voxelSize: [voxelSize, voxelSize, voxelSize], origin: [0, 0, 0] };
  return { id: "map", buffer, grid };
}

/** A map that stands for a resized one, its voxels placed where its grid says. */
export function resizedHandle(voxels: Float32Array, facts: { box: Triple; voxelSize: number }): ResizedHandle {
  const map = mapHandle(voxels, facts);
  return { ...map, placed: map.grid };
}

/** The voxels of a map at rest. */
export function voxelsOf(map: MapHandle): Float32Array {
  return new Float32Array(map.buffer!, 0, voxelCount(map.grid.box));
}

/** A mask at rest, one byte a voxel. */
export function maskHandle(bytes: Uint8Array): MaskHandle {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return { id: "map.mask", buffer };
}
