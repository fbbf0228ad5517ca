import { formatLevel } from "../../../core/format/numbers.ts";
import type { Diagnosis } from "../../report.ts";
import { contourMethodText } from "../../text/facts.ts";
import { asSentence } from "../../text/words.ts";
import { label, partHeading } from "../blocks/heading.ts";
import { paragraph } from "../blocks/paragraph.ts";
import { table } from "../blocks/table.ts";
import type { Block } from "../layout/block.ts";
import type { Content } from "./content.ts";

const SEVERITIES: Readonly<Record<Diagnosis["severity"], string>> = {
  info: "Note",
  repaired: "Repaired",
  warning: "Warning",
};

/** The appendix: what the run was given, which levels were proposed, and what the file's header said. */
export function appendixSection(content: Content): Block[] {
  return [
    partHeading({ name: "appendix", title: "Appendix: parameters and file" }),
    parameters(content),
    ...suggestions(content),
    ...diagnosis(content),
  ];
}

function parameters({ report }: Content): Block {
  const { input, software } = report;
  const rows = [
    ["Software", `MapAssay ${software.version}, report schema ${report.schemaVersion}`],
    ["Reading shown first", report.reading === "vrs" ? "VRS" : "corrected"],
    ["Contour level, all digits", `${input.contourLevel} (${input.contourSource})`],
    ["Voxel size, all digits", `${input.voxelSize.join(", ")} Å (${input.voxelSizeSource})`],
    ["Resolution, all digits", input.resolution === null ? "not reported" : `${input.resolution} Å`],
    ["Minimum, maximum", `${formatLevel(input.statistics.min)}, ${formatLevel(input.statistics.max)}`],
    ["Mean, σ about the mean", `${formatLevel(input.statistics.mean)}, ${formatLevel(input.statistics.std)}`],
  ];
  return table({ columns: [{ head: "Parameter" }, { head: "", share: 2 }], rows });
}

function suggestions({ sheet, report }: Content): Block[] {
  const { contourSuggestions } = report.input;
  if (contourSuggestions.length === 0) return [];
  return [
    label(sheet, "Contour levels proposed for this map"),
    ...contourSuggestions.map(({ level, method, version, confidence, reason }) =>
      paragraph(
        sheet,
        [
          { text: formatLevel(level), face: "bold" },
          {
            text: ` by ${contourMethodText(method)}, version ${version}, ${confidence} confidence. ${asSentence(reason)}`,
          },
        ],
        { gap: 2 },
      ),
    ),
  ];
}

function diagnosis({ sheet, report }: Content): Block[] {
  const found = report.input.diagnosis;
  const head = label(sheet, "What the file says of itself");
  if (found.length === 0)
    return [head, paragraph(sheet, "Nothing in the file needed a remark or a repair.", { gap: 2 })];
  return [
    head,
    ...found.map(({ severity, message }) =>
      paragraph(sheet, [{ text: `${SEVERITIES[severity]}. `, face: "bold" }, { text: message }], { gap: 2 }),
    ),
  ];
}
