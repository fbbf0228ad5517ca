import type { Rgb } from "./shade.ts";

/** Colours of pieces by rank, the largest first: neighbours in the list differ in lightness too. */
export const PIECE_COLOURS: readonly Rgb[] = [
  [95, 179, 179],
  [240, 168, 80],
  [168, 150, 230],
  [198, 222, 110],
  [232, 126, 160],
  [108, 160, 235],
  [250, 224, 120],
];

/** Of all pieces after those. */
export const SMALL_PIECES: Rgb = [205, 205, 205];

/** The colour of a piece. @param rank 1 for the largest. */
export function pieceColour(rank: number): Rgb {
  return PIECE_COLOURS[rank - 1] ?? SMALL_PIECES;
}

/** The colour of each place by the rank of its piece, 3 bytes a place; {@link SMALL_PIECES} for rank 0. Allocates. */
export function paintRanks(ranks: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const colours = new Uint8Array(3 * ranks.length);
  for (let i = 0; i < ranks.length; i++) colours.set(pieceColour(ranks[i]!), 3 * i);
  return colours;
}
