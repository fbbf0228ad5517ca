import { type LevelRange, roundToRange } from "./model.ts";

/** The picture of the levels, in its own units: where its axes lie. */
export const PICTURE = { width: 408, height: 178, left: 30, right: 400, top: 24, base: 140 } as const;

/** Places in the picture. */
export interface Scales {
  /** Of a level; one beyond the range lies at its end. */
  readonly x: (level: number) => number;
  /** Of a number of voxels, on a logarithmic scale. */
  readonly y: (voxels: number) => number;
}

/** The scales of a picture of a range of levels whose tallest thing is 10^`decades` voxels. */
export function scalesOf({ low, high }: LevelRange, decades: number): Scales {
  const { left, right, top, base } = PICTURE;
  return {
    x: (level) => {
      const fraction = (level - low) / (high - low || 1);
      return left + (right - left) * Math.min(1, Math.max(0, fraction));
    },
    y: (voxels) => base - ((base - top) * Math.log10(Math.max(1, voxels))) / decades,
  };
}

/** The level at a place of the picture, given as a share of its width. */
export function levelAt(place: number, range: LevelRange): number {
  const { left, right, width } = PICTURE;
  const fraction = Math.min(1, Math.max(0, (place * width - left) / (right - left)));
  return roundToRange(range.low + fraction * (range.high - range.low), range);
}
