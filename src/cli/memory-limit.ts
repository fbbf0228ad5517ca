import { MapError } from "../core/errors.ts";
import type { MemoryPlan } from "../core/volume/memory-plan.ts";

/** @throws memory.exhausted when the planned peak exceeds the limit of `--max-memory`, bytes */
export function assertWithinMemory(plan: MemoryPlan, limit: number): void {
  if (plan.peakBytes <= limit) return;
  const [needed, allowed] = [plan.peakBytes, limit].map((bytes) => Math.ceil(bytes / 2 ** 20));
  const message = `This map needs about ${needed} MiB; --max-memory allows ${allowed} MiB. Raise the limit or bin the map.`;
  throw new MapError("memory.exhausted", message, { peakBytes: plan.peakBytes, limit });
}
