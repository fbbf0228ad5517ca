import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../src/core/volume/grid.ts";
import { bFactor } from "../../../workers/jobs/b-factor.ts";
import { background } from "../../../workers/jobs/background.ts";
import { segment } from "../../../workers/jobs/segment.ts";
import { softenMask } from "../../../workers/jobs/soften-mask.ts";
import { survey } from "../../../workers/jobs/survey.ts";
import { blobSpec } from "../../support/blob-map.ts";
import { valuesOf } from "../../support/mrc-builder.ts";
import { makeTestJob, type TestJobOptions } from "./scrambled-job.ts";

/** A message between workers holds 16 KiB. */
const MESSAGE_CHARACTERS = 16_384;
const BOXES: readonly Triple[] = [
  [24, 24, 24],
  [25, 21, 15],
  [22, 34, 13],
];

/** Every numerical job on one map, with the mask's bytes in place of its handle. */
async function measureAll(options: TestJobOptions) {
  const job = makeTestJob(options);
  const { context, map } = job;
  const each = <T>(step: () => T) => context.arena.scope(step);
  const surveyed = await each(() => survey({ map }, context));
  const segmented = await each(() =>
    segment({ map, level: 0.3, levels: [0.9, 0.6, 0.3, 0.1], dilationSteps: 1 }, context),
  );
  const mask = segmented.hardMask!;
  const measured = {
    survey: surveyed,
    segment: { ...segmented, hardMask: context.self.volumes.mask(mask.id).slice() },
    background: await each(() => background({ map, mask }, context)),
    bFactor: await each(() => bFactor({ map, mean: surveyed.statistics.mean, resolution: 6 }, context)),
    softMask: await each(() => softenMask({ map, mask }, context)),
  };
  return { measured, longestMessage: job.longestMessage() };
}

describe.each(BOXES)("the jobs on a box of %i × %i × %i", (...box) => {
  const voxels = valuesOf(blobSpec(24, { box }));
  expect(voxels).toHaveLength(voxelCount(box));

  it("measure the same whoever takes which chunk, in memory that was used before", async () => {
    const [plain, scrambled] = [
      await measureAll({ box, voxels }),
      await measureAll({ box, voxels, team: "scrambled" }),
    ];
    expect(plain.measured.segment.hardMask.some((bit) => bit === 1)).toBe(true);
    expect(scrambled.measured).toEqual(plain.measured);
    expect(scrambled.longestMessage).toBeLessThan(MESSAGE_CHARACTERS / 2);
  });

  it("measure the same in private memory", async () => {
    const [shared, own] = [await measureAll({ box, voxels }), await measureAll({ box, voxels, memory: "private" })];
    expect(own.measured).toEqual(shared.measured);
  });
});
