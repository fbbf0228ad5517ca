import { describe, expect, it } from "vitest";
import type { Triple } from "../../../../src/core/volume/grid.ts";
import {
  loadBackgroundPlane,
  loadMaskPlane,
  loadPlane,
  unloadPlane,
} from "../../../../workers/kernels/fourier/planes.ts";
import { elements, makeTransform, noise, readReal, writeReal } from "./one-worker.ts";

const BOX: Triple = [7, 5, 3];
const VALUES = noise(BOX);
const MASK = Uint8Array.from(noise(BOX, 2), (value) => (value > 0.2 ? 3 : 0));
const PLANE = BOX[0] * BOX[1];

/** A transform with the map and the mask in its memory. */
function withMap(precision: "single" | "double") {
  const transform = makeTransform(BOX, precision);
  const { arena } = transform;
  const [source, mask] = [arena.allocate(VALUES.byteLength), arena.allocate(MASK.byteLength)];
  new Float32Array(arena.memory.buffer, source, VALUES.length).set(VALUES);
  new Uint8Array(arena.memory.buffer, mask, MASK.length).set(MASK);
  return { transform, source: (z: number) => source + 4 * z * PLANE, mask: (z: number) => mask + z * PLANE };
}

describe.each(["single", "double"] as const)("planes in %s precision", (precision) => {
  const stored = precision === "single" ? Math.fround : (value: number) => value;

  it("take map values as they are", () => {
    const { transform, source } = withMap(precision);
    const { kernel, layout, data } = transform;
    for (let z = 0; z < BOX[2]; z++) loadPlane(kernel, layout, data, z, source(z));
    expect(readReal(transform)).toEqual(Float64Array.from(VALUES));
  });

  it.each([["inside", 1, 0] as const, ["outside", 0, 1] as const])("take the %s of a mask", (side, set, unset) => {
    const { transform, mask } = withMap(precision);
    const { kernel, layout, data } = transform;
    for (let z = 0; z < BOX[2]; z++) loadMaskPlane(kernel, layout, data, z, { mask: mask(z), side });
    expect(readReal(transform)).toEqual(Float64Array.from(MASK, (byte) => (byte ? set : unset)));
  });

  it("take the background's deviation and nothing inside the mask", () => {
    const { transform, source, mask } = withMap(precision);
    const { kernel, layout, data } = transform;
    const mean = 0.1234567890123;
    for (let z = 0; z < BOX[2]; z++) {
      loadBackgroundPlane(kernel, layout, data, z, { source: source(z), mask: mask(z), mean });
    }
    const expected = Float64Array.from(VALUES, (value, index) => (MASK[index] ? 0 : stored(value - mean)));
    expect(readReal(transform)).toEqual(expected);
  });

  it.each(["plain", "nonNegative"] as const)("give %s float32 values back", (range) => {
    const { transform } = withMap(precision);
    const { kernel, layout, data, arena } = transform;
    const target = arena.allocate(4 * VALUES.length);
    const fine = Float64Array.from(VALUES, (value) => value / 3);
    writeReal(transform, fine);
    for (let z = 0; z < BOX[2]; z++) unloadPlane(kernel, layout, data, z, target + 4 * z * PLANE, range);
    const lowest = range === "plain" ? Number.NEGATIVE_INFINITY : 0;
    const expected = Float32Array.from(fine, (value) => Math.max(Math.fround(value), lowest));
    expect(new Float32Array(kernel.memory.buffer, target, VALUES.length)).toEqual(expected);
  });

  it("touch no other plane", () => {
    const { transform, source } = withMap(precision);
    const { kernel, layout, data } = transform;
    elements(transform).fill(7);
    loadPlane(kernel, layout, data, 1, source(1));
    const others = [
      ...elements(transform).subarray(0, layout.planePitch),
      ...elements(transform).subarray(2 * layout.planePitch),
    ];
    expect(others.every((value) => value === 7)).toBe(true);
  });
});
