import { describe, expect, it } from "vitest";
import { dilationSteps } from "../../../src/core/volume/components.ts";
import type { MaskHandle, ResizedHandle } from "../../../workers/handles.ts";
import { makeLocalWorker, mapHandle, maskHandle, resizedHandle, voxelsOf } from "../../support/local-worker.ts";
import { T32, t32Voxels } from "../../support/phantom.ts";
import { seededRandom } from "../../support/random.ts";
import { naiveLocalBFactors, naiveOccupancies } from "./naive-local.ts";

const worker = makeLocalWorker();

async function resized(resolution: number): Promise<{ map: ResizedHandle; mask: MaskHandle; raw: number }> {
  const map = await worker.run("resize", { map: mapHandle(t32Voxels(), T32), resolution });
  const steps = dilationSteps(map.grid.voxelSize[0]);
  const request = { map, level: T32.contourLevel, levels: [], dilationSteps: steps };
  const { hardMask, mask } = await worker.run("segment", request);
  return { map, mask: hardMask!, raw: Array.from(mask.componentSizes).reduce((sum, size) => sum + size, 0) };
}

// The conformance map by numpy 1.26 and scipy 1.17, and by the programs of VRS to the digits it prints.
const VECTORS = [
  {
    resolution: 6,
    raw: 319,
    mask: 694,
    b: [-385.712, -341.701, -323.595, -303.91, -268.76],
    frequencies: 1,
    occupancy: [0, 0.25, 1, 1, 1],
  },
  {
    resolution: 3,
    raw: 2556,
    mask: 5621,
    b: [-345.011, -287.67, -254.615, -223.569, -177.202],
    frequencies: 3,
    occupancy: [0, 2 / 3, 1, 1, 1],
  },
  {
    resolution: 8,
    raw: 142,
    mask: 382,
    b: [-412.917, -370.714, -342.105, -309.365, -264.113],
    frequencies: 1,
    occupancy: [0, 0.25, 1, 1, 1],
  },
];

