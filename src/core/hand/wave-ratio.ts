import { log } from "../math/elementary.ts";
import { CYLINDER, CYLINDER_HEIGHTS } from "./cylinder.ts";
import { circle, PITCH, windowedWave } from "./waves.ts";

/** Radii of a cylinder, by index, that are added up: 1.6, 2.4 and 3.4 Å. */
const CHANNELS = [1, 2, 3] as const;
/** Å: half width of the Gaussian window along the axis. */
const WINDOW = 5;
/** Keeps the logarithm finite where nothing is. */
const FLOOR = 1e-3;

const POINTS = circle(CYLINDER.azimuths);
const WAVE = windowedWave(CYLINDER_HEIGHTS, { period: PITCH, window: WINDOW });
const SHARE = 1 / CYLINDER.azimuths;

/**
 * D = ln(|A_R| / |A_L|) of the 5.4 Å wave about an axis, A_R = Σ ρ e^(−iφ) e^(2πiz/5.4) and A_L = Σ ρ e^(−iφ) e^(−2πiz/5.4) over its
 * cylinder: above 0 for a right-handed helix. For the report; the networks see the cylinder itself.
 */
export function waveRatio(cells: Float64Array): number {
  const { azimuths, heights, channels } = CYLINDER;
  let [rightRe, rightIm, leftRe, leftIm] = [0, 0, 0, 0];
  for (let h = 0; h < heights; h++) {
    let [re, im] = [0, 0];
    for (let a = 0; a < azimuths; a++) {
      const start = (a * heights + h) * channels;
      const sum = CHANNELS.reduce((total, channel) => total + cells[start + channel]!, 0) * SHARE;
      re += sum * POINTS[2 * a]!;
      im -= sum * POINTS[2 * a + 1]!;
    }
    const [c, s] = [WAVE[2 * h]!, WAVE[2 * h + 1]!];
    rightRe += re * c - im * s;
    rightIm += re * s + im * c;
    leftRe += re * c + im * s;
    leftIm += im * c - re * s;
  }
  const size = (re: number, im: number) => Math.sqrt(re * re + im * im) + FLOOR;
  return log(size(rightRe, rightIm) / size(leftRe, leftIm));
}
