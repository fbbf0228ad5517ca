import type { CheckResult } from "../../checks/check.ts";
import { formatCount, formatDecimal, formatLevel, formatP, formatPercent } from "../../core/format/numbers.ts";
import type { BackgroundMeasurements } from "../../core/volume/background.ts";
import { meanInDeviations } from "../details/background.ts";
import { measured } from "../measured.ts";
import { checkSection } from "./check.ts";
import { type Column, figure, type Piece, paragraph, type ReportSource, type Span } from "./piece.ts";

const COLUMNS: readonly Column[] = [
  { head: "Reading", share: 1.2 },
  { head: "Independent voxels", align: "right", share: 1.4 },
  { head: "t", align: "right" },
  { head: "p", align: "right" },
  { head: "Beyond 5 σ", align: "right" },
  { head: "Times a Gaussian", align: "right", share: 1.3 },
];

/** Section 2.3: mean, spread and outliers of what lies outside the mask. */
export function backgroundSection(source: ReportSource, result: CheckResult): Piece[] {
  const background = measured(result, "background");
  if (!background) return checkSection(source, result);
  return checkSection(source, result, [
    paragraph([...statisticsText(background), ...whereOutliers(background)]),
    { kind: "table", caption: "Tests of the background in both readings", columns: COLUMNS, rows: rows(background) },
    paragraph(differenceText(background)),
    ...(hasOutliers(background) ? [outliersFigure(source, background)] : []),
  ]);
}

/** Whether the picture, which counts from zero as VRS does, would show anything. */
function hasOutliers({ vrs }: BackgroundMeasurements): boolean {
  return vrs.outlierPercent > 0;
}

function outliersFigure({ report, figures }: ReportSource, background: BackgroundMeasurements): Piece {
  const share = formatPercent(background[report.reading].outlierPercent, { decimals: 3 });
  return {
    kind: "slices",
    name: "outliers",
    figure: figures.outliers,
    caption: CAPTION,
    finding: `Background beyond 5 σ, ${share} of it`,
  };
}

const CAPTION =
  "Background beyond 5 σ. Slices of largest variance; the uniform grey is zero. Scattered points are noise; shapes are structure that the mask leaves out.";

function whereOutliers(background: BackgroundMeasurements): Span[] {
  if (!hasOutliers(background))
    return [{ text: " No voxel of it lies more than 5 σ from zero, so no picture shows any." }];
  return [{ text: " What lies beyond 5 σ: " }, figure("outliers"), { text: "." }];
}

function statisticsText(background: BackgroundMeasurements): Span[] {
  const { voxels, mean, std, constantFraction, masked } = background;
  const flat = `${formatPercent(100 * constantFraction)} of it is one value`;
  const conclusion = masked ? `${flat}: a mask has been applied to this map.` : `${flat}.`;
  const text = `The background holds ${formatCount(voxels)} voxels with mean ${formatLevel(mean)} and standard deviation σ ${formatLevel(std)}; the mean lies ${formatDecimal(meanInDeviations(background), 3)} σ from zero. ${conclusion}`;
  return [{ text }];
}

function rows({ voxels, corrected, vrs }: BackgroundMeasurements) {
  const cells = (reading: BackgroundMeasurements["vrs"]) => [
    formatDecimal(reading.t, 2),
    formatP(reading.p),
    formatPercent(reading.outlierPercent, { decimals: 3 }),
    formatDecimal(reading.outlierRatio, 2),
  ];
  return [
    [{ text: "Corrected", weight: "bold" as const }, formatDecimal(corrected.effectiveVoxels, 0), ...cells(corrected)],
    [{ text: "VRS", weight: "bold" as const }, formatCount(voxels), ...cells(vrs)],
  ];
}

function differenceText({ gaussianPercent }: BackgroundMeasurements): string {
  return `Neighbouring voxels are alike, so far fewer of them are independent than there are; VRS counts them all. Outliers are counted about the mean, in VRS about zero. A Gaussian has ${formatDecimal(gaussianPercent, 6)} % beyond 5 σ.`;
}
