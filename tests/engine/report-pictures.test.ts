import { expect, it } from "vitest";
import type { Validation } from "../../src/engine/engine.ts";
import type { Instruments } from "../../src/engine/instruments.ts";
import { ReportPictures } from "../../src/engine/report-pictures.ts";
import type { JobRequest } from "../../workers/protocol.ts";
import { sampleFigures } from "../support/sample-figures.ts";
import { localBFactorOf, localOccupancyOf, localResolutionOf } from "../support/sample-local.ts";
import { sampleReport, sampleResult } from "../support/sample-report.ts";

const GRID = { box: [42, 42, 42], voxelSize: [3, 3, 3], origin: [0, 0, 0] } as const;
const FINE = { box: [64, 64, 64], voxelSize: [2, 2, 2], origin: [0, 0, 0] } as const;
const RESIZED_MASK = { id: "map.resized.mask", buffer: null };
const MAP_MASK = { id: "map.mask", buffer: null };

const KNOWN: Readonly<Record<string, unknown>> = {
  resize: { id: "map.resized", buffer: null, grid: GRID, placed: GRID },
  localBFactor: { volume: { id: "b", buffer: null, grid: GRID, mask: RESIZED_MASK } },
  localOccupancy: { volume: { id: "o", buffer: null, grid: GRID, mask: RESIZED_MASK } },
  localResolution: { volume: { id: "r", buffer: null, grid: FINE, mask: MAP_MASK } },
};

const CHECKS = [
  sampleResult("localResolution", "ok", {
    measurements: localResolutionOf({ finest: 3, spread: 2, reportedPercentile: 1 }),
  }),
  sampleResult("localBFactor", "ok", { measurements: localBFactorOf({ median: -200, offset: -50 }) }),
  sampleResult("localOccupancy", "ok", { measurements: localOccupancyOf({ median: 0.8, spread: 0.6 }) }),
];

type Request = JobRequest<"localSurfacePictures">;

/** Completes the pictures of a run with these checks; tells what the workers were asked to draw. */
async function asked(checks: Validation["report"]["checks"]): Promise<Request[]> {
  const requests: Request[] = [];
  const { surface, ...figures } = sampleFigures({ size: 8, surfaceSize: 8 });
  const pool = {
    solo: async () => surface,
    team: async (_: string, request: Request) => {
      requests.push(request);
      return { level: 1, views: request.volumes.map(() => surface) };
    },
  };
  const instruments = {
    pool,
    shelf: { has: () => true, resident: async () => ({ id: "map", grid: FINE }) },
    measurements: {
      find: ({ measurement }: { measurement: string }) => KNOWN[measurement],
      ask: (_: unknown, compute: () => unknown) => compute(),
    },
  } as unknown as Instruments;
  const pictures = new ReportPictures(instruments);
  await pictures.complete({ mapId: "map", report: sampleReport({ checks }), figures }, {});
  return requests;
}

it("draws the resized map inside its own mask, not inside that of 0.e, which is on the map's grid", async () => {
  const [request] = await asked(CHECKS);
  expect(request!.map.id).toBe("map.resized");
  expect(request!.mask).toEqual(RESIZED_MASK);
  expect(request!.volumes.map(({ id }) => id)).toEqual(["r", "b", "o"]);
});

it("draws nothing where only 0.e was measured: there is no resized map", async () => {
  expect(await asked(CHECKS.slice(0, 1))).toEqual([]);
});
