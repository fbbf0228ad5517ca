import { formatCount, formatLength } from "../../core/format/numbers.ts";
import type { LocalResolutionMeasurements } from "../../core/local-resolution/local-resolution.ts";

/** What the estimate is, and its measured error. */
export function methodText({ method }: LocalResolutionMeasurements): string {
  const { accuracy, background } = method;
  const error = (value: number | null) => formatLength(value, { decimals: 1 });
  const noise =
    background === "used"
      ? "The noise outside the mask was used."
      : "The map has no noise outside the mask to compare with, which makes it less exact; in doubt it leans to the fine side.";
  return `An appearance-based estimate from one map, by ${method.name}, version ${method.version}, a method of MapAssay’s own in the place of VRS’s DeepRes. ${noise} On ${formatCount(accuracy.maps)} simulated maps of known local resolution, kept out of its training, it was wrong by ${error(accuracy.meanError)} at a point, by ${error(accuracy.percentileErrors.p50)} in a map’s median and by ${error(accuracy.percentileErrors.p97_5)} in the 97.5 percentile, on average. Half maps tell local resolution better.`;
}
