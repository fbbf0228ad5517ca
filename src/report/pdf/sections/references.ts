import { REFERENCES } from "../../text/references.ts";
import { partHeading } from "../blocks/heading.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Block } from "../layout/block.ts";
import type { Sheet } from "../sheet.ts";

/** The sources of the methods, each with a link. */
export function referencesSection(sheet: Sheet): Block[] {
  return [
    partHeading({ name: "references", title: "References" }),
    ...REFERENCES.map(({ text, doi }) =>
      paragraph(sheet, [{ text: `${text} ` }, { text: `doi:${doi}`, target: { url: `https://doi.org/${doi}` } }]),
    ),
  ];
}
