import type { SliceImage } from "./slice-image.ts";

type Rgb = readonly [number, number, number];

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
function pieceColour(rank: number): Rgb {
  return PIECE_COLOURS[rank - 1] ?? SMALL_PIECES;
}

/** RGBA of a slice of ranks, 4 bytes a pixel; clear where the rank is 0. Allocates. */
export function paintPieces({ values }: SliceImage): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * values.length);
  values.forEach((rank, i) => {
    if (rank > 0) pixels.set([...pieceColour(rank), 255], 4 * i);
  });
  return pixels;
}
