import type { DocumentPart } from "./document-part.ts";
import type { ListItem, Piece, Span, Words } from "./piece.ts";
import { spansOf } from "./piece.ts";

/** The anchor of a figure. */
export function figureAnchor(name: string): string {
  return `figure-${name}`;
}

/**
 * Counts the figures in the order of the document and writes their numbers into the text that names them. Text that
 * names a figure which was not drawn says so. Allocates; figures are held as given.
 */
export function numberFigures(parts: readonly DocumentPart[]): DocumentPart[] {
  const numbers = new Map<string, number>();
  for (const piece of parts.flatMap(({ pieces }) => pieces)) {
    if (isFigure(piece)) numbers.set(piece.name, numbers.size + 1);
  }
  return parts.map(({ head, pieces }) => ({ head, pieces: pieces.map((piece) => numbered(piece, numbers)) }));
}

type Numbers = ReadonlyMap<string, number>;

function isFigure(piece: Piece): piece is Extract<Piece, { kind: "slices" | "surfaces" | "plot" }> {
  if (piece.kind === "slices") return piece.figure !== undefined;
  return piece.kind === "surfaces" || piece.kind === "plot";
}

function numbered(piece: Piece, numbers: Numbers): Piece {
  if (isFigure(piece)) return { ...piece, number: numbers.get(piece.name)! };
  if (piece.kind === "paragraph") return { ...piece, words: withNumbers(piece.words, numbers) };
  if (piece.kind !== "list") return piece;
  const items = piece.items.map((item): ListItem => ({ ...item, words: withNumbers(item.words, numbers) }));
  return { ...piece, items };
}

function withNumbers(words: Words, numbers: Numbers): Words {
  if (typeof words === "string") return words;
  return spansOf(words).map((span): Span => {
    if (span.figure === undefined) return span;
    const number = numbers.get(span.figure);
    if (number === undefined) return { text: "no figure: it was not drawn" };
    return { text: `Figure\u00a0${number}`, target: { anchor: figureAnchor(span.figure) } };
  });
}
