import type { CheckResult } from "../../checks/check.ts";
import { formatBFactor, formatCount, formatDecimal } from "../../core/format/numbers.ts";
import type { BFactorMeasurements } from "../../core/fourier/guinier.ts";
import { checkDetail } from "../findings.ts";
import { measured } from "../measured.ts";
import { guinierPlot } from "../plots/guinier.ts";
import { counted } from "../text/words.ts";
import { checkSection } from "./check.ts";
import { figure, type Piece, paragraph, type ReportSource, type Words } from "./piece.ts";

/** Section 2.4: the Guinier plot, its fit, and the map that the fit corrects. */
export function bFactorSection(source: ReportSource, result: CheckResult): Piece[] {
  const bFactor = measured(result, "bFactor");
  return checkSection(source, result, bFactor ? results(source, result, bFactor) : []);
}

function results({ report, figures }: ReportSource, result: CheckResult, bFactor: BFactorMeasurements): Piece[] {
  const plot = guinierPlot(bFactor.guinier, report.input.resolution, {
    standardError: bFactor.bFactorStandardError,
  });
  const fitted = bFactor.bFactor !== null;
  const finding = checkDetail(result, report.reading);
  return [
    paragraph(fitText(bFactor, report.input.resolution)),
    ...(plot
      ? [
          {
            kind: "plot" as const,
            name: "guinier",
            plot,
            caption: fitted ? GUINIER_CAPTION : MEASURED_CAPTION,
            finding,
          },
        ]
      : []),
    ...(fitted
      ? [
          {
            kind: "slices" as const,
            name: "bFactorCorrected",
            figure: figures.bFactorCorrected,
            caption:
              "The map after correction by B. Slices of largest variance. Detail should sharpen without grain or ringing; amplitudes beyond the reported resolution are unchanged.",
            finding: `The map after correction by B, ${formatBFactor(bFactor.bFactor, { decimals: 2 })}`,
          },
        ]
      : []),
  ];
}

function fitText(bFactor: BFactorMeasurements, resolution: number | null): Words {
  const { fitPoints, slope, intercept, bFactorStandardError } = bFactor;
  if (bFactor.bFactor === null) {
    const shells = counted(formatCount(fitPoints), fitPoints, "shell");
    if (resolution === null) return "Without a reported resolution there is no range to fit.";
    return `No line could be fitted: ${shells} from 15 Å to the reported resolution. VRS prints nan.`;
  }
  return [
    { text: "B = " },
    { text: formatBFactor(bFactor.bFactor, { decimals: 2 }), weight: "bold" },
    {
      text: ` with a standard error of ${formatBFactor(bFactorStandardError, { decimals: 2 })}, from ${formatCount(fitPoints)} shells: `,
    },
    { text: `ln(mean |F|) = ${formatDecimal(slope, 2)} / d² + (${formatDecimal(intercept, 2)}). ` },
    { text: "VRS prints the same B without its error, and calls the amplitude its square. " },
    figure("guinier"),
    { text: " shows the fit, " },
    figure("bFactorCorrected"),
    { text: " the map that it corrects." },
  ];
}

const MEASURED_CAPTION = "Guinier plot. Measured amplitudes; a rise towards the right is noise that was amplified.";
const GUINIER_CAPTION =
  "Guinier plot. The measured curve should fall along the fitted line between the two dashed ends of the fit; a rise towards the right is noise that was amplified. The corrected curve is the same map after multiplication by exp(−B/4d²).";
