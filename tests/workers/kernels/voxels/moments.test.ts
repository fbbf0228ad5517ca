import { describe, expect, it } from "vitest";
import { AXES, type Axis, type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import { largestVarianceSlice, sliceVariances } from "../../../../src/core/volume/largest-variance.ts";
import { momentWords, planeMoments } from "../../../../workers/kernels/voxels/moments.ts";
import { loadPlane, planeBytes } from "../../../../workers/kernels/voxels/plane.ts";
import {
  combineMoments,
  massMoments,
  projectionAlongX,
  projectionAlongY,
} from "../../../../workers/kernels/voxels/slices.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { BOXES, readDoubles, smoothValues, tiedValues } from "./fixture.ts";

const { kernel, arena } = makeKernel();

function momentsOf(voxels: Float32Array, box: Triple, { shift = 0, order = "forward" } = {}) {
  const [nx, ny, nz] = box;
  const words = momentWords(nx, ny);
  const scratch = arena.allocate(planeBytes(box));
  const out = arena.allocate(8 * words * nz);
  for (let k = 0; k < nz; k++) {
    const z = order === "forward" ? k : nz - 1 - k;
    planeMoments(kernel, loadPlane(kernel, voxels, { box, z, address: scratch }), { shift, out: out + 8 * words * z });
  }
  return { box, planes: readDoubles(arena, out, words * nz) };
}

/** Map values of each slice along each axis. */
function slicesOf(voxels: Float32Array, [nx, ny, nz]: Triple): Record<Axis, number[][]> {
  const empty = (count: number) => Array.from({ length: count }, () => [] as number[]);
  const slices = { x: empty(nx), y: empty(ny), z: empty(nz) };
  voxels.forEach((v, i) => {
    slices.x[i % nx]!.push(v);
    slices.y[Math.floor(i / nx) % ny]!.push(v);
    slices.z[Math.floor(i / (nx * ny))]!.push(v);
  });
  return slices;
}

const variance = (values: number[]) => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
};
const total = (values: number[]) => values.reduce((sum, v) => sum + v, 0);

describe("planeMoments", () => {
  it.each(BOXES)("gives exact slice sums of a %i × %i × %i box of exact values", (...box) => {
    const voxels = tiedValues(voxelCount(box));
    const combined = combineMoments(momentsOf(voxels, box, { shift: 0.25 }));
    const slices = slicesOf(voxels, box);
    for (const axis of AXES) {
      expect([...combined[axis].sum]).toEqual(slices[axis].map((s) => total(s.map((v) => v - 0.25))));
      expect([...combined[axis].squares]).toEqual(slices[axis].map((s) => total(s.map((v) => (v - 0.25) ** 2))));
      expect(combined[axis].voxels).toBe(slices[axis][0]!.length);
    }
  });

  it.each(BOXES)("gives the slice variances of a %i × %i × %i box far from zero", (...box) => {
    const voxels = smoothValues(voxelCount(box), { offset: 1000 });
    const combined = combineMoments(momentsOf(voxels, box, { shift: 1000 }));
    const slices = slicesOf(voxels, box);
    for (const axis of AXES) {
      const expected = slices[axis].map(variance);
      const errors = sliceVariances(combined[axis]).map((v, i) => Math.abs(v - expected[i]!));
      expect(Math.max(...errors)).toBeLessThan(1e-12);
    }
  });

  it("gives equal slices equal sums, so that a constant map ties everywhere", () => {
    const box: Triple = [19, 7, 3];
    const combined = combineMoments(momentsOf(new Float32Array(voxelCount(box)).fill(0.1), box, { shift: 0.3 }));
    for (const axis of AXES) {
      expect(new Set(sliceVariances(combined[axis])).size).toBe(1);
      expect(largestVarianceSlice(combined[axis])).toBe(0);
    }
  });

  it("does not depend on the order of the planes", () => {
    const box: Triple = [21, 6, 5];
    const voxels = smoothValues(voxelCount(box));
    const shift = 1 / 3;
    expect(momentsOf(voxels, box, { shift, order: "backward" })).toEqual(momentsOf(voxels, box, { shift }));
  });
});

describe("projections and centre of mass", () => {
  const box: Triple = [7, 5, 3];
  const [nx, ny, nz] = box;
  const voxels = tiedValues(voxelCount(box));
  const moments = momentsOf(voxels, box, { shift: 0.5 });

  it("sums along x and y", () => {
    const alongX = new Float64Array(nz * ny);
    const alongY = new Float64Array(nz * nx);
    voxels.forEach((v, i) => {
      const [x, y, z] = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
      alongX[z * ny + y]! += v;
      alongY[z * nx + x]! += v;
    });
    expect(projectionAlongX(moments, 0.5)).toEqual(alongX);
    expect(projectionAlongY(moments, 0.5)).toEqual(alongY);
  });

  it("weights indices by map value", () => {
    const slices = slicesOf(voxels, box);
    const first = AXES.map((axis) => total(slices[axis].map((s, i) => i * total(s))));
    expect(massMoments(combineMoments(moments), 0.5)).toEqual({ total: total([...voxels]), first });
  });
});
