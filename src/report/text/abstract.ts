import type { CheckResult, Reading } from "../../checks/check.ts";
import { formatCount, formatLevel } from "../../core/format/numbers.ts";
import { worstDecentering } from "../details/mass.ts";
import { measurementsOf, resultOf } from "../measured.ts";
import type { Report } from "../report.ts";
import { counted } from "./words.ts";

/**
 * What the checks say about the map, a sentence each. Centring, mask and background are always spoken of, the
 * B-factor and the local checks only where they warn, a missing resolution always: VRS's rules for its own abstract.
 * A binned map is declared first.
 */
export function abstractSentences(report: Report, reading: Reading): string[] {
  const { binning } = report.input;
  const sentences = [
    binning ? `The map was binned by ${binning} before anything was measured.` : "",
    aboutMass(report, reading),
    aboutMask(report, reading),
    aboutBackground(report, reading),
    ...(["bFactor", "localResolution", "localBFactor", "localOccupancy", "hand"] as const).map((key) =>
      aboutOther(resultOf(report, key), reading),
    ),
    report.input.resolution === null ? "No resolution was reported; the checks that need one do not apply." : "",
  ];
  return sentences.filter((sentence) => sentence !== "");
}

function aboutMass(report: Report, reading: Reading): string {
  const codes = warningCodes(resultOf(report, "mass"), reading);
  const position = measurementsOf(report, "mass")?.[reading];
  if (codes.includes("mass.emptyMask")) return "No voxel reaches the contour level, so nothing could be measured.";
  if (!position) return "";
  if (codes.length === 0) return "The map is well centred in its box and has room on every side.";
  const faults = [
    codes.some((code) => code.startsWith("mass.decentering"))
      ? `is off centre along ${worstDecentering(position).axis}`
      : "",
    codes.some((code) => code.startsWith("mass.margin")) ? "comes close to the faces of its box" : "",
    codes.some((code) => code.startsWith("mass.centerOfMass")) ? "has its centre of mass away from the middle" : "",
  ].filter((fault) => fault !== "");
  return `The map ${faults.join(" and ")}.`;
}

function aboutMask(report: Report, reading: Reading): string {
  const result = resultOf(report, "mask");
  const mask = measurementsOf(report, "mask");
  if (!mask || !result) return "";
  const level = `At level ${formatLevel(report.input.contourLevel)}`;
  if (result.status[reading] === "ok") return `${level} its mass holds together.`;
  if (mask.componentCount === 1) return `${level} its mask leaves out part of it.`;
  const pieces = counted(formatCount(mask.componentCount), mask.componentCount, "piece");
  const overlaps = !warningCodes(result, reading).includes("mask.overlap");
  return `${level} it falls into ${pieces}${overlaps ? "." : ", and the mask holds only the largest of them."}`;
}

function aboutBackground(report: Report, reading: Reading): string {
  const result = resultOf(report, "background");
  const background = measurementsOf(report, "background");
  if (!background || !result) return "";
  const codes = warningCodes(result, reading);
  if (result.status[reading] === "notApplicable") {
    return background.masked ? "It is masked: its background cannot be tested." : "Its background could not be judged.";
  }
  if (codes.length === 0) return "Its background is flat, without a mean of its own.";
  if (codes.length === 2) return "Its background has a mean that is not zero and more extreme values than noise has.";
  return codes[0] === "background.mean"
    ? "The mean of its background is not zero."
    : "Its background holds more extreme values than noise has.";
}

function aboutOther(result: CheckResult | undefined, reading: Reading): string {
  const [code] = warningCodes(result, reading);
  return code === undefined ? "" : (OTHER[code] ?? "");
}

const OTHER: Readonly<Record<string, string>> = {
  "bFactor.notSharpened": "Its amplitudes fall as in a map that was not sharpened.",
  "bFactor.overSharpened": "Its amplitudes rise towards high resolution: it is sharpened too much.",
  "bFactor.outOfRange": "Its B-factor lies outside the usual range.",
  "localResolution.homogeneous": "Its local resolution is the same everywhere, which no real map shows.",
  "localResolution.reportedTooHigh": "By its appearance no part of it reaches the reported resolution.",
  "localBFactor.notSharpened": "Locally, too, its amplitudes fall as in a map that was not sharpened.",
  "localBFactor.overSharpened": "Locally its amplitudes rise towards high resolution.",
  "localBFactor.outOfRange": "Its local B-factor lies outside the usual range.",
  "localBFactor.homogeneous": "Its local B-factor is the same everywhere, which no real map shows.",
  "localOccupancy.low": "Much of its density is only partly occupied.",
  "localOccupancy.homogeneous": "Its local occupancy is the same everywhere, which no real map shows.",
  "hand.flipped": "It shows the mirror image of the molecule.",
  "hand.uncertain": "Its hand is uncertain.",
};

function warningCodes(result: CheckResult | undefined, reading: Reading): string[] {
  return (result?.warnings[reading] ?? []).map(({ code }) => code);
}
