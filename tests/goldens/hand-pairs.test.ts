import { expect } from "vitest";
import type { ByteSource } from "../../src/core/mrc/source.ts";
import type { Triple } from "../../src/core/volume/grid.ts";
import { hand } from "../../workers/jobs/hand.ts";
import { readMap } from "../../workers/jobs/read-map.ts";
import { nodeFileSource } from "../../workers/node/file-source.ts";
import { bytesSource } from "../support/byte-source.ts";
import { mapNamed, testWithData } from "../support/data-folder.ts";
import { reoriented } from "../support/helix-map.ts";
import { makeMrc } from "../support/mrc-builder.ts";
import { makeTestJob } from "../workers/phases/scrambled-job.ts";

/** Maps whose deposited model sits in the density, with a level that encloses 17.2 Å³ an atom. */
const PAIRS = [
  ["2566_3J6B_9.mrc", 0.07832, 3.2, "correct"],
  ["3j63_box.ccp4", 0.7, 3.8, "correct"],
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
      expect(mirrored.evidence.t! / plain.evidence.t!).toBeCloseTo(-1, 5);
    },
    MINUTE,
  );
}

const ORDERS = [
  [1, 2, 3],
  [1, 3, 2],
  [2, 1, 3],
  [2, 3, 1],
  [3, 1, 2],
  [3, 2, 1],
] as const;

testWithData(
  "a map has the same hand in each of the six orders of axes that a file can have",
  async () => {
    const [name, level, resolution] = PAIRS[6];
    const { values, grid } = await read(name);
    const { box, voxelSize } = grid;
    const value = (x: number, y: number, z: number) => values[(z * box[1] + y) * box[0] + x]!;
    const cell: Triple = [box[0] * voxelSize[0], box[1] * voxelSize[1], box[2] * voxelSize[2]];
    const files = ORDERS.map((axes) => bytesSource(makeMrc({ box, value, axes, cell })));
    const [first, ...others] = await Promise.all(files.map((file) => read(name, () => file)));
    const hand = await measured({ level, resolution, ...first!.grid, values: first!.values });
    expect(hand.evidence.outcome).toBe("correct");
    // What is measured from the same voxels of the same grid is the same.
    for (const { values, grid } of others) {
      expect(grid).toEqual(first!.grid);
      expect(bytesOf(values).equals(bytesOf(first!.values))).toBe(true);
    }
  },
  MINUTE,
);

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array) => Buffer.from(buffer, byteOffset, byteLength);

async function read(name: string, open: () => ByteSource | Promise<ByteSource> = () => nodeFileSource(mapNamed(name))) {
  const { context } = makeTestJob({ box: [1, 1, 1], voxels: new Float32Array(1) });
  const platform = { ...context.platform, openSource: async () => open() };
  const { map } = await readMap({ source: { path: name } }, { ...context, platform });
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
