import { REFERENCES } from "../text/references.ts";
import { type Piece, paragraph } from "./piece.ts";

/** The sources of the methods, each with a link. */
export function referencesSection(): Piece[] {
  return [
    { kind: "part", name: "references", title: "References" },
    ...REFERENCES.map(({ text, doi }) =>
      paragraph([{ text: `${text} ` }, { text: `doi:${doi}`, target: { url: `https://doi.org/${doi}` } }]),
    ),
  ];
}
