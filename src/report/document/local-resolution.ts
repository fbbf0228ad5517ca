import type { CheckResult } from "../../checks/check.ts";
import { formatLength, formatPercent } from "../../core/format/numbers.ts";
import type { LocalResolutionMeasurements } from "../../core/local-resolution/local-resolution.ts";
import { checkDetail } from "../findings.ts";
import { measured } from "../measured.ts";
import { localResolutionPlot } from "../plots/local-resolution.ts";
import { methodText } from "../text/local-resolution.ts";
import { checkSection } from "./check.ts";
import { localSurface, whereShown } from "./local-surface.ts";
import { percentileTable } from "./percentiles.ts";
import { type Piece, paragraph, type ReportSource } from "./piece.ts";

/** Section 2.5: local resolutions over the hard mask. */
export function localResolutionSection(source: ReportSource, result: CheckResult): Piece[] {
  const local = measured(result, "localResolution");
  return checkSection(source, result, local ? results(source, result, local) : []);
}

function results(source: ReportSource, result: CheckResult, local: LocalResolutionMeasurements): Piece[] {
  const { report } = source;
  const { resolution } = report.input;
  const plot = localResolutionPlot(local, resolution);
  const format = (value: number | null) => formatLength(value, { decimals: 2 });
  const { percentiles, method } = local;
  const chart: Piece[] = plot
    ? [{ kind: "plot", name: "localResolution", plot, caption: CAPTION, finding: checkDetail(result, report.reading) }]
    : [];
  return [
    paragraph(methodText(local)),
    percentileTable(
      [
        { name: "Estimate", percentiles },
        { name: "Its error", percentiles: method.accuracy.percentileErrors },
      ],
      { caption: "Percentiles of the local resolution, and their mean error on simulated maps", format },
    ),
    paragraph([
      {
        text: `${formatPercent(local.reportedPercentile, { decimals: 1 })} of the mask look finer than the reported ${formatLength(resolution)}.`,
      },
      ...(plot ? whereShown(source, "localResolution") : []),
    ]),
    ...chart,
    ...localSurface(source, { name: "localResolution", percentiles, reading: ON_THE_SURFACE }),
  ];
}

const ON_THE_SURFACE = "Dark patches look finest.";

const CAPTION =
  "Local resolutions of points about 2 Å apart in the mask, estimated from the look of the density. Small values are fine detail.";
