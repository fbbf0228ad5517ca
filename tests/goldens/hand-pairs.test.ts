import { expect } from "vitest";
import type { Triple } from "../../src/core/volume/grid.ts";
import { hand } from "../../workers/jobs/hand.ts";
import { readMap } from "../../workers/jobs/read-map.ts";
import { nodeFileSource } from "../../workers/node/file-source.ts";
import { mapNamed, testWithData } from "../support/data-folder.ts";
import { reoriented } from "../support/helix-map.ts";
import { makeTestJob } from "../workers/phases/scrambled-job.ts";

/** Maps whose deposited model sits in the density, with a level that encloses 17.2 Å³ an atom. */
const PAIRS = [
  ["2566_3J6B_9.mrc", 0.07832, 3.2, "correct"],
  ["3j63_box.ccp4", 0.7, 3.8, "undetermined"],
  ["3los_box.ccp4", 0.1421, 4.3, "undetermined"],
  ["3j06_box.ccp4", 2.076, 3.3, "correct"],
  ["5xsy_B_box.ccp4", 0.02406, 4, "correct"],
  ["6272.mrc", 1.834, 2.6, "correct"],
  ["test_map.ccp4", 0.3046, 3.3, "correct"],
] as const;

const MINUTE = 60_000;

for (const [name, level, resolution, outcome] of PAIRS) {
  testWithData(
    `${name} is ${outcome}, and its mirror image the opposite`,
    async () => {
      const { values, grid } = await read(name);
      const asked = { level, resolution, voxelSize: grid.voxelSize };
      const plain = await measured({ ...asked, values, box: grid.box });
      const turned = reoriented(values, grid.box, { order: [2, 1, 0], flips: [false, false, false] });
      const [x, y, z] = grid.voxelSize;
      const mirrored = await measured({ ...asked, ...turned, voxelSize: [z, y, x] });
      expect(plain.evidence.outcome).toBe(outcome);
      expect(mirrored.score).toBeCloseTo(1 - plain.score!, 6);
      expect(mirrored.evidence.t).toBeCloseTo(-plain.evidence.t!, 5);
    },
    MINUTE,
  );
}

async function read(name: string) {
  const { context } = makeTestJob({ box: [1, 1, 1], voxels: new Float32Array(1) });
  const platform = { ...context.platform, openSource: () => nodeFileSource(mapNamed(name)) };
  const { map } = await readMap({ source: { path: mapNamed(name) } }, { ...context, platform });
  return { values: context.self.volumes.voxels(map.id), grid: map.grid };
}

async function measured({
  values,
  box,
  voxelSize,
  ...asked
}: {
  values: Float32Array;
  box: Triple;
  voxelSize: Triple;
  level: number;
  resolution: number;
}) {
  const { context, map } = makeTestJob({ box, voxels: values });
  return (await hand({ map: { ...map, grid: { ...map.grid, voxelSize } }, ...asked }, context))!;
}
