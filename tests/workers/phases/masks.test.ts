import { beforeAll, describe, expect, it } from "vitest";
import type { BackgroundMeasurements } from "../../../src/core/volume/background.ts";
import type { Triple } from "../../../src/core/volume/grid.ts";
import { background } from "../../../workers/jobs/background.ts";
import { segment } from "../../../workers/jobs/segment.ts";
import type { Segmentation } from "../../../workers/protocol.ts";
import { blobSpec } from "../../support/blob-map.ts";
import { valuesOf } from "../../support/mrc-builder.ts";
import { floodLabels, naiveDilation } from "../kernels/labels/naive.ts";
import { makeTestJob } from "./scrambled-job.ts";

const BOX: Triple = [26, 23, 21];
const [nx, ny] = BOX;
const LEVEL = 0.28;
const STEPS = 2;
/** In no order: the job gives them back in the order of asking. */
const LEVELS = [0.5, 0.9, 0.02, 0.28, 2];
const voxels = valuesOf(blobSpec(24, { box: BOX }));

const raw = Uint8Array.from(voxels, (value) => Number(value >= Math.fround(LEVEL)));
const labels = floodLabels(raw, BOX);
const sizes = Array.from(
  { length: labels.reduce((a, b) => Math.max(a, b)) },
  (_, i) => labels.filter((l) => l === i + 1).length,
);
const largest = labels.map((label) => Number(label === sizes.indexOf(Math.max(...sizes)) + 1));
const hard = naiveDilation(naiveDilation(Uint8Array.from(largest), BOX), BOX);

const count = (bits: Uint8Array) => bits.reduce((a, b) => a + b, 0);
const positionOf = (i: number): Triple => [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];

describe("the masks of a level", () => {
  let segmentation: Segmentation;
  let outside: BackgroundMeasurements;
  let seen: Uint8Array;
  beforeAll(async () => {
    const { context, map } = makeTestJob({ box: BOX, voxels, team: "scrambled" });
    segmentation = await segment({ map, level: LEVEL, levels: LEVELS, dilationSteps: STEPS }, context);
    seen = context.self.volumes.mask(segmentation.hardMask!.id);
    outside = (await background({ map, mask: segmentation.hardMask! }, context)).measurements;
  });

  it("are the largest component, dilated", () => {
    expect(Array.from(segmentation.mask.componentSizes)).toEqual(sizes);
    expect(sizes.length).toBeGreaterThan(1);
    expect(seen).toEqual(hard);
    expect(segmentation.mask).toMatchObject({ hardVoxels: count(hard), dilationSteps: STEPS });
  });

  it("overlap as counted by hand", () => {
    expect(segmentation.mask.overlapVoxels).toBe(count(hard.map((bit, i) => bit & raw[i]!)));
    const above = LEVELS.map((level) => voxels.filter((value) => value > Math.fround(level)).length);
    expect(segmentation.mask.voxelsAbove).toEqual(above);
  });

  it("hold the mass of the positive map", () => {
    let total = 0;
    const first = [0, 0, 0];
    const ends = BOX.map((size) => [size, -1]);
    hard.forEach((bit, i) => {
      if (!bit) return;
      const mass = Math.max(0, voxels[i]!);
      total += mass;
      positionOf(i).forEach((at, axis) => {
        first[axis]! += at * mass;
        ends[axis] = [Math.min(ends[axis]![0]!, at), Math.max(ends[axis]![1]!, at)];
      });
    });
    const { extent, insideMask } = segmentation.mass;
    expect(extent).toEqual({ x: ends[0], y: ends[1], z: ends[2] });
    expect(insideMask.total / total).toBeCloseTo(1, 12);
    insideMask.first.forEach((moment, axis) => {
      expect(moment / first[axis]!).toBeCloseTo(1, 12);
    });
  });

  it("leave a background with its moments and outliers", () => {
    const values = voxels.filter((_, i) => hard[i] === 0);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const std = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    const percent = (beyond: (value: number) => boolean) => (100 * values.filter(beyond).length) / values.length;
    expect(outside).toMatchObject({ voxels: values.length, masked: false });
    expect(outside.mean).toBeCloseTo(mean, 12);
    expect(outside.std).toBeCloseTo(std, 12);
    expect(outside.vrs.outlierPercent).toBeCloseTo(
      percent((value) => Math.abs(value) > 5 * std),
      12,
    );
    expect(outside.corrected.outlierPercent).toBeCloseTo(
      percent((value) => Math.abs(value - mean) > 5 * std),
      12,
    );
    const median = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
    expect(outside.constantFraction).toBe(values.filter((value) => value === median).length / values.length);
    expect(outside.corrected.outlierPercent).toBeGreaterThan(0);
  });

  it("are empty above the maximum", async () => {
    const { context, map } = makeTestJob({ box: BOX, voxels, team: "scrambled" });
    const { hardMask, mass, mask } = await segment({ map, level: 5, levels: [5], dilationSteps: 1 }, context);
    expect({ hardMask, mass }).toEqual({
      hardMask: null,
      mass: { extent: null, insideMask: { total: 0, first: [0, 0, 0] } },
    });
    expect(mask).toMatchObject({ hardVoxels: 0, overlapVoxels: 0, voxelsAbove: [0] });
    expect(mask.componentSizes).toHaveLength(0);
  });
});
