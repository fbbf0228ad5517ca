import { beforeAll, describe, expect, it } from "vitest";
import type { HandMeasurements } from "../../../src/core/hand/hand.ts";
import type { Triple } from "../../../src/core/volume/grid.ts";
import { hand } from "../../../workers/jobs/hand.ts";
import { helixMap, reoriented } from "../../support/helix-map.ts";
import { betaSheets, mapOfAtoms, rnaDuplex } from "../../support/model-map.ts";
import { seededRandom } from "../../support/random.ts";
import { makeTestJob, type TestJobOptions } from "../phases/scrambled-job.ts";

const SIZE = 49;
const BOX: Triple = [SIZE, SIZE, SIZE];
const VOXEL = 1.2;
const LEVEL = 1.2;
const voxels = helixMap(SIZE, { voxelSize: VOXEL, noise: 0.3 });
const KEPT = [false, false, false] as const;

async function measured(options: TestJobOptions, resolution = 3.5): Promise<HandMeasurements | null> {
  const { context, map } = makeTestJob(options);
  const sized = { ...map, grid: { ...map.grid, voxelSize: [VOXEL, VOXEL, VOXEL] as const } };
  return hand({ map: sized, level: LEVEL, resolution }, context);
}

describe("hand", () => {
  it("knows right-handed helices, whoever takes which chunk", async () => {
    const plain = await measured({ box: BOX, voxels });
    expect(plain!.evidence.helixCandidates).toBeGreaterThan(10);
    expect(plain!.evidence.outcome).toBe("correct");
    expect(plain!.score).toBeLessThan(0.05);
    expect(await measured({ box: BOX, voxels, team: "scrambled" })).toEqual(plain);
    expect(await measured({ box: BOX, voxels, memory: "private" })).toEqual(plain);
    for (const { centre } of plain!.evidence.helices) {
      for (const voxel of centre) expect(Math.abs(voxel - (SIZE - 1) / 2)).toBeLessThan(SIZE / 2);
    }
  });

  it("measures the same in a larger box with specks of noise that reach the level", async () => {
    const [border, side] = [12, SIZE + 24];
    const random = seededRandom();
    const larger = Float32Array.from({ length: side ** 3 }, (_, i) => {
      const [x, y, z] = [i % side, Math.floor(i / side) % side, Math.floor(i / side ** 2)].map((at) => at - border) as [
        number,
        number,
        number,
      ];
      if ([x, y, z].every((at) => at >= 0 && at < SIZE)) return voxels[(z * SIZE + y) * SIZE + x]!;
      return random() > 0.49 ? 2 * LEVEL : 0;
    });
    const [plain, noisy] = [
      await measured({ box: BOX, voxels }),
      await measured({ box: [side, side, side], voxels: larger }),
    ];
    expect(noisy!.evidence.outcome).toBe("correct");
    expect(Math.abs(noisy!.evidence.t! / plain!.evidence.t! - 1)).toBeLessThan(0.2);
    for (const { centre } of noisy!.evidence.helices) {
      for (const voxel of centre) expect(Math.abs(voxel - (side - 1) / 2)).toBeLessThan(SIZE / 2);
    }
  });

  it("takes no side on noise", async () => {
    const random = seededRandom();
    const noise = Float32Array.from({ length: SIZE ** 3 }, () => 5 * random());
    const { evidence } = (await measured({ box: BOX, voxels: noise }))!;
    expect(evidence.outcome).toBe("undetermined");
  });

  it.each([
    ["flat antiparallel sheets", 4, betaSheets({ sheets: 3, strands: 8, residues: 10 })],
    ["A-form RNA", 3, [...rnaDuplex(20, [-12, -12]), ...rnaDuplex(20, [12, 12])]],
    ["A-form RNA", 4, [...rnaDuplex(20, [-12, -12]), ...rnaDuplex(20, [12, 12])]],
  ] as const)("takes no side on %s at %d Å", async (_, resolution, atoms) => {
    const random = seededRandom();
    const size = 60;
    const noise = () => 0.3 * (random() - 0.5);
    const modelled = mapOfAtoms(atoms, { size, voxelSize: VOXEL, spread: 1.1, noise });
    const { evidence } = (await measured({ box: [size, size, size], voxels: modelled }, resolution))!;
    expect(evidence.candidates).toBeGreaterThan(100);
    expect([evidence.outcome, evidence.reason]).toEqual(["undetermined", "helices"]);
  });

  it("has nothing to say below the level", async () => {
    expect(await measured({ box: BOX, voxels: new Float32Array(SIZE ** 3) })).toBeNull();
  });
});

describe("the hand of a map whose axes are changed", () => {
  // A part of the box, so that its sides differ and are even and odd.
  const part = cut();
  let plain: HandMeasurements;
  beforeAll(async () => {
    plain = (await measured({ box: part.box, voxels: part.values }, 4))!;
  });

  it.each([
    ["x turned around", [0, 1, 2], [true, false, false], -1],
    ["y turned around", [0, 1, 2], [false, true, false], -1],
    ["all turned around", [0, 1, 2], [true, true, true], -1],
    ["x and z exchanged", [2, 1, 0], KEPT, -1],
    ["y and z exchanged", [0, 2, 1], KEPT, -1],
    ["x, y, z moved on", [1, 2, 0], KEPT, 1],
    ["turned by a half", [0, 1, 2], [true, true, false], 1],
  ] as const)("is 1 less the score with %s, or the same if that is a rotation", async (_, order, flips, sign) => {
    const { values, box } = reoriented(part.values, part.box, { order, flips });
    const changed = await measured({ box, voxels: values }, 4);
    expect(changed!.evidence.t! / plain.evidence.t!).toBeCloseTo(sign, 7);
    expect(changed!.score).toBeCloseTo(sign > 0 ? plain.score! : 1 - plain.score!, 6);
    expect(changed!.evidence.candidates).toBe(plain.evidence.candidates);
  });
});

function cut() {
  const box: Triple = [SIZE - 3, SIZE - 6, SIZE - 4];
  const values = new Float32Array(box[0] * box[1] * box[2]);
  for (let i = 0; i < values.length; i++) {
    const [x, y, z] = [i % box[0], Math.floor(i / box[0]) % box[1], Math.floor(i / (box[0] * box[1]))];
    values[i] = voxels[(z * SIZE + y) * SIZE + x]!;
  }
  return { values, box };
}
