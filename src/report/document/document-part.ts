import type { Piece } from "./piece.ts";

/** Pieces that belong together, and what they are called at the head of a page. */
export interface DocumentPart {
  readonly head: string;
  readonly pieces: readonly Piece[];
}