describe.each(VECTORS)(
  "the conformance map at $resolution Å",
  ({ resolution, raw, mask, b, frequencies, occupancy }) => {
    it("has its masks", async () => {
      const { raw: voxels } = await resized(resolution);
      expect(voxels).toBe(raw);
    });

    it("has the local B-factors of the reference", async () => {
      const { map, mask: hard } = await resized(resolution);
      const request = { map, mask: hard, resolution, voxelSize: T32.voxelSize };
      const { measurements: measured } = (await worker.run("localBFactor", request))!;
      expect(measured.resized.maskVoxels).toBe(mask);
      const { p2_5, p25, p50, p75, p97_5 } = measured.vrs.percentiles;
      for (const [i, value] of [p2_5, p25, p50, p75, p97_5].entries()) expect(value).toBeCloseTo(b[i], 2);
      expect(measured.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(mask);
    });

    it("has the local occupancies of the reference", async () => {
      const { map, mask: hard } = await resized(resolution);
      const { measurements: measured } = (await worker.run("localOccupancy", { map, mask: hard, resolution }))!;
      expect(measured.frequencies).toBe(frequencies);
      const { p2_5, p25, p50, p75, p97_5 } = measured.percentiles;
      for (const [i, value] of [p2_5, p25, p50, p75, p97_5].entries()) expect(value).toBeCloseTo(occupancy[i], 6);
    });
  },
);

describe("a small map, by direct complex sums", () => {
  const n = 12;
  // Noise has much amplitude at the Nyquist frequency, where half of the Riesz transform is imaginary.
  const random = seededRandom(9);
  const voxels = Float32Array.from({ length: n ** 3 }, (_, at) => {
    const r = Math.hypot((at % n) - 5, (Math.floor(at / n) % n) - 6, Math.floor(at / (n * n)) - 7);
    return Math.exp((-r * r) / 9) + random();
  });
  const mask = Uint8Array.from(voxels, (value) => Number(value > 0.6));
  const box = [n, n, n] as const;
  /** Values of the voxels of the mask, in raster order, at their places. */
  const scattered = (values: readonly number[]) => {
    let next = 0;
    return Float32Array.from(mask, (inside) => (inside === 1 ? values[next++] : 0));
  };

  it.each([
    { voxelSize: 2, resolution: 4 },
    { voxelSize: 3.1, resolution: 6.2 },
    { voxelSize: 9, resolution: 18 },
  ])("has its local B-factors at $resolution Å", async ({ voxelSize, resolution }) => {
    const map = resizedHandle(voxels, { box, voxelSize });
    const request = { map, mask: maskHandle(mask), resolution, voxelSize };
    const { measurements: measured, volume } = (await worker.run("localBFactor", request))!;
    const inOrder = naiveLocalBFactors({ n, voxelSize, voxels, mask }, resolution);
    const expected = inOrder.toSorted((a, b) => a - b);
    const width = expected.at(-1)! - expected[0];
    const { edges } = measured.histogram;
    expect(Math.abs(edges[0] - expected[0]) / width).toBeLessThan(1e-5);
    expect(Math.abs(edges[25] - expected.at(-1)!) / width).toBeLessThan(1e-5);
    const position = 0.25 * (expected.length - 1);
    const below = Math.floor(position);
    const quartile = expected[below] + (position - below) * (expected[below + 1] - expected[below]);
    expect(Math.abs(measured.vrs.percentiles.p25! - quartile) / width).toBeLessThan(1e-5);
    const placed = scattered(inOrder.map((b) => b - measured.whiteNoiseOffset!));
    const worst = voxelsOf(volume).reduce((most, value, at) => Math.max(most, Math.abs(value - placed[at])), 0);
    expect(worst / width).toBeLessThan(1e-5);
  });

  it.each([
    { voxelSize: 2, resolution: 4 },
    { voxelSize: 3, resolution: 1.5 },
    { voxelSize: 3, resolution: 1 },
  ])("has its local occupancies at $resolution Å", async ({ voxelSize, resolution }) => {
    const map = resizedHandle(voxels, { box, voxelSize });
    const request = { map, mask: maskHandle(mask), resolution };
    const { measurements: measured, volume } = (await worker.run("localOccupancy", request))!;
    const { frequencies, values } = naiveOccupancies({ n, voxelSize, voxels, mask }, resolution);
    expect(measured.frequencies).toBe(frequencies);
    const counts = new Array<number>(25).fill(0);
    for (const value of values) counts[Math.min(24, Math.floor(value * 25))]++;
    expect(measured.histogram.counts).toEqual(counts);
    expect(voxelsOf(volume)).toEqual(scattered(values));
    expect(volume.grid).toBe(map.placed);
  });

  it("gives one meaningless slope at 15 Å, as the pseudo-inverse does", async () => {
    const map = resizedHandle(voxels, { box, voxelSize: 7.5 });
    const request = { map, mask: maskHandle(mask), resolution: 15, voxelSize: 7.5 };
    const { measurements: measured } = (await worker.run("localBFactor", request))!;
    expect(measured.whiteNoiseOffset).toBeNull();
    expect(measured.corrected.percentiles.p50).toBeNull();
    expect(Math.abs(measured.vrs.percentiles.p50!)).toBeLessThan(1);
  });

  it("keeps a mask of its own where voxels of the mask have no amplitude", async () => {
    const still = new Float32Array(n ** 3);
    const request = { mask: maskHandle(mask), resolution: 4, voxelSize: 2 };
    const map = resizedHandle(still, { box, voxelSize: 2 });
    const { volume } = (await worker.run("localBFactor", { ...request, map }))!;
    expect(new Uint8Array(volume.mask.buffer!)).toEqual(new Uint8Array(n ** 3));
    expect(voxelsOf(volume)).toEqual(still);
    const moving = (await worker.run("localBFactor", {
      ...request,
      map: resizedHandle(voxels, { box, voxelSize: 2 }),
    }))!;
    expect(moving.volume.mask).toBe(request.mask);
  });

  it("has nothing to measure without a mask, or without a background", async () => {
    const map = resizedHandle(voxels, { box, voxelSize: 2 });
    const request = { map, resolution: 4, voxelSize: 2 };
    const [none, all] = [maskHandle(new Uint8Array(n ** 3)), maskHandle(new Uint8Array(n ** 3).fill(1))];
    expect(await worker.run("localBFactor", { ...request, mask: none })).toBeNull();
    expect(await worker.run("localBFactor", { ...request, mask: all })).toBeNull();
    expect(await worker.run("localOccupancy", { map, mask: none, resolution: 4 })).toBeNull();
  });
});
