import { MapError } from "../core/errors.ts";
import type { Engine, MapSource, OpenOptions } from "../engine/engine.ts";

interface PlannedRun extends OpenOptions {
  readonly resolution: number | null;
  /** The most bytes that the run may hold. */
  readonly limit: number;
}

/** Compares the planned peak with the limit of `--max-memory`. @throws memory.exhausted, saying which smaller run would fit */
export async function assertWithinMemory(engine: Engine, source: MapSource, run: PlannedRun): Promise<void> {
  const { limit, ...options } = run;
  const { peakBytes } = await engine.plan(source, options);
  if (peakBytes <= limit) return;
  const fitting = await smallerRuns(engine, source, run);
  const [needed, allowed] = [peakBytes, limit].map(mebibytes);
  const message = `This map needs about ${needed} MiB; --max-memory allows ${allowed} MiB. ${advice(fitting)}`;
  throw new MapError("memory.exhausted", message, { peakBytes, limit });
}

/** Runs of the same map that would fit, in words, the one that measures most first. */
async function smallerRuns(engine: Engine, source: MapSource, run: PlannedRun): Promise<string[]> {
  const { voxelSize, resolution, binning, limit } = run;
  const candidates: [string, Parameters<Engine["plan"]>[1]][] = [
    ["without --resolution, so without the local checks", { voxelSize, binning, resolution: null }],
    ["with --bin 2, every number being of the binned map", { voxelSize, binning: 2, resolution }],
    ["with --bin 2 and without --resolution", { voxelSize, binning: 2, resolution: null }],
  ];
  const smaller = candidates.filter(
    ([, options]) => options?.binning !== binning || (resolution !== null && options?.resolution === null),
  );
  const plans = await Promise.all(smaller.map(([, options]) => engine.plan(source, options)));
  return smaller
    .map(([words], i) => ({ words, needed: plans[i]!.peakBytes }))
    .filter(({ needed }) => needed <= limit)
    .map(({ words, needed }) => `about ${mebibytes(needed)} MiB ${words}`);
}

function advice(fitting: readonly string[]): string {
  if (fitting.length === 0) return "No smaller run of it fits either: raise the limit, or crop the map.";
  return `What would fit: ${fitting.join("; or ")}. Otherwise raise the limit.`;
}

const mebibytes = (bytes: number) => Math.ceil(bytes / 2 ** 20);
