import { describe, expect, it } from "vitest";
import { isMapError } from "../../src/core/errors.ts";
import type { Engine, Progress, ValidationParameters } from "../../src/engine/engine.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { kill, nodeEngine, watchedPlatform } from "../support/node-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();

interface Case {
  readonly path: string;
  readonly parameters: ValidationParameters;
}

/** Large enough to be disturbed while its background is measured; what comes after that is the small map's to show. */
const LARGE: Case = {
  path: folder.write("large.map", blobMap(128)),
  parameters: { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: null },
};
const SMALL: Case = {
  path: folder.write("small.map", blobMap(32)),
  parameters: { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 6 },
};

/** Validates, does something at the first progress of the background, and tells how far that step came. */
async function disturb(
  engine: Engine,
  {
    mapId,
    parameters,
    signal,
    act,
  }: { mapId: string; parameters: ValidationParameters; signal?: AbortSignal; act: () => void },
) {
  const fractions: (number | null)[] = [];
  const onProgress = (progress: Progress) => {
    if (progress.step !== "background") return;
    if (fractions.push(progress.fraction) === 1) act();
  };
  const error: unknown = await engine.validate(mapId, parameters, { signal, onProgress }).then(
    () => expect.unreachable("it was not disturbed"),
    (reason: unknown) => reason,
  );
  return { error, fractions };
}

const undisturbedReports = new Map<Case, Promise<string>>();

/** The report of a run that nothing disturbs. */
function undisturbed(one: Case): Promise<string> {
  const report = undisturbedReports.get(one) ?? reportOf(nodeEngine(), one);
  undisturbedReports.set(one, report);
  return report;
}

async function reportOf(engine: Engine, { path, parameters }: Case): Promise<string> {
  const { id } = await engine.open({ path });
  return renderJson((await engine.validate(id, parameters)).report);
}

describe.each(["shared", "private"] as const)("an abort with %s memory", (memory) => {
  it("stops the job at once with the signal's reason, and the next run is whole", { timeout: 60_000 }, async () => {
    const engine = nodeEngine(watchedPlatform({ memory }));
    const { id } = await engine.open({ path: LARGE.path });
    const controller = new AbortController();
    const abort = () => controller.abort("enough");
    const disturbance = { mapId: id, parameters: LARGE.parameters, signal: controller.signal, act: abort };
    const { error, fractions } = await disturb(engine, disturbance);
    expect(error).toBe("enough");
    expect(fractions).not.toContain(0.95);
    const again = renderJson((await engine.validate(id, LARGE.parameters)).report);
    expect(again).toBe(await undisturbed(LARGE));
  });

  it("does not touch a run that begins in the same moment", async () => {
    const engine = nodeEngine(watchedPlatform({ memory }));
    const { id } = await engine.open({ path: SMALL.path });
    const controller = new AbortController();
    let second: Promise<unknown> = Promise.resolve();
    const replace = () => {
      controller.abort();
      second = engine.validate(id, SMALL.parameters);
    };
    const disturbance = { mapId: id, parameters: SMALL.parameters, signal: controller.signal, act: replace };
    const { error } = await disturb(engine, disturbance);
    expect(error).toBe(controller.signal.reason);
    expect(renderJson(((await second) as { report: object }).report)).toBe(await undisturbed(SMALL));
  });

  it("before the start rejects without a job", async () => {
    const platform = watchedPlatform({ memory });
    const engine = nodeEngine(platform);
    await expect(engine.open({ path: SMALL.path }, { signal: AbortSignal.abort("no") })).rejects.toBe("no");
    expect(platform.jobs).toEqual([]);
  });

  it("while the workers start rejects without a job", async () => {
    const controller = new AbortController();
    const { loadKernels } = watchedPlatform();
    const platform = watchedPlatform({
      memory,
      loadKernels: async (kind) => {
        controller.abort("no");
        return loadKernels(kind);
      },
    });
    await expect(nodeEngine(platform).open({ path: SMALL.path }, { signal: controller.signal })).rejects.toBe("no");
    expect(platform.jobs).toEqual([]);
  });

  it("after the end stops nothing", async () => {
    const platform = watchedPlatform({ memory });
    const engine = nodeEngine(platform);
    const controller = new AbortController();
    const { id } = await engine.open({ path: SMALL.path }, { signal: controller.signal });
    controller.abort();
    await engine.validate(id, SMALL.parameters);
    expect(platform.jobs.filter((job) => job === "readMap")).toHaveLength(1);
  });
});

describe("a worker that dies", () => {
  const memories = [
    { memory: "shared", victim: 0 },
    { memory: "shared", victim: 1 },
    { memory: "private", victim: 0 },
  ] as const;

  it.each(memories)("in a job ends only that run ($memory memory, worker $victim)", async ({ memory, victim }) => {
    const platform = watchedPlatform({ memory });
    const engine = nodeEngine(platform);
    const { id } = await engine.open({ path: LARGE.path });
    const act = () => platform.spawned[victim]!.terminate();
    const { error } = await disturb(engine, { mapId: id, parameters: LARGE.parameters, act });
    expect(isMapError(error, "worker.died")).toBe(true);
    expect(renderJson((await engine.validate(id, LARGE.parameters)).report)).toBe(await undisturbed(LARGE));
  });

  it.each(memories)("between jobs is replaced ($memory memory, worker $victim)", async ({ memory, victim }) => {
    const platform = watchedPlatform({ memory });
    const engine = nodeEngine(platform);
    const { id } = await engine.open({ path: SMALL.path });
    await kill(platform.spawned[victim]!);
    expect(renderJson((await engine.validate(id, SMALL.parameters)).report)).toBe(await undisturbed(SMALL));
  });
});
