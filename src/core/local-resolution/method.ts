import type { Percentiles } from "../volume/distribution.ts";
import type { MethodFacts } from "./local-resolution.ts";
import { type Networks, readNetworks } from "./network.ts";
import stored from "./weights.json" with { type: "json" };

/** Networks and what is known of them. */
export interface Method {
  readonly networks: Networks;
  readonly facts: MethodFacts;
}

/** The method for a map with a background, or for one without. Allocates; `training/` tells how its numbers were made. */
export function loadMethod(background: MethodFacts["background"]): Method {
  const { maps, meanError, percentileErrors } = stored.accuracy[background].all;
  const accuracy = { maps, meanError, percentileErrors: asPercentiles(percentileErrors) };
  const { name, version } = stored;
  return { networks: readNetworks(stored.networks[background]), facts: { name, version, background, accuracy } };
}

function asPercentiles([p2_5, p25, p50, p75, p97_5]: readonly number[]): Percentiles {
  return { p2_5: p2_5!, p25: p25!, p50: p50!, p75: p75!, p97_5: p97_5! };
}
