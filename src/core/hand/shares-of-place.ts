import { exp } from "../math/elementary.ts";
import { dot, plus } from "./direction.ts";
import type { HelixAxis } from "./helix-axis.ts";

/** Å: candidates this near (standard deviation) that run along each other are at one place. */
const SAME_PLACE = 2;
/** A candidate counts whole from this probability of a helix on: what is hardly a helix has little to say. */
const WHOLE_FROM = 0.2;

/**
 * What each candidate counts for, so that those at one place count as one: w_i / Σ k_ij·w_j, w = min(1, p/0.2), k = exp(−d²/2ℓ²)·cos²
 * of the distance of two and the angle between their axes. Even under mirroring. Allocates. @param probability of a helix
 */
export function sharesOfPlace(
  axes: readonly Pick<HelixAxis, "centre" | "direction">[],
  probability: readonly number[],
): number[] {
  const counted = probability.map((one) => Math.min(1, one / WHOLE_FROM));
  return axes.map(({ centre, direction }, i) => {
    const there = axes.reduce((sum, other, j) => {
      const apart = plus(other.centre, centre, -1);
      const cosine = dot(direction, other.direction);
      const same = exp(-dot(apart, apart) / (2 * SAME_PLACE * SAME_PLACE)) * cosine * cosine;
      return sum + same * counted[j]!;
    }, 0);
    return counted[i]! / there;
  });
}
