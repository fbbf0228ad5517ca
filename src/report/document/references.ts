import { REFERENCES } from "../text/references.ts";
import { referenceAnchor } from "./cite.ts";
import { type Piece, paragraph } from "./piece.ts";

/** The sources of the methods, each with a link. */
export function referencesSection(): Piece[] {
  return [
    { kind: "part", name: "references", title: "References" },
    ...REFERENCES.map(({ name, text, doi }) =>
      paragraph([{ text: `${text} ` }, { text: `doi:${doi}`, target: { url: `https://doi.org/${doi}` } }], {
        name: referenceAnchor(name),
      }),
    ),
  ];
}
