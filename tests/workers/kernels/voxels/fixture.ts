import type { Triple } from "../../../../src/core/volume/grid.ts";
import type { Arena } from "../../../../workers/kernels/kernel.ts";
import { seededRandom } from "../../../support/random.ts";

/** nx × ny of planes that exercise whole blocks of lanes, their tails, and boxes smaller than a block. */
export const PLANES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 7],
  [5, 1],
  [4, 4],
  [17, 9],
  [33, 18],
  [64, 5],
];

/** Boxes for whole-map properties. */
export const BOXES: readonly Triple[] = [
  [1, 1, 1],
  [1, 5, 7],
  [33, 17, 9],
  [16, 20, 4],
];

/** Float32 values in about ±2 with many ties, both zeros among them. */
export function tiedValues(count: number, seed = 1): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => Math.round(32 * random()) / 8);
}

/** Float32 values in ±0.5 + offset. */
export function smoothValues(count: number, { seed = 1, offset = 0 } = {}): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: count }, () => random() + offset);
}

/** Mask bytes, set with the given probability. */
export function maskBytes(count: number, { seed = 7, share = 0.4 } = {}): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: count }, () => Number(random() + 0.5 < share));
}

/** Copies values into the kernel memory; returns their address. */
export function place(arena: Arena, values: Float32Array | Uint8Array): number {
  const address = arena.allocate(values.byteLength);
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  new Uint8Array(arena.memory.buffer, address, values.byteLength).set(bytes);
  return address;
}

/** A copy of `count` values of the kernel memory. */
export function readFloats(arena: Arena, address: number, count: number): Float32Array {
  return new Float32Array(arena.memory.buffer, address, count).slice();
}

export function readDoubles(arena: Arena, address: number, count: number): Float64Array {
  return new Float64Array(arena.memory.buffer, address, count).slice();
}

export function readWords(arena: Arena, address: number, count: number): Uint32Array {
  return new Uint32Array(arena.memory.buffer, address, count).slice();
}

export function readBytes(arena: Arena, address: number, count: number): Uint8Array {
  return new Uint8Array(arena.memory.buffer, address, count).slice();
}

/** Relative closeness for sums taken in another order than the kernel's. */
export const SUM_TOLERANCE = 1e-12;
