import { formatLength, formatLevel } from "../../core/format/numbers.ts";
import type { Report, ReportInput } from "../report.ts";
import { resolutionText } from "./words.ts";

/** A fact and its value, for a table of two columns, and where it can be looked up. */
export type Fact = readonly [name: string, value: string, url?: string];

const CONTOUR_SOURCES: Readonly<Record<ReportInput["contourSource"], string>> = {
  user: "given",
  suggested: "suggested",
  emdb: "EMDB",
};

const COMPRESSIONS: Readonly<Record<ReportInput["compression"], string>> = {
  none: "as given",
  gzip: "as given, compressed with gzip",
  bzip2: "as given, compressed with bzip2",
  zip: "as given, a zip archive",
};

const CONTOUR_METHODS: Readonly<Record<string, string>> = {
  molecularMass: "molecular mass",
  combined: "signal and component plateau",
  componentPlateau: "component plateau",
  volumeFraction: "volume fraction",
};

/** MRC2014 modes. */
const MODES: Readonly<Record<number, string>> = {
  0: "8-bit integers",
  1: "16-bit integers",
  2: "32-bit reals",
  6: "unsigned 16-bit integers",
  12: "16-bit reals",
  101: "4-bit integers",
};

/** Everything that identifies the input, in the order of the report. */
export function inputFacts(report: Report): Fact[] {
  const { input } = report;
  return [
    ["File", `${input.fileName} (${COMPRESSIONS[input.compression]})`],
    ...given("Title", input.title),
    ...entryFacts(input),
    ["SHA-256", input.sha256],
    ["Values", `${MODES[input.mode] ?? "unknown"} (mode ${input.mode})`],
    ["Box", boxText(input)],
    ["Voxel size", `${voxelSizeText(input)}, ${input.voxelSizeSource === "user" ? "given" : "from the header"}`],
    ...given("Binning", binningText(input)),
    ["Contour level", contourLevelText(report)],
    ["Reported resolution", input.resolution === null ? "not reported" : resolutionText(input.resolution)],
  ];
}

/** The facts of the front page. */
export function frontFacts(report: Report): Fact[] {
  const { input, software } = report;
  const { min, max, mean, std } = input.statistics;
  return [
    ...entryFacts(input),
    ["Box", boxText(input)],
    ["Voxel size", voxelSizeText(input)],
    ...given("Binning", input.binning && `by ${input.binning}; box and voxels are the binned map’s`),
    ["Contour level", contourLevelText(report)],
    ["Reported resolution", input.resolution === null ? "not reported" : resolutionText(input.resolution)],
    ["Values", `${formatLevel(min)} to ${formatLevel(max)}`],
    ["Mean, σ", `${formatLevel(mean)}, ${formatLevel(std)}`],
    ["Reading", report.reading === "corrected" ? "corrected; VRS beside it" : "VRS; corrected beside it"],
    ["Software", `MapAssay ${software.version}`],
  ];
}

/** What the voxels of a binned map are; `undefined` for a map that was read as it is. */
export function binningText({ binning }: ReportInput): string | undefined {
  return binning && `by ${binning}: each voxel is the mean of ${binning} × ${binning} × ${binning} of the file’s`;
}

/** "1.000, suggested". */
function contourLevelText({ input }: Report): string {
  return `${formatLevel(input.contourLevel)}, ${CONTOUR_SOURCES[input.contourSource]}`;
}

/** "100 × 100 × 100". */
export function boxText({ box }: ReportInput): string {
  return box.join(" × ");
}

/** "2.020 Å", or three lengths where they differ. */
export function voxelSizeText({ voxelSize }: ReportInput): string {
  const lengths = voxelSize.map((length) => formatLength(length, { decimals: 3 }));
  return new Set(lengths).size === 1 ? lengths[0]! : lengths.join(" × ");
}

/** How a contour level was found, in words; a method that is not known keeps its name. */
export function contourMethodText(method: string): string {
  return CONTOUR_METHODS[method] ?? method;
}

/** The deposited entry, where it was named. */
function entryFacts({ emdbId, depositionDate }: ReportInput): Fact[] {
  const url = emdbId && /^EMD-\d+$/.test(emdbId) ? `https://www.ebi.ac.uk/emdb/${emdbId}` : undefined;
  const entry: Fact[] = emdbId ? [url ? ["EMDB entry", emdbId, url] : ["EMDB entry", emdbId]] : [];
  return [...entry, ...given("Deposited", depositionDate)];
}

function given(name: string, value: string | undefined): Fact[] {
  return value ? [[name, value]] : [];
}
