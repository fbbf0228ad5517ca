/** Every key of a report, in the order of the contract; one list serves all objects, as no two of them disagree. */
const KEYS: readonly string[] = [
  ...["schemaVersion", "software", "createdAt", "timings", "reading", "input", "error", "figures", "checks"],
  ...["level", "method", "name", "version", "confidence", "score", "passed", "evaluable", "evidence"],
  ...["fileName", "sha256", "compression", "mode", "box", "voxelSize", "voxelSizeSource", "binning", "maskVoxels"],
  ...["contourLevel", "contourSource", "resolution"],
  ...[
    "id",
    "key",
    "title",
    "emdbId",
    "depositionDate",
    "molecularMass",
    "contourSuggestions",
    "statistics",
    "diagnosis",
  ],
  ...["status", "warnings", "code", "severity", "message", "fields", "reason", "equivalent", "measurements"],
  ...["centralSlices", "maxVarianceSlices", "map", "hardMask", "softMask", "rawMask", "outliers", "bFactorCorrected"],
  ...["maskExtent", "inverseResolutionSquared", "lnAmplitude", "fitted", "resized", "frequencies", "whiteNoiseOffset"],
  ...["componentCount", "rawVoxels", "rawVolume", "components", "componentsTo95", "remaining", "count"],
  ...["voxels", "meanVoxels", "largestVoxels", "smallestVoxels", "min", "max", "mean", "std"],
  ...[
    "gaussianPercent",
    "constantFraction",
    "masked",
    "corrected",
    "vrs",
    "remainingMeanVolume",
    "printedFrom",
    "printedTo",
  ],
  ...["massCurve", "constructed", "volume", "percent", "cumulativePercent", "mass", "residues"],
  ...["dilationSteps", "overlap"],
  ...["margins", "decentering", "centerOfMass", "centerOfMassDecentering", "x", "y", "z"],
  ...["effectiveVoxels", "t", "p", "outlierPercent", "outlierRatio"],
  ...["accuracy", "maps", "meanError", "percentileErrors"],
  ...["fitPoints", "slope", "intercept", "bFactor", "bFactorStandardError", "guinier"],
  ...[
    "percentiles",
    "p2_5",
    "p25",
    "p50",
    "p75",
    "p97_5",
    "reportedPercentile",
    "points",
    "histogram",
    "edges",
    "counts",
  ],
  ...[
    "searchedShare",
    "outcome",
    "abstention",
    "candidates",
    "helixCandidates",
    "expectedHelices",
    "meanLogRatio",
    "helices",
  ],
  ...["centre", "direction", "probability", "logRatio"],
];

const RANK: ReadonlyMap<string, number> = new Map(KEYS.map((key, rank) => [key, rank]));

/** Orders two keys of a report: known keys as the contract lists them, unknown ones after, by code unit. */
export function compareKeys(a: string, b: string): number {
  const byRank = (RANK.get(a) ?? KEYS.length) - (RANK.get(b) ?? KEYS.length);
  if (byRank !== 0) return byRank;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
