import type { CheckResult } from "../../../checks/check.ts";
import { formatBFactor, formatCount, formatDecimal } from "../../../core/format/numbers.ts";
import type { BFactorMeasurements } from "../../../core/fourier/guinier.ts";
import { measured } from "../../measured.ts";
import { guinierPlot } from "../../plots/guinier.ts";
import { counted } from "../../text/words.ts";
import { paragraph } from "../blocks/paragraph.ts";
import { plotFigure } from "../blocks/plot.ts";
import type { Block } from "../layout/block.ts";
import type { Run } from "../layout/rich-text.ts";
import { checkSection } from "./check.ts";
import type { Content } from "./content.ts";
import { sliceFigure } from "./slices.ts";

/** Section 2.4: the Guinier plot, its fit, and the map that the fit corrects. */
export function bFactorSection(content: Content, result: CheckResult): Block[] {
  const bFactor = measured(result, "bFactor");
  return checkSection(content, result, bFactor ? results(content, bFactor) : []);
}

function results({ sheet, report, figures }: Content, bFactor: BFactorMeasurements): Block[] {
  const plot = guinierPlot(bFactor.guinier, report.input.resolution);
  return [
    paragraph(sheet, fitText(bFactor, report.input.resolution), { gap: 2 }),
    ...(plot
      ? [plotFigure(sheet, { plot, caption: bFactor.bFactor === null ? MEASURED_CAPTION : GUINIER_CAPTION })]
      : []),
    ...(bFactor.bFactor === null
      ? []
      : [
          sliceFigure(sheet, figures.bFactorCorrected, {
            name: "bFactorCorrected",
            caption:
              "The map after correction by B. Slices of largest variance. Detail should sharpen without grain or ringing; amplitudes beyond the reported resolution are unchanged.",
          }),
        ]),
  ];
}

function fitText(bFactor: BFactorMeasurements, resolution: number | null): string | Run[] {
  const { fitPoints, slope, intercept, bFactorStandardError } = bFactor;
  if (bFactor.bFactor === null) {
    const shells = counted(formatCount(fitPoints), fitPoints, "shell");
    if (resolution === null) return "Without a reported resolution there is no range to fit.";
    return `No line could be fitted: ${shells} from 15 Å to the reported resolution. VRS prints nan.`;
  }
  return [
    { text: "B = " },
    { text: formatBFactor(bFactor.bFactor, { decimals: 2 }), face: "bold" },
    {
      text: ` with a standard error of ${formatBFactor(bFactorStandardError, { decimals: 2 })}, from ${formatCount(fitPoints)} shells: `,
    },
    { text: `ln(mean |F|) = ${formatDecimal(slope, 2)} / d² + (${formatDecimal(intercept, 2)}). ` },
    { text: "VRS prints the same B without its error, and labels the amplitude as its square." },
  ];
}

const MEASURED_CAPTION = "Guinier plot. Measured amplitudes; a rise towards the right is noise that was amplified.";
const GUINIER_CAPTION =
  "Guinier plot. The measured curve should fall along the fitted line between the two dashed ends of the fit; a rise towards the right is noise that was amplified. The corrected curve is the same map after multiplication by exp(−B/4d²).";
