import type { CheckResult } from "../../checks/check.ts";
import {
  formatBFactor,
  formatCount,
  formatDecimal,
  formatLength,
  formatP,
  formatPercent,
  formatVolume,
} from "../../core/format/numbers.ts";
import type { BackgroundMeasurements } from "../../core/volume/background.ts";
import type { MaskMeasurements } from "../../core/volume/components.ts";
import { AXES } from "../../core/volume/grid.ts";
import type { MassMeasurements, MassPosition } from "../../core/volume/mass.ts";
import { verdictWords } from "../findings.ts";
import { measured } from "../measured.ts";

/** Rows of the table of masses; VRS's own has one more where rounding makes it so. */
const MASS_ROWS = 24;

/**
 * Where the corrected reading of a check differs from VRS's on this map, a sentence each: the verdict, then the numbers
 * and why. Empty where both say the same.
 */
export function differencesFromVrs(result: CheckResult): string[] {
  return [...verdictDifference(result), ...numberDifferences(result)];
}

function verdictDifference(result: CheckResult): string[] {
  const [corrected, vrs] = [verdictWords(result, "corrected"), verdictWords(result, "vrs")];
  if (corrected === vrs) return [];
  const reason = result.reason ? ` (${result.reason.replace(/\.$/, "")})` : "";
  return [`Corrected: ${corrected}${reason}. VRS: ${vrs}.`];
}

function numberDifferences(result: CheckResult): string[] {
  if (result.equivalent) return ["A method of MapAssay’s own stands in VRS’s place; its numbers are not VRS’s."];
  const mass = measured(result, "mass");
  if (mass) return massDifferences(mass);
  const mask = measured(result, "mask");
  if (mask) return maskDifferences(mask);
  const background = measured(result, "background");
  if (background) return backgroundDifferences(background);
  const bFactor = measured(result, "bFactor");
  if (bFactor) return bFactor.bFactor === null ? ["VRS prints nan for B and counts it as OK."] : [];
  const local = measured(result, "localBFactor");
  if (!local) return [];
  const [corrected, vrs] = [local.corrected, local.vrs].map(({ percentiles }) => formatBFactor(percentiles.p50));
  return [
    `Median ${corrected}, in VRS ${vrs}: the corrected reading takes off what white noise gets, ${formatBFactor(local.whiteNoiseOffset)}.`,
  ];
}

function massDifferences({ corrected, vrs }: MassMeasurements): string[] {
  if (!corrected || !vrs) return [];
  const right = ({ margins }: MassPosition) => AXES.map((axis) => formatLength(margins[axis][1])).join(", ");
  const centre = ({ centerOfMass }: MassPosition) => `(${centerOfMass.map((at) => formatDecimal(at, 2)).join(", ")})`;
  return [
    `Right margins along x, y, z: ${right(corrected)}, in VRS ${right(vrs)}: VRS counts one voxel too many.`,
    `Centre of mass at ${centre(corrected)}, in VRS ${centre(vrs)}: VRS weighs the whole map, negative values included.`,
  ];
}

function maskDifferences({ remaining, corrected, vrs, massCurve }: MaskMeasurements): string[] {
  const [mean, vrsMean] = [corrected, vrs].map((reading) => formatVolume(reading.remainingMeanVolume, { decimals: 2 }));
  const sizes =
    remaining.count === 0
      ? "No piece remains, so VRS prints nan for their mean size."
      : `Mean volume of the remaining pieces ${mean}, in VRS ${vrsMean}: VRS divides their volume by itself, which leaves that of one voxel. The largest of them has ${formatCount(remaining.largestVoxels)} voxels, in VRS ${formatCount(vrs.printedFrom)}: VRS prints the last piece that it has counted already.`;
  const rows = `The table of masses has ${massCurve.length} rows, one more than the ${MASS_ROWS} that were meant: VRS’s rounding, kept in both readings.`;
  return [sizes, ...(massCurve.length > MASS_ROWS ? [rows] : [])];
}

function backgroundDifferences({ voxels, corrected, vrs }: BackgroundMeasurements): string[] {
  const { effectiveVoxels } = corrected;
  const inVrs = `in VRS with all ${formatCount(voxels)} voxels as if independent, ${tested(vrs)}`;
  const mean =
    effectiveVoxels === null
      ? `The mean was not tested; ${inVrs}.`
      : `The mean was tested with ${formatDecimal(effectiveVoxels, 0)} independent voxels, ${tested(corrected)}; ${inVrs}.`;
  const share = (percent: number | null) => formatPercent(percent, { decimals: 3 });
  return [
    mean,
    `${share(corrected.outlierPercent)} lie beyond 5 σ of the mean; VRS has ${share(vrs.outlierPercent)} beyond 5 σ of zero.`,
  ];
}

function tested({ t, p }: BackgroundMeasurements["vrs"]): string {
  const figures = formatP(p);
  return `t = ${formatDecimal(t, 2)}, p ${figures.startsWith("<") ? figures : `= ${figures}`}`;
}
