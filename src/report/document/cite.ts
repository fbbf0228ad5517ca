import { type ReferenceName, referenceNamed } from "../text/references.ts";
import type { Span } from "./piece.ts";

/** The anchor of an entry in the list of references. */
export function referenceAnchor(name: ReferenceName): string {
  return `reference-${name}`;
}

/** "Kaur et al. 2021", with a link to the entry in the list of references. */
export function cite(name: ReferenceName): Span {
  return { text: referenceNamed(name).short, target: { anchor: referenceAnchor(name) } };
}
