import { searchAxis } from "./axis-search.ts";
import { helixFeatures } from "./features.ts";
import type { HelixCandidate } from "./hand.ts";
import { acrossAxis, type HelixAxis } from "./helix-axis.ts";
import { type HandWeights, readHelix } from "./network.ts";
import type { Sampler } from "./sampling.ts";

/** Searches about a ridge voxel, measures the waves there and reads them. @param resolution Å */
export function measureCandidate(
  sampler: Sampler,
  ridge: HelixAxis,
  { tubeness, resolution, weights }: { tubeness: number; resolution: number; weights: HandWeights },
): HelixCandidate {
  const [normal] = acrossAxis(ridge);
  const found = searchAxis(sampler, { ...ridge, normal });
  const { even, odd } = helixFeatures(sampler, found, { tubeness, resolution });
  const { helix, evidence } = readHelix(weights, even, odd);
  return { centre: found.centre, direction: found.direction, helix, evidence, logRatio: odd[0]! };
}
