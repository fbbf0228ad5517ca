import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import type { Arena } from "../../../../workers/kernels/kernel.ts";
import { countRunsPlane, offsetRuns, rowTableBytes, writeRunsPlane } from "../../../../workers/kernels/labels/runs.ts";
import { loadPlane, planeBytes } from "../../../../workers/kernels/voxels/plane.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { tiedValues } from "../voxels/fixture.ts";
import { SHAPES } from "./naive.ts";

const { kernel, arena } = makeKernel();
const level = 0.25;

/** Row table and runs, planes taken in the given order. */
function runsOf(voxels: Float32Array, box: Triple, order: readonly number[]) {
  const rowCount = box[1] * box[2];
  const [address, rows] = [arena.allocate(planeBytes(box)), arena.allocate(rowTableBytes(rowCount))];
  const planeAt = (z: number) => loadPlane(kernel, voxels, { box, z, address });
  const counted = order.map((z) => countRunsPlane(kernel, planeAt(z), { level, z, rows }));
  const runCount = offsetRuns(kernel, { rows, rowCount });
  expect(counted.reduce((sum, n) => sum + n, 0)).toBe(runCount);
  const runs = arena.allocate(4 * runCount);
  for (const z of order) writeRunsPlane(kernel, planeAt(z), { level, z, rows, runs });
  return { rows: wordsAt(arena, rows, rowCount + 1), runs: wordsAt(arena, runs, runCount) };
}

function wordsAt({ memory }: Arena, address: number, count: number): number[] {
  return [...new Uint32Array(memory.buffer, address, count)];
}

function naiveRuns(voxels: Float32Array, [nx, ny, nz]: Triple) {
  const rows = [0];
  const runs: number[] = [];
  for (let row = 0; row < ny * nz; row++) {
    for (let x = 0; x < nx; x++) {
      if (voxels[row * nx + x]! < level) continue;
      const start = x;
      while (x + 1 < nx && voxels[row * nx + x + 1]! >= level) x++;
      runs.push(start + x * 65536);
    }
    rows.push(runs.length);
  }
  return { rows, runs };
}

describe.each(SHAPES)("runs of a %i × %i × %i box", (...box) => {
  const voxels = tiedValues(voxelCount(box), 21);
  const forward = Array.from({ length: box[2] }, (_, z) => z);

  it("are the stretches at or above the level", () => {
    expect(runsOf(voxels, box, forward)).toEqual(naiveRuns(voxels, box));
  });

  it("do not depend on the order of the planes", () => {
    expect(runsOf(voxels, box, forward.toReversed())).toEqual(runsOf(voxels, box, forward));
  });
});
