import type { CellGrid, CylinderView } from "./cylinder.ts";
import { plus, unit } from "./direction.ts";
import { acrossAxis, type HelixAxis } from "./helix-axis.ts";
import type { AxisNetwork } from "./network.ts";
import { circle } from "./waves.ts";

/** Where a helix axis runs as seen from a candidate: Å along its two directions across, and tangents of the tilt towards them. */
export type AxisStep = readonly [first: number, second: number, tiltFirst: number, tiltSecond: number];

/**
 * The step that the last cells of the axis network speak for: Σ w·cell·(cos φ, sin φ) over azimuths, heights and channels, with
 * one set of weights for the shift and one for the tilt; a mean over azimuths.
 */
export function stepOf(
  { shift, tilt }: Pick<AxisNetwork, "shift" | "tilt">,
  cells: Float64Array,
  grid: CellGrid,
): AxisStep {
  const points = circle(grid.azimuths);
  const size = grid.heights * grid.channels;
  const step: [number, number, number, number] = [0, 0, 0, 0];
  for (let a = 0; a < grid.azimuths; a++) {
    let [across, tilted] = [0, 0];
    for (let i = 0; i < size; i++) {
      const value = cells[a * size + i]!;
      across += shift[i]! * value;
      tilted += tilt[i]! * value;
    }
    const [c, s] = [points[2 * a]! / grid.azimuths, points[2 * a + 1]! / grid.azimuths];
    step[0] += across * c;
    step[1] += across * s;
    step[2] += tilted * c;
    step[3] += tilted * s;
  }
  return step;
}

/** The step of a view in the frame of the cylinder itself: the mirror turns the second direction around, the turn that and the axis. */
export function unturned([first, second, tiltFirst, tiltSecond]: AxisStep, { hand, axis }: CylinderView): AxisStep {
  const turn = axis === "turned" ? -1 : 1;
  const side = hand === "mirrored" ? -turn : turn;
  return [first, side * second, turn * tiltFirst, turn * side * tiltSecond];
}

/** The mean of the steps of all views. */
export function meanStep(steps: readonly AxisStep[]): AxisStep {
  const mean = (part: 0 | 1 | 2 | 3) => steps.reduce((sum, step) => sum + step[part], 0) / steps.length;
  return [mean(0), mean(1), mean(2), mean(3)];
}

/** A candidate moved by a step; its normal stays as near to what it was as it can. */
export function steppedAxis(axis: HelixAxis, [first, second, tiltFirst, tiltSecond]: AxisStep): HelixAxis {
  const [u, v] = acrossAxis(axis);
  const centre = plus(plus(axis.centre, u, first), v, second);
  const direction = unit(plus(plus(axis.direction, u, tiltFirst), v, tiltSecond));
  const [normal] = acrossAxis({ direction, normal: axis.normal });
  return { centre, direction, normal };
}
