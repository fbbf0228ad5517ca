import { cos, exp, sin } from "../math/elementary.ts";
import type { Triple } from "../volume/grid.ts";
import { plus, unit } from "./direction.ts";
import { acrossAxis, type HelixAxis } from "./helix-axis.ts";
import { type Sampler, valueAt } from "./sampling.ts";
import { circle, heights, PITCH, windowedWave } from "./waves.ts";

/** Steps along the two directions across an axis: tangents of a tilt, or Å. */
type Move = readonly [number, number];

const RADII = [1.6, 2.4, 3.2] as const;
const AZIMUTHS = circle(12);
const CIRCLE_POINTS = (RADII.length * AZIMUTHS.length) / 2;
const HEIGHTS = heights(7, 1.1);
const WAVE = windowedWave(HEIGHTS, { period: PITCH, window: 5 });

/** A helix is also a rod: its core is dense, the ground between helices is not. Å; `share` of its contrast in the strength. */
const ROD = { core: 1.8, ground: 5, window: 6, share: 0.3 } as const;
const ROD_HEIGHTS = heights(7, 1.4);
const ROD_WEIGHTS = ROD_HEIGHTS.map((z) => (ROD.share / 12) * exp((-0.5 * z * z) / (ROD.window * ROD.window)));

/** Å across the axis: a cross and a square, the same for a mirrored map. */
export const SHIFTS: readonly Move[] = [
  ...([[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]] as const), // biome-ignore format: a cross
  ...([[0.8, 0.8], [-0.8, 0.8], [0.8, -0.8], [-0.8, -0.8]] as const), // biome-ignore format: and a square
];

/** What is tried one after the other, each from the best so far. */
const STAGES = [
  { moves: cone(24, 12), of: "direction" },
  { moves: SHIFTS, of: "centre" },
  { moves: cone(6, 6), of: "direction" },
] as const;

/** Tilts up to an angle, in degrees: rings of 6, 12 … directions about the axis. */
function cone(largest: number, step: number): readonly Move[] {
  const tilts: Move[] = [[0, 0]];
  for (let ring = 1; ring * step <= largest; ring++) {
    const angle = (Math.PI * ring * step) / 180;
    const size = sin(angle) / cos(angle);
    for (let i = 0; i < 6 * ring; i++) {
      const around = (2 * Math.PI * i) / (6 * ring);
      tilts.push([size * cos(around), size * sin(around)]);
    }
  }
  return tilts;
}

/**
 * Moves a candidate to where the helical wave of 5.4 Å about its axis, of either hand, and its rod are strongest: tilts, shifts across the
 * axis, small tilts. The moves are even in both directions across, and the stronger hand counts, so a mirrored map moves
 * its candidates to the mirrored places.
 */
export function searchAxis(sampler: Sampler, start: HelixAxis): HelixAxis {
  let best = { ...start, strength: Number.NEGATIVE_INFINITY };
  for (const { moves, of } of STAGES) {
    const from = best;
    const [first, second] = acrossAxis(from);
    for (const [a, b] of moves) {
      const step: Triple = plus(plus([0, 0, 0], first, a), second, b);
      const tried =
        of === "centre"
          ? { ...from, centre: plus(from.centre, step), normal: first }
          : { ...from, direction: unit(plus(from.direction, step)), normal: first };
      const strength = waveStrength(sampler, tried) + rodStrength(sampler, tried);
      if (strength > best.strength) best = { ...tried, strength };
    }
  }
  const [normal] = acrossAxis(best);
  return { centre: best.centre, direction: best.direction, normal };
}

/** max(|A_R|, |A_L|), A_R = Σ ρ e^(−iφ) e^(2πiz/5.4) and A_L = Σ ρ e^(−iφ) e^(−2πiz/5.4) over a windowed cylinder; a mean over its circles. */
export function waveStrength(sampler: Sampler, axis: HelixAxis): number {
  const [first, second] = acrossAxis(axis);
  const { scale } = sampler;
  const [ax, ay, az] = times(axis.direction, scale);
  const [fx, fy, fz] = times(first, scale);
  const [sx, sy, sz] = times(second, scale);
  const [cx, cy, cz] = times(axis.centre, scale);
  let [rightRe, rightIm, leftRe, leftIm] = [0, 0, 0, 0];
  for (let k = 0; k < HEIGHTS.length; k++) {
    const z = HEIGHTS[k]!;
    let [re, im] = [0, 0];
    for (let i = 0; i < AZIMUTHS.length; i += 2) {
      const c = AZIMUTHS[i]!;
      const s = AZIMUTHS[i + 1]!;
      let total = 0;
      for (let j = 0; j < RADII.length; j++) {
        const r = RADII[j]!;
        const x = cx + r * (c * fx + s * sx) + z * ax;
        const y = cy + r * (c * fy + s * sy) + z * ay;
        total += valueAt(sampler, x, y, cz + r * (c * fz + s * sz) + z * az);
      }
      re += total * c;
      im += total * s;
    }
    const [c, s] = [WAVE[2 * k]!, WAVE[2 * k + 1]!];
    rightRe += re * c + im * s;
    rightIm += re * s - im * c;
    leftRe += re * c - im * s;
    leftIm += re * s + im * c;
  }
  const squared = Math.max(rightRe * rightRe + rightIm * rightIm, leftRe * leftRe + leftIm * leftIm);
  return Math.sqrt(squared) / CIRCLE_POINTS;
}

/** Density on the axis and at the core's radius above that of the ground around, at six azimuths. */
function rodStrength(sampler: Sampler, axis: HelixAxis): number {
  const [first, second] = acrossAxis(axis);
  const { scale } = sampler;
  const [ax, ay, az] = times(axis.direction, scale);
  const [fx, fy, fz] = times(first, scale);
  const [sx, sy, sz] = times(second, scale);
  const [cx, cy, cz] = times(axis.centre, scale);
  let strength = 0;
  for (let k = 0; k < ROD_HEIGHTS.length; k++) {
    const height = ROD_HEIGHTS[k]!;
    const [x, y, z] = [cx + height * ax, cy + height * ay, cz + height * az];
    let contrast = 6 * valueAt(sampler, x, y, z);
    for (let i = 0; i < AZIMUTHS.length; i += 4) {
      const [c, s] = [AZIMUTHS[i]!, AZIMUTHS[i + 1]!];
      const [dx, dy, dz] = [c * fx + s * sx, c * fy + s * sy, c * fz + s * sz];
      contrast += valueAt(sampler, x + ROD.core * dx, y + ROD.core * dy, z + ROD.core * dz);
      contrast -= valueAt(sampler, x + ROD.ground * dx, y + ROD.ground * dy, z + ROD.ground * dz);
    }
    strength += ROD_WEIGHTS[k]! * contrast;
  }
  return strength;
}

function times(a: Triple, b: Triple): Triple {
  return [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
}
