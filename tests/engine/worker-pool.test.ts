import { describe, expect, it, vi } from "vitest";
import type { MapHandle } from "../../workers/handles.ts";
import { blobMap } from "../support/blob-map.ts";
import { nodePool, watchedPlatform } from "../support/node-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
const path = folder.write("blobs.map", blobMap(24));
const source = { path };

describe("WorkerPool", () => {
  it("starts no worker before the first job, and each once", async () => {
    const platform = watchedPlatform({ workers: 3 });
    const pool = nodePool(platform);
    expect(platform.spawned).toHaveLength(0);
    for (let job = 0; job < 3; job++) await pool.team("readMap", { source });
    expect(platform.spawned).toHaveLength(3);
    await pool.solo("plan", { source, resolution: null });
    await pool.solo("plan", { source, resolution: null });
    expect(platform.spawned).toHaveLength(4);
  });

  it("runs team jobs one after the other, in the order of asking", async () => {
    const pool = nodePool();
    const ended: number[] = [];
    const jobs = [1, 2, 3, 4].map(async (job) => {
      await pool.team("readMap", { source });
      ended.push(job);
    });
    await Promise.all(jobs);
    expect(ended).toEqual([1, 2, 3, 4]);
  });

  it("goes on after a job that failed", async () => {
    const pool = nodePool();
    const lost: MapHandle = { id: "lost", buffer: null, grid: (await pool.team("readMap", { source })).map.grid };
    await expect(pool.team("survey", { map: lost })).rejects.toMatchObject({ code: "job.failed" });
    const { map } = await pool.team("readMap", { source });
    expect((await pool.team("survey", { map })).statistics.max).toBeGreaterThan(0.9);
  });

  it("answers solo jobs while the team is at work", async () => {
    const pool = nodePool();
    const { map } = await pool.team("readMap", { source: { path: folder.write("large.map", blobMap(96)) } });
    await pool.solo("slice", { map, axis: "z", index: 0 });
    const ended: string[] = [];
    const surveys = [1, 2, 3, 4].map(() => pool.team("survey", { map }).then(() => ended.push("survey")));
    const slice = pool.solo("slice", { map, axis: "z", index: 0 }).then(() => ended.push("slice"));
    await Promise.all([...surveys, slice]);
    expect(ended.at(-1)).toBe("survey");
  });

  it("lets the jobs at hand end before it recycles, and then starts anew", async () => {
    const platform = watchedPlatform({ workers: 2 });
    const pool = nodePool(platform);
    const first = pool.team("readMap", { source });
    pool.recycle();
    const second = pool.team("readMap", { source });
    expect((await first).sha256).toBe((await second).sha256);
    await Promise.all(platform.spawned.slice(0, 2).map(({ death }) => death));
    expect(platform.spawned).toHaveLength(4);
  });

  it("ends the job at hand when it is disposed of", async () => {
    const platform = watchedPlatform();
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    // A worker that begins every job and ends none: what ends this one is the disposal.
    const spawn = () => {
      const worker = platform.spawn();
      const run = () => {
        begin();
        return new Promise<never>(() => {});
      };
      const door = new Proxy(worker.door, {
        get: (target, key) => (key === "run" ? run : (Reflect.get(target, key) as unknown)),
      });
      return { ...worker, door };
    };
    const pool = nodePool({ ...platform, spawn });
    const job = pool.team("readMap", { source });
    await begun;
    pool.dispose();
    await expect(job).rejects.toMatchObject({ code: "worker.died" });
    await Promise.all(platform.spawned.map(({ death }) => death));
    await expect(pool.team("readMap", { source })).rejects.toMatchObject({ code: "worker.died" });
  });

  it("ends workers that do not stop when their job is cancelled", async () => {
    const platform = watchedPlatform();
    let begun = 0;
    const stuck = () => {
      begun++;
      return new Promise<never>(() => {});
    };
    const spawn = () => {
      const worker = platform.spawn();
      const calls: Partial<Record<string | symbol, unknown>> = { run: stuck, assist: stuck };
      const door = new Proxy(worker.door, {
        get: (target, key) => calls[key] ?? (Reflect.get(target, key) as unknown),
      });
      return { ...worker, door };
    };
    const pool = nodePool({ ...platform, spawn });
    const controller = new AbortController();
    const job = pool.team("readMap", { source }, { signal: controller.signal });
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(2);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      controller.abort("enough");
      const settled = expect(job).rejects.toBe("enough");
      await vi.advanceTimersByTimeAsync(10_000);
      await settled;
      await Promise.all(platform.spawned.map(({ death }) => death));
    } finally {
      vi.useRealTimers();
    }
  });

  it("ends the workers that started when another could not, and tries again", async () => {
    const healthy = watchedPlatform({ workers: 2 });
    let spoiled = 1;
    const spawn = () => {
      const worker = healthy.spawn();
      if (spoiled-- > 0) worker.terminate();
      return worker;
    };
    const pool = nodePool({ ...healthy, spawn });
    await expect(pool.team("readMap", { source })).rejects.toMatchObject({ code: "worker.died" });
    await Promise.all(healthy.spawned.map(({ death }) => death));
    expect((await pool.team("readMap", { source })).fileName).toBe("blobs.map");
  });

  it("tries again after kernels that could not be loaded", async () => {
    const platform = watchedPlatform();
    let failures = 1;
    const loadKernels: typeof platform.loadKernels = async (memory) => {
      if (failures-- > 0) throw new Error("offline");
      return platform.loadKernels(memory);
    };
    const pool = nodePool({ ...platform, loadKernels });
    await expect(pool.team("readMap", { source })).rejects.toThrow("offline");
    expect((await pool.team("readMap", { source })).fileName).toBe("blobs.map");
  });
});
