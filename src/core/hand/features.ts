import { cos, exp, log, sin } from "../math/elementary.ts";
import { acrossAxis, type HelixAxis } from "./helix-axis.ts";
import { type Sampler, valueAt } from "./sampling.ts";
import { describeSurroundings, SHIFTED_WAVES, SURROUNDINGS, shiftedStrengths } from "./surroundings.ts";
import { circle, heights, PITCH, windowedWave } from "./waves.ts";

/** What the networks read of one candidate. */
export interface HelixFeatures {
  /** The same for a mirrored map. */
  readonly even: Float64Array;
  /** ln(|A_R| / |A_L|) of each wave: of opposite sign for a mirrored map. The first is D of the report. */
  readonly odd: Float64Array;
}

const RADII = [0.8, 1.6, 2.4, 3.2, 4.0, 4.8] as const;
const AZIMUTHS = 16;
const HEIGHTS = heights(14, 0.9);
const WINDOW = 5;

/** Layer lines of an alpha helix (18 residues, 5 turns, 27 Å): order of the Bessel function, signed period, window; Å. */
const LINES = [
  { order: 1, period: PITCH, window: WINDOW },
  { order: 2, period: 2.7, window: WINDOW },
  { order: 3, period: -9, window: WINDOW },
  { order: 2, period: -3.375, window: WINDOW },
  { order: 4, period: -13.5, window: WINDOW },
  { order: 1, period: PITCH, window: 3 },
  { order: 1, period: PITCH, window: 8 },
] as const;

/** Which radii are added up, complex, in one wave. */
const RADIAL_SETS = [
  [1, 2, 3],
  [0, 1],
  [3, 4],
  [4, 5],
] as const;

/** Keeps the logarithms finite. */
const FLOOR = 1e-3;
const FAINTEST = 1e-6;

const POINTS = circle(AZIMUTHS);
const WAVES = LINES.map((line) => windowedWave(HEIGHTS, line));
const WEIGHTS = HEIGHTS.map((z) => exp((-0.5 * z * z) / (WINDOW * WINDOW)));
/** e^(−inφ) at each azimuth for orders 1 to 4. */
const HARMONICS = [1, 2, 3, 4].map((order) =>
  Float64Array.from({ length: 2 * AZIMUTHS }, (_, i) => {
    const angle = (2 * Math.PI * order * Math.floor(i / 2)) / AZIMUTHS;
    return i % 2 === 0 ? cos(angle) : -sin(angle);
  }),
);

/** Numbers in {@link HelixFeatures}. */
export const ODD_FEATURES = LINES.length * RADIAL_SETS.length + SHIFTED_WAVES;
export const EVEN_FEATURES = ODD_FEATURES + 2 * RADII.length + SURROUNDINGS + 2;

/**
 * Helical waves on cylinders about an axis: per layer line and set of radii ln|A_R/A_L| (odd) and the logarithm of the
 * stronger (even), at the axis and for places beside it; mean density and logarithm of the energy at each radius, what lies
 * around, the logarithm of the tubeness, and 1/resolution (even).
 * The map must have unit rms deviation inside the molecule. Allocates. @param resolution Å
 */
export function helixFeatures(
  sampler: Sampler,
  axis: HelixAxis,
  { tubeness, resolution }: { tubeness: number; resolution: number },
): HelixFeatures {
  const cylinder = sampleCylinder(sampler, axis);
  const waves = LINES.map((line, i) => wavesByRadius(cylinder, line.order, WAVES[i]!));
  const beside = shiftedStrengths(sampler, axis).map(([right, left]) => [right + FLOOR, left + FLOOR] as const);
  const strengths = [...waves.flatMap((wave) => RADIAL_SETS.map((radii) => strengthsOf(wave, radii))), ...beside];
  const odd = Float64Array.from(strengths, ([right, left]) => log(right / left));
  const strongest = strengths.map(([right, left]) => log(Math.max(right, left)));
  const profile = radialProfile(cylinder);
  const own = [log(tubeness + FAINTEST), 1 / resolution];
  const around = [...profile.means, ...profile.energies, ...describeSurroundings(sampler, axis)];
  return { even: Float64Array.from([...strongest, ...around, ...own]), odd };
}

/** Values by radius, height and azimuth, the last one fastest. */
function sampleCylinder(sampler: Sampler, axis: HelixAxis): Float64Array {
  const [first, second] = acrossAxis(axis);
  const { scale } = sampler;
  const values = new Float64Array(RADII.length * HEIGHTS.length * AZIMUTHS);
  let at = 0;
  for (const radius of RADII) {
    for (const height of HEIGHTS) {
      for (let i = 0; i < 2 * AZIMUTHS; i += 2) {
        const [c, s] = [radius * POINTS[i]!, radius * POINTS[i + 1]!];
        const along = (k: 0 | 1 | 2) =>
          (axis.centre[k] + c * first[k] + s * second[k] + height * axis.direction[k]) * scale[k];
        values[at++] = valueAt(sampler, along(0), along(1), along(2));
      }
    }
  }
  return values;
}

/** Real and imaginary part of A_R and A_L at one radius. */
type Wave = readonly [rightRe: number, rightIm: number, leftRe: number, leftIm: number];

function wavesByRadius(cylinder: Float64Array, order: number, wave: Float64Array): Wave[] {
  const harmonic = HARMONICS[order - 1]!;
  return RADII.map((_, radius) => {
    const sums: [number, number, number, number] = [0, 0, 0, 0];
    for (let k = 0; k < HEIGHTS.length; k++) {
      const start = (radius * HEIGHTS.length + k) * AZIMUTHS;
      let [re, im] = [0, 0];
      for (let i = 0; i < AZIMUTHS; i++) {
        re += cylinder[start + i]! * harmonic[2 * i]!;
        im += cylinder[start + i]! * harmonic[2 * i + 1]!;
      }
      const [c, s] = [wave[2 * k]!, wave[2 * k + 1]!];
      sums[0] += re * c - im * s;
      sums[1] += re * s + im * c;
      sums[2] += re * c + im * s;
      sums[3] += im * c - re * s;
    }
    return sums;
  });
}

/** |A_R| and |A_L| of some radii together, a mean over azimuths. */
function strengthsOf(waves: readonly Wave[], radii: readonly number[]): readonly [right: number, left: number] {
  const sum = (part: 0 | 1 | 2 | 3) => radii.reduce((total, radius) => total + waves[radius]![part], 0) / AZIMUTHS;
  const size = (re: number, im: number) => Math.sqrt(re * re + im * im) + FLOOR;
  return [size(sum(0), sum(1)), size(sum(2), sum(3))];
}

function radialProfile(cylinder: Float64Array): { means: number[]; energies: number[] } {
  const [means, energies]: [number[], number[]] = [[], []];
  for (let radius = 0; radius < RADII.length; radius++) {
    let [sum, squares] = [0, 0];
    for (let k = 0; k < HEIGHTS.length; k++) {
      const start = (radius * HEIGHTS.length + k) * AZIMUTHS;
      for (let i = start; i < start + AZIMUTHS; i++) {
        sum += cylinder[i]! * WEIGHTS[k]!;
        squares += cylinder[i]! * cylinder[i]! * WEIGHTS[k]!;
      }
    }
    means.push(sum / AZIMUTHS);
    energies.push(log(squares / AZIMUTHS + FLOOR));
  }
  return { means, energies };
}
