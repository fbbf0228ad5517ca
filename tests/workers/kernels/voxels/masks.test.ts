import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import { combineMaskCounts, maskExtent } from "../../../../workers/kernels/voxels/mask-slices.ts";
import {
  maskedPlane,
  maskPlaneCounts,
  outlierPlane,
  overlap,
  thresholdPlane,
} from "../../../../workers/kernels/voxels/masks.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { BOXES, maskBytes, PLANES, place, readBytes, readFloats, readWords, tiedValues } from "./fixture.ts";

const { kernel, arena } = makeKernel();

describe("thresholdPlane", () => {
  it.each(PLANES)("keeps %i × %i values at or above the level", (nx, ny) => {
    const values = tiedValues(nx * ny);
    const mask = arena.allocate(nx * ny);
    const count = thresholdPlane(kernel, { address: place(arena, values), nx, ny }, { level: 0.5, mask });
    const expected = Uint8Array.from(values, (v) => Number(v >= 0.5));
    expect(readBytes(arena, mask, nx * ny)).toEqual(expected);
    expect(count).toBe(expected.reduce((sum, bit) => sum + bit, 0));
  });

  it("rounds the level to float32, as the map values are", () => {
    const values = new Float32Array(18).fill(0.1);
    const plane = { address: place(arena, values), nx: 18, ny: 1 };
    expect(values[0]).toBeGreaterThan(0.1);
    expect(thresholdPlane(kernel, plane, { level: 0.1 + 1e-12, mask: arena.allocate(18) })).toBe(18);
    expect(thresholdPlane(kernel, plane, { level: values[0]! + 1e-8, mask: arena.allocate(18) })).toBe(0);
  });

  it("leaves NaN outside", () => {
    const plane = { address: place(arena, new Float32Array(17).fill(NaN)), nx: 17, ny: 1 };
    expect(thresholdPlane(kernel, plane, { level: -1, mask: arena.allocate(17) })).toBe(0);
  });
});

describe("maskPlaneCounts", () => {
  it.each(BOXES)("counts the slices and extent of a %i × %i × %i mask", (...box) => {
    const [nx, ny, nz] = box;
    const bytes = maskBytes(voxelCount(box), { share: 0.1 });
    const mask = place(arena, bytes);
    const out = arena.allocate(4 * (nx + ny) * nz);
    for (let z = 0; z < nz; z++) {
      maskPlaneCounts(kernel, { mask: mask + z * nx * ny, nx, ny }, out + 4 * (nx + ny) * z);
    }
    const counts = combineMaskCounts({ box, planes: readWords(arena, out, (nx + ny) * nz) });
    const expected = naiveCounts(bytes, box);
    expect(counts).toEqual(expected);
    expect(maskExtent(counts)).toEqual(naiveExtent(expected));
  });

  it("counts more than 65535 rows", () => {
    const [nx, ny] = [17, 70000];
    const out = arena.allocate(4 * (nx + ny));
    maskPlaneCounts(kernel, { mask: place(arena, new Uint8Array(nx * ny).fill(1)), nx, ny }, out);
    expect([...readWords(arena, out + 4 * ny, nx)]).toEqual(Array(nx).fill(ny));
  });
});

function naiveCounts(bytes: Uint8Array, [nx, ny, nz]: Triple) {
  const counts = { x: new Uint32Array(nx), y: new Uint32Array(ny), z: new Uint32Array(nz) };
  bytes.forEach((bit, i) => {
    counts.x[i % nx]! += bit;
    counts.y[Math.floor(i / nx) % ny]! += bit;
    counts.z[Math.floor(i / (nx * ny))]! += bit;
  });
  return counts;
}

function naiveExtent(counts: ReturnType<typeof naiveCounts>) {
  const set = (axis: Uint32Array) => [...axis.keys()].filter((i) => axis[i]! > 0);
  const span = (axis: Uint32Array) => [set(axis).at(0), set(axis).at(-1)];
  return set(counts.z).length === 0 ? null : { x: span(counts.x), y: span(counts.y), z: span(counts.z) };
}

describe("overlap", () => {
  it.each([1, 15, 16, 33, 1000])("counts %i voxels that both masks may hold", (count) => {
    const [a, b] = [maskBytes(count, { seed: 1 }), maskBytes(count, { seed: 2, share: 0.7 })];
    const expected = a.reduce((sum, bit, i) => sum + (bit & b[i]!), 0);
    expect(overlap(kernel, [place(arena, a), place(arena, b)], count)).toBe(expected);
  });
});

describe("maskedPlane", () => {
  it.each(PLANES)("keeps positive %i × %i values inside, also in place", (nx, ny) => {
    const [values, bytes] = [tiedValues(nx * ny), maskBytes(nx * ny)];
    const [address, mask, out] = [place(arena, values), place(arena, bytes), arena.allocate(4 * nx * ny)];
    const expected = values.map((v, i) => (bytes[i] && v > 0 ? v : 0));
    maskedPlane(kernel, { address, nx, ny }, { mask, out });
    expect(readFloats(arena, out, nx * ny)).toEqual(expected);
    maskedPlane(kernel, { address, nx, ny }, { mask, out: address });
    expect(readFloats(arena, address, nx * ny)).toEqual(expected);
  });
});

describe("outlierPlane", () => {
  const outliersOf = (values: Float32Array, bytes: Uint8Array, limit: number) => {
    const out = arena.allocate(4 * values.length);
    const plane = { address: place(arena, values), nx: values.length, ny: 1 };
    outlierPlane(kernel, plane, { mask: place(arena, bytes), limit, out });
    return readFloats(arena, out, values.length);
  };

  it.each(PLANES)("keeps %i × %i values outside the mask and beyond the limit", (nx, ny) => {
    const [values, bytes] = [tiedValues(nx * ny), maskBytes(nx * ny)];
    expect(outliersOf(values, bytes, 1.5)).toEqual(values.map((v, i) => (!bytes[i] && Math.abs(v) > 1.5 ? v : 0)));
  });

  it("compares in float64: limits between two float32 values", () => {
    const value = Math.fround(0.1);
    const values = new Float32Array(6).fill(value).map((v, i) => (i % 2 ? -v : v));
    const none = new Uint8Array(6);
    expect(outliersOf(values, none, value - 1e-12)).toEqual(values);
    expect(outliersOf(values, none, value)).toEqual(new Float32Array(6));
    expect(outliersOf(values, none, value + 1e-12)).toEqual(new Float32Array(6));
  });

  it("keeps every non-zero value at limit 0 and none beyond the float32 range", () => {
    const values = Float32Array.of(0, 1e-45, -2, 3.4e38, -0, 5);
    expect(outliersOf(values, new Uint8Array(6), 0)).toEqual(Float32Array.of(0, 1e-45, -2, 3.4e38, 0, 5));
    expect(outliersOf(values, new Uint8Array(6), 1e300)).toEqual(new Float32Array(6));
  });
});
