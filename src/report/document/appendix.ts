import { CHECKS } from "../../checks/index.ts";
import { formatDecimal, formatLevel } from "../../core/format/numbers.ts";
import { checkTitle } from "../findings.ts";
import type { Diagnosis } from "../report.ts";
import { DEFINITIONS } from "../text/definitions.ts";
import { binningText, contourMethodText } from "../text/facts.ts";
import { asSentence, startSentence } from "../text/words.ts";
import { label, type Piece, paragraph, type ReportSource } from "./piece.ts";
import { vrsDifferences } from "./vrs-differences.ts";

const SEVERITIES: Readonly<Record<Diagnosis["severity"], string>> = {
  info: "Note",
  repaired: "Repaired",
  warning: "Warning",
};

/** The appendix: what the run was given, what its terms mean, where it departs from VRS, and what the file said. */
export function appendixSection(source: ReportSource): Piece[] {
  return [
    { kind: "part", name: "appendix", title: "Appendix: parameters, definitions and file" },
    parameters(source),
    ...definitions(),
    ...vrsDifferences(source),
    ...suggestions(source),
    ...diagnosis(source),
    ...timings(source),
  ];
}

function parameters({ report }: ReportSource): Piece {
  const { input, software } = report;
  const binning = binningText(input);
  const rows = [
    ["Software", `MapAssay ${software.version}, report schema ${report.schemaVersion}`],
    ["Reading shown first", report.reading === "vrs" ? "VRS" : "corrected"],
    ["Contour level, all digits", `${input.contourLevel} (${input.contourSource})`],
    ["Voxel size, all digits", `${input.voxelSize.join(", ")} Å (${input.voxelSizeSource})`],
    ...(binning === undefined ? [] : [["Binning", binning]]),
    ["Resolution, all digits", input.resolution === null ? "not reported" : `${input.resolution} Å`],
    ["Minimum, maximum", `${formatLevel(input.statistics.min)}, ${formatLevel(input.statistics.max)}`],
    ["Mean, σ about the mean", `${formatLevel(input.statistics.mean)}, ${formatLevel(input.statistics.std)}`],
  ];
  return {
    kind: "table",
    caption: "Parameters of the run",
    columns: [{ head: "Parameter" }, { head: "Value", share: 2 }],
    rows,
  };
}

/** When the report was written and what each step took; only where this was asked for. */
function timings({ report: { createdAt, timings } }: ReportSource): Piece[] {
  if (!createdAt || !timings) return [];
  const steps = Object.entries(timings).map(
    ([step, seconds]) => `${stepName(step)} ${formatDecimal(seconds, 2)}\u00a0s`,
  );
  return [
    label("Date and times"),
    paragraph(
      `Written on ${createdAt.slice(0, 10)} at ${createdAt.slice(11, 16)} UTC. ${startSentence(steps.join(", "))}.`,
    ),
  ];
}

function stepName(step: string): string {
  const check = CHECKS.find(({ key }) => key === step);
  return check ? `${check.id} ${checkTitle(check.key)}` : (STEPS[step] ?? step);
}

const STEPS: Readonly<Record<string, string>> = { read: "reading the map", figures: "pictures" };

function definitions(): Piece[] {
  const items = DEFINITIONS.map(([term, meaning]) => ({
    words: [{ text: `${term}: `, weight: "bold" as const }, { text: meaning }],
  }));
  return [label("Definitions"), { kind: "list", items }];
}

function suggestions({ report }: ReportSource): Piece[] {
  const { contourSuggestions } = report.input;
  if (contourSuggestions.length === 0) return [];
  const items = contourSuggestions.map(({ level, method, version, confidence, reason }) => ({
    words: [
      { text: formatLevel(level), weight: "bold" as const },
      {
        text: ` by ${contourMethodText(method)}, version ${version}, ${confidence} confidence. ${asSentence(reason)}`,
      },
    ],
  }));
  return [label("Contour levels proposed for this map"), { kind: "list", items }];
}

function diagnosis({ report }: ReportSource): Piece[] {
  const found = report.input.diagnosis;
  const head = label("What the file says of itself");
  if (found.length === 0) return [head, paragraph("Nothing in the file needed a remark or a repair.")];
  const items = found.map(({ severity, message }) => ({
    words: [{ text: `${SEVERITIES[severity]}. `, weight: "bold" as const }, { text: message }],
  }));
  return [head, { kind: "list", items }];
}
