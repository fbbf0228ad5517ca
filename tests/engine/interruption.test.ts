import { describe, expect, it } from "vitest";
import { isMapError } from "../../src/core/errors.ts";
import type { Engine, Progress, ValidationParameters } from "../../src/engine/engine.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { kill, nodeEngine, watchedPlatform } from "../support/node-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const PARAMETERS: ValidationParameters = { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 6 };

const folder = temporaryFolder();
const large = folder.write("large.map", blobMap(128));
const small = folder.write("small.map", blobMap(32));

/** Validates, does something at the first progress of a step, and tells how far that step came. */
async function disturb(
  engine: Engine,
  { mapId, step, signal, act }: { mapId: string; step: Progress["step"]; signal?: AbortSignal; act: () => void },
) {
  const fractions: (number | null)[] = [];
  const onProgress = (progress: Progress) => {
    if (progress.step !== step) return;
    if (fractions.push(progress.fraction) === 1) act();
  };
  const error: unknown = await engine.validate(mapId, PARAMETERS, { signal, onProgress }).then(
    () => expect.unreachable("it was not disturbed"),
    (reason: unknown) => reason,
  );
  return { error, fractions };
}

/** The report of a run that nothing disturbs. */
async function undisturbed(path: string): Promise<string> {
  const engine = nodeEngine();
  const { id } = await engine.open({ path });
  return renderJson((await engine.validate(id, PARAMETERS)).report);
}

describe.each(["shared", "private"] as const)("an abort with %s memory", (memory) => {
  it("stops the job at once with the signal's reason, and the next run is whole", { timeout: 60_000 }, async () => {
    const engine = nodeEngine(watchedPlatform({ memory }));
    const { id } = await engine.open({ path: large });
    const controller = new AbortController();
    const abort = () => controller.abort("enough");
    const { error, fractions } = await disturb(engine, {
      mapId: id,
      step: "background",
      signal: controller.signal,
      act: abort,
    });
    expect(error).toBe("enough");
    expect(fractions).not.toContain(0.95);
    const again = renderJson((await engine.validate(id, PARAMETERS)).report);
    expect(again).toBe(await undisturbed(large));
  });

  it("does not touch a run that begins in the same moment", async () => {
    const engine = nodeEngine(watchedPlatform({ memory }));
    const { id } = await engine.open({ path: small });
    const controller = new AbortController();
    let second: Promise<unknown> = Promise.resolve();
    const replace = () => {
      controller.abort();
      second = engine.validate(id, PARAMETERS);
    };
    const { error } = await disturb(engine, { mapId: id, step: "background", signal: controller.signal, act: replace });
    expect(error).toBe(controller.signal.reason);
    expect(renderJson(((await second) as { report: object }).report)).toBe(await undisturbed(small));
  });

  it("before the start rejects without a job", async () => {
    const platform = watchedPlatform({ memory });
    const engine = nodeEngine(platform);
    await expect(engine.open({ path: small }, { signal: AbortSignal.abort("no") })).rejects.toBe("no");
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
    await expect(nodeEngine(platform).open({ path: small }, { signal: controller.signal })).rejects.toBe("no");
    expect(platform.jobs).toEqual([]);
  });

  it("after the end stops nothing", async () => {
    const platform = watchedPlatform({ memory });
    const engine = nodeEngine(platform);
    const controller = new AbortController();
    const { id } = await engine.open({ path: small }, { signal: controller.signal });
    controller.abort();
    await engine.validate(id, PARAMETERS);
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
    const { id } = await engine.open({ path: large });
    const act = () => platform.spawned[victim]!.terminate();
    const { error } = await disturb(engine, { mapId: id, step: "background", act });
    expect(isMapError(error, "worker.died")).toBe(true);
    expect(renderJson((await engine.validate(id, PARAMETERS)).report)).toBe(await undisturbed(large));
  });

  it.each(memories)("between jobs is replaced ($memory memory, worker $victim)", async ({ memory, victim }) => {
    const platform = watchedPlatform({ memory });
    const engine = nodeEngine(platform);
    const { id } = await engine.open({ path: small });
    await kill(platform.spawned[victim]!);
    expect(renderJson((await engine.validate(id, PARAMETERS)).report)).toBe(await undisturbed(small));
  });
});
