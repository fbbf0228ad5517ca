import type { Triple } from "../volume/grid.ts";
import { cross, dot, plus, unit } from "./direction.ts";

/** A place where a helix axis may run: a point on it (Å), its direction, and a direction across it, unit vectors. */
export interface HelixAxis {
  readonly centre: Triple;
  readonly direction: Triple;
  readonly normal: Triple;
}

/**
 * Two directions across an axis, so that (first, second, direction) is right-handed: azimuths count from the first towards the
 * second. The first is the normal turned square to the axis.
 */
export function acrossAxis({ direction, normal }: Omit<HelixAxis, "centre">): readonly [first: Triple, second: Triple] {
  const first = unit(plus(normal, direction, -dot(normal, direction)));
  return [first, cross(direction, first)];
}
