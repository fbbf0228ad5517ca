import { type CheckKey, READINGS } from "../checks/check.ts";
import { CHECKS } from "../checks/index.ts";

/** A column of a merged table and where its value lies in a report, checks by their keys. */
export interface MergedColumn {
  readonly name: string;
  readonly path: readonly string[];
}

const INPUT = [
  ...["fileName", "sha256", "title", "emdbId", "depositionDate", "box.0", "box.1", "box.2"],
  ...["voxelSize.0", "voxelSize.1", "voxelSize.2", "contourLevel", "contourSource", "resolution"],
  ...["statistics.min", "statistics.max", "statistics.mean", "statistics.std"],
];

/** Of the measurements of each check, in the order of the JSON. */
const KEY_NUMBERS: Readonly<Record<CheckKey, readonly string[]>> = {
  mass: ["x", "y", "z"].flatMap((axis) => [`corrected.decentering.${axis}`, `vrs.decentering.${axis}`]),
  mask: [
    ...["componentCount", "rawVoxels", "rawVolume", "componentsTo95", "remaining.count"],
    ...["corrected.remainingMeanVolume", "constructed.voxels", "constructed.volume", "constructed.overlap"],
  ],
  background: [
    ...["voxels", "mean", "std", "masked", "corrected.effectiveVoxels", "corrected.t", "corrected.p"],
    ...["corrected.outlierPercent", "vrs.t", "vrs.p", "vrs.outlierPercent", "vrs.outlierRatio"],
  ],
  bFactor: ["fitPoints", "bFactor", "bFactorStandardError"],
  localResolution: [...percentiles("percentiles"), "reportedPercentile"],
  localBFactor: ["whiteNoiseOffset", ...percentiles("corrected.percentiles"), ...percentiles("vrs.percentiles")],
  localOccupancy: ["frequencies", ...percentiles("percentiles")],
  hand: ["score"],
};

/** All columns, the same for every report; new ones go where they belong, and none is renamed or removed. */
export const COLUMNS: readonly MergedColumn[] = [
  { name: "report", path: ["source"] },
  { name: "error", path: ["error", "code"] },
  { name: "version", path: ["software", "version"] },
  ...INPUT.map((name) => ({ name, path: ["input", ...name.split(".")] })),
  ...READINGS.flatMap((reading) =>
    ["passed", "evaluable"].map((count) => ({ name: `score.${reading}.${count}`, path: ["score", reading, count] })),
  ),
  ...CHECKS.flatMap(({ key }) => columnsOf(key)),
];

function columnsOf(key: CheckKey): MergedColumn[] {
  const verdicts = READINGS.flatMap((reading) => [
    { name: `${key}.${reading}`, path: ["checks", key, "status", reading] },
    { name: `${key}.${reading}.warnings`, path: ["checks", key, "codes", reading] },
  ]);
  const numbers = KEY_NUMBERS[key].map((name) => ({
    name: `${key}.${name}`,
    path: ["checks", key, "measurements", ...name.split(".")],
  }));
  return [...verdicts, ...numbers];
}

function percentiles(at: string): string[] {
  return ["p2_5", "p25", "p50", "p75", "p97_5"].map((percentile) => `${at}.${percentile}`);
}
