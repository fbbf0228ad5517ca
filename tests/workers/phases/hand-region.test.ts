import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cutBox, mapPosition, planHandGrid } from "../../../src/core/hand/hand-grid.ts";
import type { Triple } from "../../../src/core/volume/grid.ts";
import { confine } from "../../../workers/phases/hand-envelope.ts";
import { findMolecule } from "../../../workers/phases/hand-region.ts";
import { seededRandom } from "../../support/random.ts";
import { makeTestJob, type TestJobOptions } from "./scrambled-job.ts";

/** What training/hand finds in a noisy ball, by tests/data/hand_region.py. */
const TRAINING = JSON.parse(readFileSync(new URL("../../data/hand-region.json", import.meta.url), "utf8")) as {
  readonly box: Triple;
  readonly middle: Triple;
  readonly radius: number;
  readonly level: number;
  readonly seed: number;
  readonly enclosed: number;
  readonly cutBox: Triple;
  readonly origin: Triple;
};

const { box, middle, radius, level } = TRAINING;
const VOXEL: Triple = [1, 1, 1];

function noisyBall(): Float32Array {
  const random = seededRandom(TRAINING.seed);
  return Float32Array.from({ length: box[0] * box[1] * box[2] }, (_, i) => {
    const place = [i % box[0], Math.floor(i / box[0]) % box[1], Math.floor(i / (box[0] * box[1]))];
    const squared = place.reduce((sum, at, axis) => sum + (at - middle[axis]!) ** 2, 0);
    const noise = random();
    return (squared <= radius * radius ? 1 : 0) + noise + 2 * (noise * noise * noise);
  });
}

const voxels = noisyBall();

function found(options: Partial<TestJobOptions> = {}) {
  const { context, map } = makeTestJob({ box, voxels, ...options });
  return findMolecule(context, { ...map, grid: { ...map.grid, voxelSize: VOXEL } }, level);
}

describe("findMolecule", () => {
  it("finds the ball in the noise, where the training does", () => {
    const molecule = found()!;
    const grid = planHandGrid({ voxelSize: VOXEL }, molecule.extent);
    expect(molecule.voxels).toBe(TRAINING.enclosed);
    expect(cutBox(grid)).toEqual(TRAINING.cutBox);
    expect(mapPosition(grid, [0, 0, 0], VOXEL)).toEqual(TRAINING.origin);
    expect(molecule.share).toBe(1);
    // Noise alone reaches the level at every face of the box.
    expect(voxels.filter((value) => value >= level).length).toBeGreaterThan(molecule.voxels);
  });

  it("takes the mean below the level of the whole box", () => {
    const below = voxels.filter((value) => value < Math.fround(level));
    expect(found()!.meanBelow).toBeCloseTo(below.reduce((sum, value) => sum + value, 0) / below.length, 12);
  });

  it("does not depend on who takes which chunk, nor on the memory", () => {
    expect(found({ team: "scrambled" })).toEqual(found());
    expect(found({ memory: "private" })).toEqual(found());
  });

  it("finds nothing where nothing reaches the level", () => {
    expect(found({ voxels: new Float32Array(voxels.length) })).toBeNull();
  });
});

describe("confine", () => {
  it("keeps the values of the molecule's extent alone", () => {
    const { context } = makeTestJob({ box: [1, 1, 1], voxels: new Float32Array(1) });
    const grid = planHandGrid({ voxelSize: VOXEL }, [[0, 40], [0, 30], [5, 25]]); // biome-ignore format: three axes
    const [nx, ny, nz] = cutBox(grid);
    const volume = { box: [nx, ny, nz] as const, address: context.arena.allocate(4 * nx * ny * nz) };
    const values = new Float32Array(context.self.kernel.memory.buffer, volume.address, nx * ny * nz).fill(1);
    confine(context, volume, grid);
    const kept = Array.from(values.keys()).filter((i) => values[i] === 1);
    const offBy = (of: (i: number) => number, size: number) => Math.abs(new Set(kept.map(of)).size - size);
    // One more where the middle of the box lies on a voxel and the extent's does not.
    expect(offBy((i) => i % nx, 41)).toBeLessThanOrEqual(1);
    expect(offBy((i) => Math.floor(i / nx) % ny, 31)).toBeLessThanOrEqual(1);
    expect(offBy((i) => Math.floor(i / (nx * ny)), 21)).toBeLessThanOrEqual(1);
    expect(values.every((value) => value === 1 || value === Number.NEGATIVE_INFINITY)).toBe(true);
  });
});
