import { formatLength } from "../../core/format/numbers.ts";
import type { LocalResolutionMeasurements } from "../../core/local-resolution/local-resolution.ts";

/** "Median 4.1 Å by appearance, error 0.4 Å; 62 % reach the reported resolution" */
export function localResolutionDetail(measured: LocalResolutionMeasurements, codes: readonly string[]): string {
  const { percentiles, method } = measured;
  if (codes.includes("localResolution.homogeneous")) return "The same everywhere";
  const median = `median ${formatLength(percentiles.p50, { decimals: 1 })} by appearance`;
  const error = `give or take ${formatLength(method.accuracy.percentileErrors.p50, { decimals: 1 })}`;
  const cause = codes.includes("localResolution.reportedTooHigh") ? "No part looks as fine as reported: m" : "M";
  return `${cause}${median.slice(1)}, ${error}`;
}
