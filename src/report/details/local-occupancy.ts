import { LOCAL_OCCUPANCY_LIMITS } from "../../checks/local-occupancy.ts";
import { formatCount, formatPercent } from "../../core/format/numbers.ts";
import type { LocalOccupancyMeasurements } from "../../core/local/local-occupancy.ts";

/** "Median 80 % of 5 frequencies", with the limit where the median is judged and falls short. */
export function localOccupancyDetail(measured: LocalOccupancyMeasurements, codes: readonly string[]): string {
  const { frequencies, percentiles } = measured;
  if (percentiles.p50 === null) return "The median is not a number";
  const share = formatPercent(100 * percentiles.p50, { decimals: 0 });
  const limit = formatPercent(100 * LOCAL_OCCUPANCY_LIMITS.median, { decimals: 0 });
  const plural = frequencies === 1 ? "frequency" : "frequencies";
  const median = `median ${share} of ${formatCount(frequencies)} ${plural}`;
  if (codes.includes("localOccupancy.homogeneous")) return `The same everywhere: ${median}`;
  return `M${median.slice(1)}${codes.includes("localOccupancy.low") ? `; at least ${limit}` : ""}`;
}
