/** Corners of a verdict's mark on a square of 20, from the top, clockwise. */
export const DIAMOND = [
  [10, -0.6],
  [20.6, 10],
  [10, 20.6],
  [-0.6, 10],
] as const;
/** As {@link DIAMOND}. */
export const OCTAGON = [
  [6, 1],
  [14, 1],
  [19, 6],
  [19, 14],
  [14, 19],
  [6, 19],
  [1, 14],
  [1, 6],
] as const;
