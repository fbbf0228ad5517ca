import { describe, expect, it } from "vitest";
import type { ValidationParameters } from "../../src/engine/engine.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { kill, nodeEngine, watchedPlatform } from "../support/node-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const PARAMETERS: ValidationParameters = { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 6 };
/** What the resized map needs for one level; its mask is another segmentation. */
const LOCAL = ["segment", "localBFactor", "localOccupancy"];
/** Cut from the voxels, whatever was measured. */
const SLICES = "slice";

const folder = temporaryFolder();
const path = folder.write("blobs.map", blobMap(32));

/** An engine with a validated map, and a way to see which jobs another validation needs. */
async function validatedMap(memory: "shared" | "private" = "shared") {
  const platform = watchedPlatform({ memory });
  const engine = nodeEngine(platform);
  const { id } = await engine.open({ path });
  const first = await engine.validate(id, PARAMETERS);
  const jobsOf = async (changed: Partial<ValidationParameters>) => {
    const before = platform.jobs.length;
    const { report } = await engine.validate(id, { ...PARAMETERS, ...changed });
    return { jobs: platform.jobs.slice(before).filter((job) => job !== SLICES), report };
  };
  return { platform, engine, id, first, jobsOf };
}

describe.each(["shared", "private"] as const)("measurements with %s memory", (memory) => {
  it("are made once", async () => {
    const { platform, first, jobsOf } = await validatedMap(memory);
    const measured = platform.jobs.filter((job) => job !== SLICES);
    expect(measured).toEqual([
      "readMap",
      "survey",
      "segment",
      "background",
      "bFactor",
      "localResolution",
      "resize",
      ...LOCAL,
      "softenMask",
    ]);
    const { jobs, report } = await jobsOf({});
    expect(jobs).toEqual([]);
    expect(renderJson(report)).toBe(renderJson(first.report));
  });

  it.each([
    ["title and reading", { title: "A map", reading: "vrs" }, []],
    ["resolution", { resolution: 8 }, ["bFactor", "localResolution", "resize", ...LOCAL]],
    ["contour level", { contourLevel: 0.5 }, ["segment", "background", "localResolution", ...LOCAL, "softenMask"]],
  ] as const)("that depend on the %s are made again", async (_, changed, needed) => {
    const { jobsOf } = await validatedMap(memory);
    expect((await jobsOf(changed)).jobs).toEqual(needed);
    expect((await jobsOf({})).jobs).toEqual([]);
  });

  it("of two levels do not mix", async () => {
    const { jobsOf } = await validatedMap(memory);
    await jobsOf({ contourLevel: 0.6 });
    // The mask of the first level is at hand, but for that of the newly resized map; what lies outside it is measured
    // once more.
    const { jobs, report } = await jobsOf({ voxelSize: 2.01 });
    expect(jobs).toContain("background");
    expect(jobs.filter((job) => job === "segment")).toHaveLength(1);
    const fresh = await validatedMap();
    const alone = await fresh.engine.validate(fresh.id, { ...PARAMETERS, voxelSize: 2.01 });
    expect(renderJson(report)).toBe(renderJson(alone.report));
  });

  it("are forgotten with their map", async () => {
    const { platform, engine, id } = await validatedMap(memory);
    engine.close(id);
    const again = await engine.open({ path });
    await engine.validate(again.id, PARAMETERS);
    expect(platform.jobs.filter((job) => job === "survey")).toHaveLength(2);
    expect(platform.jobs.filter((job) => job === "background")).toHaveLength(2);
  });
});

describe("private memory", () => {
  it("gives the report of shared memory, byte by byte", async () => {
    const [own, shared] = [await validatedMap("private"), await validatedMap("shared")];
    expect(own.engine.environment).toEqual({ memory: "private", workers: 1 });
    expect(own.platform.spawned).toHaveLength(1);
    expect(renderJson(own.first.report)).toBe(renderJson(shared.first.report));
    expect(own.first.figures).toEqual(shared.first.figures);
  });

  it("loses its maps with the worker and reads them again, once", async () => {
    const { platform, engine, id, first } = await validatedMap("private");
    await kill(platform.spawned[0]!);
    const [validation] = await Promise.all([
      engine.validate(id, PARAMETERS),
      engine.slice(id, "z", 3),
      engine.drawSurface(id, BLOB_LEVEL, { size: 16 }),
    ]);
    expect(renderJson(validation.report)).toBe(renderJson(first.report));
    expect(platform.jobs.filter((job) => job === "readMap")).toHaveLength(2);
  });

  it("gives a closed map's memory back", async () => {
    const { platform, engine, id } = await validatedMap("private");
    engine.close(id);
    await engine.plan({ path });
    expect(platform.jobs.slice(-2)).toEqual(["release", "plan"]);
  });
});
