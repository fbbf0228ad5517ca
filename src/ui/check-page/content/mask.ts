import type { Reading } from "../../../checks/check.ts";
import { MASK_LIMITS } from "../../../checks/mask.ts";
import { formatCount, formatDecimal, formatLevel, formatPercent, formatVolume } from "../../../core/format/numbers.ts";
import type { MaskMeasurements } from "../../../core/volume/components.ts";
import { massCurvePlot } from "../../../report/plots/mass-curve.ts";
import type { Parameters } from "../../state/parameters.ts";
import { type CheckContent, type NumberTable, plain } from "./content.ts";
import { judgedRow, valueRow, valueTable } from "./value-table.ts";

/** The page of 0.b. */
export function maskContent(
  measurements: MaskMeasurements,
  { reading, parameters }: { reading: Reading; parameters: Parameters },
): CheckContent {
  return {
    explanation:
      "All voxels at or above the contour level form the raw mask; voxels that touch by a face, an edge or a corner form a component. A level that suits the map gives one piece that holds nearly all of the mass, with little besides.",
    tables: [summaryTable(measurements, reading), componentTable(measurements), massTable(measurements)],
    plot: massCurvePlot(measurements.massCurve, parameters.contourLevel),
    criterion: `At most ${MASK_LIMITS.componentsTo95} components for 95 % of the mass; the components beyond them no larger on average than noise; the mask of the largest component covers at least 75 % of the raw mask. VRS, Level 0.b.`,
    difference:
      "VRS divides the remaining volume by itself, so that its mean is always one voxel, which warns at any voxel size above 1.71 Å. The corrected reading takes the true mean and allows 1.5 voxels.",
  };
}

function summaryTable(measurements: MaskMeasurements, reading: Reading): NumberTable {
  const { constructed, remaining } = measurements;
  const mean = measurements[reading].remainingMeanVolume;
  const limit = meanVolumeLimit(measurements, reading);
  return valueTable("The masks", [
    valueRow("Voxels above the level", "rawVoxels", formatCount(measurements.rawVoxels)),
    valueRow("Their volume", "rawVolume", formatVolume(measurements.rawVolume)),
    valueRow("Components", "componentCount", formatCount(measurements.componentCount)),
    judgedRow("Components for 95 % of the mass", "componentsTo95", {
      text: formatCount(measurements.componentsTo95),
      outside: measurements.componentsTo95 > MASK_LIMITS.componentsTo95,
      limit: `at most ${MASK_LIMITS.componentsTo95}`,
    }),
    valueRow("Components beyond them", "remainingCount", formatCount(remaining.count)),
    judgedRow("Their mean volume", "remainingMeanVolume", {
      text: formatVolume(mean, { decimals: 2 }),
      outside: mean !== null && mean > limit,
      limit: `at most ${formatVolume(limit, { decimals: 2 })}`,
    }),
    valueRow("Hard mask", "hardMask", `${formatCount(constructed.voxels)} voxels, ${formatVolume(constructed.volume)}`),
    judgedRow("Share of the raw mask inside it", "overlap", {
      text: formatDecimal(constructed.overlap, 2),
      outside: constructed.overlap < MASK_LIMITS.overlap,
      limit: `at least ${formatDecimal(MASK_LIMITS.overlap, 2)}`,
    }),
  ]);
}

/** Å³ that a remaining component may hold on average. */
function meanVolumeLimit({ constructed }: MaskMeasurements, reading: Reading): number {
  const { remainingVolume, remainingVoxels } = MASK_LIMITS;
  const voxelVolume = constructed.volume / constructed.voxels;
  return reading === "vrs" ? remainingVolume : Math.max(remainingVolume, remainingVoxels * voxelVolume);
}

function componentTable({ components }: MaskMeasurements): NumberTable {
  return {
    title: "Components, largest first, to 95 % of the mass",
    head: ["voxels", "volume", "share", "together"],
    headExplains: ["componentVoxels", "componentVolume", "componentShare", "componentTogether"],
    limits: "none",
    rows: components.map(({ voxels, volume, percent, cumulativePercent }, i) => ({
      label: String(i + 1),
      explains: null,
      cells: [
        formatCount(voxels),
        formatVolume(volume),
        formatPercent(percent, { decimals: 2 }),
        formatPercent(cumulativePercent, { decimals: 2 }),
      ].map(plain),
      limit: "",
    })),
  };
}

function massTable({ massCurve }: MaskMeasurements): NumberTable {
  return {
    title: "Mass enclosed by each level, at 1.207 Å³ per dalton",
    head: ["voxels", "kDa", "residues"],
    headExplains: ["curveVoxels", "curveMass", "curveResidues"],
    limits: "none",
    rows: massCurve.map(({ level, voxels, mass, residues }) => ({
      label: formatLevel(level),
      explains: null,
      cells: [formatCount(voxels), formatDecimal(mass, 2), formatDecimal(residues, 0)].map(plain),
      limit: "",
    })),
  };
}
