import type { Triple } from "../../src/core/volume/grid.ts";

/** The box of the self-test: one power of two, the case that the reference transform is exact for. */
export const TEST_BOX: Triple = [32, 32, 32];

/** Uniform values in [−0.5, 0.5) from a linear congruential generator: the same on every machine. */
export function testVoxels(): Float32Array {
  let state = 1;
  return Float32Array.from({ length: 32 * 32 * 32 }, () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}
