import { MapError } from "../src/core/errors.ts";
import { type Volume, voxelCount } from "../src/core/volume/grid.ts";
import type { MapHandle, MaskHandle, MeasuredHandle, VolumeHandle } from "./handles.ts";

/**
 * The volumes that this worker can reach: shared ones by the buffers that come with each job, private ones because they
 * live here. Private volumes are kept until released; shared ones belong to the engine.
 */
export class VolumeStore {
  readonly #buffers = new Map<string, ArrayBufferLike>();

  /** Remembers shared buffers; a handle without a buffer must already live here. */
  learn(handles: readonly VolumeHandle[]): void {
    for (const { id, buffer } of handles) if (buffer) this.#buffers.set(id, buffer);
  }

  /** Puts a volume made here under a handle that other jobs can name. */
  keep(id: string, buffer: ArrayBufferLike): VolumeHandle {
    this.#buffers.set(id, buffer);
    return { id, buffer: isShared(buffer) ? buffer : null };
  }

  /** Forgets volumes, and with a map its masks: those are named after it, with a dot between. */
  release(ids: readonly string[]): void {
    const isOf = (id: string) => ids.some((released) => id === released || id.startsWith(`${released}.`));
    for (const id of [...this.#buffers.keys()]) if (isOf(id)) this.#buffers.delete(id);
  }

  /** A view of a map's voxels, no copy. */
  voxels(id: string): Float32Array {
    return new Float32Array(this.#buffer(id));
  }

  /** A view of a mask's bytes, no copy. */
  mask(id: string): Uint8Array {
    return new Uint8Array(this.#buffer(id));
  }

  /** The bytes of any volume, no copy. */
  bytes(id: string): ArrayBufferLike {
    return this.#buffer(id);
  }

  volume(map: MapHandle): Volume {
    return { grid: map.grid, voxels: this.voxels(map.id).subarray(0, voxelCount(map.grid.box)) };
  }

  #buffer(id: string): ArrayBufferLike {
    const buffer = this.#buffers.get(id);
    if (!buffer) throw new MapError("job.failed", "The map is no longer in memory; open it again.");
    return buffer;
  }
}

interface Named {
  readonly map?: MapHandle;
  readonly mask?: MaskHandle;
  readonly volume?: MapHandle | MeasuredHandle;
  readonly volumes?: readonly MeasuredHandle[];
}

/** The volumes that a request names. */
export function handlesOf(request: object): VolumeHandle[] {
  const { map, mask, volume, volumes = [] } = request as Named;
  const masks = volumes.map((measured) => measured.mask);
  if (volume && "mask" in volume) masks.push(volume.mask);
  return [map, mask, volume, ...volumes, ...masks].filter((handle) => handle !== undefined);
}

/** True for a SharedArrayBuffer, also where the page is not isolated and the class does not exist. */
function isShared(buffer: ArrayBufferLike): buffer is SharedArrayBuffer {
  return typeof SharedArrayBuffer !== "undefined" && buffer instanceof SharedArrayBuffer;
}
