import { describe, expect, it } from "vitest";
import { checkLocalBFactor, checkLocalOccupancy } from "../../src/engine/local-checks.ts";
import type { Ask } from "../../src/engine/measurements.ts";
import type { RunFacts } from "../../src/engine/run-facts.ts";
import { localBFactorOf, localOccupancyOf } from "../support/sample-local.ts";

const GRID = { box: [64, 64, 64], voxelSize: [2, 2, 2], origin: [0, 0, 0] } as const;
const RESIZED = { id: "map.resized", buffer: null, grid: { ...GRID, box: [42, 42, 42], voxelSize: [3, 3, 3] } };
const MASK = { id: "map.resized.mask", buffer: null };

function facts(resolution: number | null): RunFacts {
  const parameters = { contourLevel: 1, contourSource: "user", resolution };
  return {
    mapId: "map1",
    map: { id: "map", buffer: null, grid: GRID },
    parameters,
    options: {},
  } as unknown as RunFacts;
}

/** Answers of the workers, and what they were asked. */
function workers(answers: Record<string, unknown> = {}) {
  const asked: string[] = [];
  const known: Record<string, unknown> = {
    resize: RESIZED,
    segment: { hardMask: MASK },
    localBFactor: { measurements: localBFactorOf({ median: -200, offset: -50 }) },
    localOccupancy: { measurements: localOccupancyOf({ median: 0.8, spread: 0.6 }) },
    ...answers,
  };
  const ask = async (job: string) => {
    asked.push(job);
    return known[job];
  };
  return { asked, ask: ask as unknown as Ask };
}

describe.each([
  ["localBFactor", checkLocalBFactor],
  ["localOccupancy", checkLocalOccupancy],
] as const)("the check of %s", (key, check) => {
  it("resizes, segments, measures and judges", async () => {
    const { ask, asked } = workers();
    const result = await check(ask, facts(4));
    expect(asked).toEqual(["resize", "segment", key]);
    expect(result).toMatchObject({ key, status: { vrs: "ok" } });
    expect(result.reason).toBeUndefined();
  });

  it.each([
    ["no resolution", null, {}, [], "No resolution"],
    ["a box smaller than the resolution", 200, {}, [], "smaller than the reported resolution"],
    ["an empty mask at that resolution", 6, { segment: { hardMask: null } }, ["resize", "segment"], "no voxel"],
  ])("does not apply to %s", async (_, resolution, answers, jobs, words) => {
    const { ask, asked } = workers(answers);
    const result = await check(ask, facts(resolution));
    expect(asked).toEqual(jobs);
    expect(result.status).toEqual({ corrected: "notApplicable", vrs: "notApplicable" });
    expect(result.reason).toContain(words);
    expect(result.measurements).toEqual({});
  });

  it("does not apply where nothing could be measured", async () => {
    const { ask } = workers({ [key]: null });
    const result = await check(ask, facts(6));
    expect(result.status).toEqual({ corrected: "notApplicable", vrs: "notApplicable" });
  });
});
