import { LOCAL_RESOLUTION_LIMITS } from "../../../checks/local-resolution.ts";
import { formatCount, formatLength, formatPercent } from "../../../core/format/numbers.ts";
import type { LocalResolutionMeasurements } from "../../../core/local-resolution/local-resolution.ts";
import { localResolutionPlot } from "../../../report/plots/local-resolution.ts";
import { explanationOf } from "../../../report/text/explanations.ts";
import { methodText } from "../../../report/text/local-resolution.ts";
import type { NumberKey } from "../explanations/explanations.ts";
import {
  type CheckContent,
  type ContentRequest,
  judgedCell,
  type NumberTable,
  plain,
  type TableRow,
} from "./content.ts";

type Request = Pick<ContentRequest, "reading" | "parameters">;

/** The page of 0.e. */
export function localResolutionContent(measurements: LocalResolutionMeasurements, request: Request): CheckContent {
  const { explanation, criterion } = explanationOf("localResolution");
  return {
    explanation: `${explanation} ${methodText(measurements)}`,
    tables: [numbers(measurements, request)],
    plot: localResolutionPlot(measurements, request.parameters.resolution),
    criterion: criterion[request.reading],
    difference:
      "VRS’s rule asks for any voxel that is finer than reported. An estimate from appearance reads too coarse on maps that were not sharpened, so the corrected reading warns only beyond the error of the method.",
  };
}

function numbers(measurements: LocalResolutionMeasurements, { reading, parameters }: Request): NumberTable {
  const { percentiles, reportedPercentile, method, points } = measurements;
  const errors = method.accuracy.percentileErrors;
  const { margin, percent } = LOCAL_RESOLUTION_LIMITS;
  const limit = parameters.resolution === null ? Number.POSITIVE_INFINITY : parameters.resolution + margin;
  const length = (value: number | null) => formatLength(value, { decimals: 2 });
  const row = (
    label: string,
    explains: NumberKey,
    [value, error]: readonly [number | null, number | null],
  ): TableRow => ({
    label,
    explains,
    cells: [plain(length(value)), plain(length(error))],
    limit: "",
  });
  const finest = percentiles.p2_5;
  const corrected = reading === "corrected";
  return {
    title: "Local resolutions in the hard mask",
    head: ["estimate", "its error"],
    headExplains: null,
    limits: "shown",
    rows: [
      {
        ...row("2.5 % percentile", "localResolutionPercentile", [finest, errors.p2_5]),
        cells: [judgedCell(length(finest), corrected && finest !== null && finest > limit), plain(length(errors.p2_5))],
        limit: corrected && Number.isFinite(limit) ? `at most ${formatLength(limit)}` : "",
      },
      row("25 % percentile", "localResolutionPercentile", [percentiles.p25, errors.p25]),
      row("Median", "localResolutionMedian", [percentiles.p50, errors.p50]),
      row("75 % percentile", "localResolutionPercentile", [percentiles.p75, errors.p75]),
      row("97.5 % percentile", "localResolutionPercentile", [percentiles.p97_5, errors.p97_5]),
      {
        label: "Finer than reported",
        explains: "localResolutionReported",
        cells: [judgedCell(formatPercent(reportedPercentile), !corrected && reportedPercentile < percent), plain("")],
        limit: corrected ? "" : `at least ${formatPercent(percent)}`,
      },
      {
        label: "Points",
        explains: "localResolutionPoints",
        cells: [plain(formatCount(points)), plain("")],
        limit: "",
      },
    ],
  };
}
