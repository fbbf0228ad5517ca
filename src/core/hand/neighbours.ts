import { exp, log } from "../math/elementary.ts";
import { dot, plus } from "./direction.ts";
import type { HelixAxis } from "./helix-axis.ts";

/** Å along the axis of a candidate: neighbours in these stretches count, if they lie near its axis and run along it. */
const STRETCHES = [
  [1.5, 5],
  [5, 10],
  [10, 16],
] as const;
/** Å from the axis (standard deviation), and the |cosine| between axes from which and up to which the weight rises to 1. */
const BESIDE = 1.5;
const [TURNED, ALIGNED] = [0.7, 0.95];
/** Å: where packed helices lie, the standard deviation of that, how far along the axis, and what is too far to count. */
const PACKED = { apart: 9, spread: 2, along: 6, farthest: 22 } as const;
const FEWEST = 0.03;
const TOP = 20;

const KERNELS = STRETCHES.length + 1;

/** What a neighbour counts for a candidate in one kernel. */
interface Neighbour {
  readonly of: number;
  readonly index: number;
  readonly kernel: number;
  readonly weight: number;
}

/** The neighbours of all candidates: along their axes by stretch, and packed beside them. Even under mirroring. Allocates. */
export function findNeighbours(axes: readonly Pick<HelixAxis, "centre" | "direction">[]): readonly Neighbour[] {
  const found: Neighbour[] = [];
  axes.forEach(({ centre, direction }, of) => {
    axes.forEach((other, index) => {
      const apart = plus(other.centre, centre, -1);
      const squared = dot(apart, apart);
      if (squared > PACKED.farthest * PACKED.farthest) return;
      const along = Math.abs(dot(apart, direction));
      const kernel = STRETCHES.findIndex(([low, high]) => along >= low && along < high);
      const aligned = (Math.abs(dot(direction, other.direction)) - TURNED) / (ALIGNED - TURNED);
      if (kernel >= 0 && aligned > 0) {
        const beside = Math.max(0, squared - along * along);
        found.push({ of, index, kernel, weight: exp(-beside / (2 * BESIDE * BESIDE)) * Math.min(1, aligned) });
      }
      if (along < PACKED.along) {
        const off = Math.sqrt(squared) - PACKED.apart;
        const weight = exp(-(off * off) / (2 * PACKED.spread * PACKED.spread));
        found.push({ of, index, kernel: STRETCHES.length, weight });
      }
    });
  });
  return found;
}

/**
 * Per candidate the logarithms of the expected helices in each kernel, of those of the whole map, and of the mean of the likeliest
 * twenty. Allocates. @param probability of a helix by candidate
 */
export function neighbourFeatures(neighbours: readonly Neighbour[], probability: readonly number[]): number[][] {
  const sums = probability.map(() => new Array<number>(KERNELS).fill(0));
  for (const { of, index, kernel, weight } of neighbours) sums[of]![kernel]! += weight * probability[index]!;
  const total = probability.reduce((sum, one) => sum + one, 0);
  const top = [...probability].sort((a, b) => b - a).slice(0, TOP);
  const whole = [log(1 + total), log(top.reduce((sum, one) => sum + one, 0) / Math.max(1, top.length))];
  return sums.map((kernels) => [...kernels.map((sum) => log(FEWEST + sum)), ...whole]);
}
