import type { CheckResult } from "../../checks/check.ts";
import { formatBFactor, formatCount, formatLength } from "../../core/format/numbers.ts";
import type { LocalBFactorMeasurements, ResizedMap } from "../../core/local/local-b-factor.ts";
import { checkDetail } from "../findings.ts";
import { measured } from "../measured.ts";
import { localBFactorPlot } from "../plots/local-b-factor.ts";
import { checkSection } from "./check.ts";
import { localSurface, whereShown } from "./local-surface.ts";
import { percentileTable } from "./percentiles.ts";
import { type Piece, paragraph, type ReportSource } from "./piece.ts";

/** Section 2.6: local B-factors over the mask of the resized map. */
export function localBFactorSection(source: ReportSource, result: CheckResult): Piece[] {
  const local = measured(result, "localBFactor");
  return checkSection(source, result, local ? results(source, result, local) : []);
}

function results(source: ReportSource, result: CheckResult, local: LocalBFactorMeasurements): Piece[] {
  const { report } = source;
  const plot = localBFactorPlot(local, report.reading);
  const format = (value: number | null) => formatBFactor(value, { decimals: 2 });
  const chart: Piece[] = plot
    ? [{ kind: "plot", name: "localBFactor", plot, caption: CAPTION, finding: checkDetail(result, report.reading) }]
    : [];
  return [
    paragraph([{ text: resizedText(local.resized) }, ...(plot ? whereShown(source, "localBFactor") : [])]),
    percentileTable(
      [
        { name: "Corrected", percentiles: local.corrected.percentiles },
        { name: "VRS", percentiles: local.vrs.percentiles },
      ],
      { caption: "Percentiles of the local B-factor", format },
    ),
    paragraph(offsetText(local)),
    ...chart,
    ...localSurface(source, {
      name: "localBFactor",
      percentiles: local[report.reading].percentiles,
      reading: ON_THE_SURFACE,
    }),
  ];
}

/** The map that was measured, for both local methods. */
export function resizedText({ box, voxelSize, maskVoxels }: ResizedMap): string {
  const size = `${box.join(" × ")} voxels of ${formatLength(voxelSize, { decimals: 3 })}`;
  return `Measured on the map resized to ${size}, half the reported resolution each; its own mask at the same level holds ${formatCount(maskVoxels)} voxels.`;
}

function offsetText({ whiteNoiseOffset }: LocalBFactorMeasurements): string {
  if (whiteNoiseOffset === null) return "All frequencies are one, so that no slope can be told.";
  return `White noise would get ${formatBFactor(whiteNoiseOffset, { decimals: 2 })} in VRS, because wider shells are divided by larger sums; the corrected reading takes this off.`;
}

const ON_THE_SURFACE = "Where it is dark, amplitudes fall off fastest; a good map changes smoothly from core to rim.";

const CAPTION =
  "Local B-factors of the voxels in the mask. The shaded range is where the median, the dashed line, should lie; voxels to the right of zero have amplitudes that rise with resolution.";
