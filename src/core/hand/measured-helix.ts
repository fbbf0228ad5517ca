import { searchAxis } from "./axis-search.ts";
import { type HelixFeatures, helixFeatures } from "./features.ts";
import { acrossAxis, type HelixAxis } from "./helix-axis.ts";
import type { Sampler } from "./sampling.ts";

/** A candidate after the search: where its axis runs, and what the networks read of it. */
export interface MeasuredHelix extends Pick<HelixAxis, "centre" | "direction">, HelixFeatures {}

/** Searches about a ridge voxel and measures the waves there. @param resolution Å */
export function measureHelix(
  sampler: Sampler,
  ridge: HelixAxis,
  facts: { tubeness: number; resolution: number },
): MeasuredHelix {
  const [normal] = acrossAxis(ridge);
  const found = searchAxis(sampler, { ...ridge, normal });
  return { centre: found.centre, direction: found.direction, ...helixFeatures(sampler, found, facts) };
}
