import type { CheckResult } from "../../checks/check.ts";
import { formatCount, formatPercent } from "../../core/format/numbers.ts";
import type { LocalOccupancyMeasurements } from "../../core/local/local-occupancy.ts";
import { checkDetail } from "../findings.ts";
import { measured } from "../measured.ts";
import { localOccupancyPlot } from "../plots/local-occupancy.ts";
import { checkSection } from "./check.ts";
import { resizedText } from "./local-b-factor.ts";
import { localSurface, whereShown } from "./local-surface.ts";
import { percentileTable } from "./percentiles.ts";
import { type Piece, paragraph, type ReportSource } from "./piece.ts";

/** Section 2.7: local occupancies over the mask of the resized map. */
export function localOccupancySection(source: ReportSource, result: CheckResult): Piece[] {
  const local = measured(result, "localOccupancy");
  return checkSection(source, result, local ? results(source, result, local) : []);
}

function results(source: ReportSource, result: CheckResult, local: LocalOccupancyMeasurements): Piece[] {
  const { report } = source;
  const plot = localOccupancyPlot(local);
  const format = (value: number | null) => formatPercent(value === null ? null : 100 * value, { decimals: 2 });
  const chart: Piece[] = plot
    ? [{ kind: "plot", name: "localOccupancy", plot, caption: CAPTION, finding: checkDetail(result, report.reading) }]
    : [];
  return [
    paragraph([
      { text: `${resizedText(local.resized)} ${frequencyText(local.frequencies)}` },
      ...(plot ? whereShown(source, "localOccupancy") : []),
    ]),
    percentileTable([{ name: "Both readings", percentiles: local.percentiles }], {
      caption: "Percentiles of the local occupancy",
      format,
    }),
    ...chart,
    ...localSurface(source, { name: "localOccupancy", percentiles: local.percentiles, reading: ON_THE_SURFACE }),
  ];
}

function frequencyText(frequencies: number): string {
  if (frequencies === 1) return "One frequency fits between 15 Å and the resolution, so a voxel has 0 or 100 %.";
  return `${formatCount(frequencies)} frequencies fit between 15 Å and the resolution.`;
}

const ON_THE_SURFACE = "Dark patches are regions that may be only partly occupied.";

const CAPTION =
  "Local occupancies of the voxels in the mask: the share of the frequencies at which the amplitude reaches the mask’s own lower quartile. Where the low values lie together in space, density may be only partly there.";
