import { existsSync } from "node:fs";
import type { Remote } from "comlink";
import { afterEach } from "vitest";
import { type BuiltFiles, nodePlatform } from "../../src/cli/node-platform.ts";
import { createEngine } from "../../src/engine/create-engine.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { EnginePlatform, SpawnedWorker } from "../../src/engine/platform.ts";
import { WorkerPool } from "../../src/engine/worker-pool.ts";
import type { JobName } from "../../workers/protocol.ts";
import type { WorkerDoor } from "../../workers/worker-door.ts";

const beside = (name: string) => new URL(`../../dist/cli/${name}`, import.meta.url);

const BUILT: BuiltFiles = {
  worker: beside("compute.js"),
  kernels: { shared: beside("kernels-shared.wasm"), private: beside("kernels-private.wasm") },
  fonts: {
    regular: beside("fonts/Inter-400.ttf"),
    medium: beside("fonts/Inter-500.ttf"),
    bold: beside("fonts/Inter-600.ttf"),
    serif: beside("fonts/SourceSerif4-600.ttf"),
    serifText: beside("fonts/SourceSerif4-400.ttf"),
  },
};

/** The platform of the command line over real worker threads, and what happened on it. */
export interface WatchedPlatform extends EnginePlatform {
  /** Every worker started so far, also those that are gone. */
  readonly spawned: SpawnedWorker[];
  /** Names of the jobs that workers were asked to lead, in order. */
  readonly jobs: JobName[];
}

/** `npm run build` must have run. */
export function watchedPlatform(options: Partial<EnginePlatform> = {}): WatchedPlatform {
  if (!existsSync(BUILT.worker)) throw new Error("dist/cli is missing; run npm run build first.");
  const platform = { ...nodePlatform(BUILT, options.workers ?? 2), ...options };
  const spawned: SpawnedWorker[] = [];
  const jobs: JobName[] = [];
  const spawn = () => {
    const worker = platform.spawn();
    spawned.push(worker);
    return { ...worker, door: listed(worker.door, jobs) };
  };
  return { ...platform, spawn, spawned, jobs };
}

/** A door that writes down the jobs that pass through it. */
function listed(door: Remote<WorkerDoor>, jobs: JobName[]): Remote<WorkerDoor> {
  return new Proxy(door, {
    get(target, key) {
      if (key !== "run") return Reflect.get(target, key) as unknown;
      return (...call: Parameters<typeof target.run>) => {
        jobs.push(call[0]);
        return target.run(...call);
      };
    },
  });
}

const started: { dispose(): void }[] = [];
afterEach(() => {
  for (const engine of started.splice(0)) engine.dispose();
});

/** An engine that is disposed of after the test. */
export function nodeEngine(platform: EnginePlatform = watchedPlatform()): Engine {
  const engine = createEngine(platform);
  started.push(engine);
  return engine;
}

/** A pool that is disposed of after the test. */
export function nodePool(platform: EnginePlatform = watchedPlatform()): WorkerPool {
  const pool = new WorkerPool(platform);
  started.push(pool);
  return pool;
}

/** Ends a worker from outside and waits until all who listen know. */
export async function kill(worker: SpawnedWorker): Promise<void> {
  worker.terminate();
  await worker.death;
  await new Promise((resolve) => setImmediate(resolve));
}
