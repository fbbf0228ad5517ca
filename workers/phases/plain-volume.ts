import type { Triple } from "../../src/core/volume/grid.ts";

/** A float32 volume without gaps in kernel memory. */
export interface PlainVolume {
  readonly box: Triple;
  readonly address: number;
}

/** The values of plane z, in place. */
export function planeOf(memory: WebAssembly.Memory, { box, address }: PlainVolume, z: number): Float32Array {
  const count = box[0] * box[1];
  return new Float32Array(memory.buffer, address + 4 * z * count, count);
}
