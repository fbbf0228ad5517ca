import { type Equaliser, equaliserAt, SHELL_WIDTH, SHELLS } from "../../src/core/hand/equalisation.ts";
import type { HandGrid } from "../../src/core/hand/hand-grid.ts";
import { cos, exp, sin } from "../../src/core/math/elementary.ts";
import type { Triple } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import type { TransformLayout } from "../kernels/fourier/layout.ts";
import {
  allocateShells,
  combineShells,
  type ShellPartials,
  type ShellTotals,
  shellRows,
} from "../kernels/fourier/shells.ts";
import type { ComputePhase } from "./phase.ts";
import { planeRows, type SharedTransform } from "./transform.ts";

/** Where a spectrum lies. */
type Spectrum = Pick<SharedTransform, "layout" | "data">;

const spectrumAt = ({ layout, data }: Spectrum): Spectrum => ({ layout, data });

/**
 * Fills the search grid's spectrum from that of the cut, which has the same length: coefficients that both can hold, turned so
 * that the middles coincide, and blurred. @param sigma of a Gaussian in Å, 0 for none
 */
export function placeSpectrum(
  { team }: JobContext,
  source: SharedTransform,
  { target, grid, sigma }: { target: SharedTransform; grid: HandGrid; sigma: number },
): void {
  const args = { source: spectrumAt(source), target: spectrumAt(target), grid, sigma };
  team.run(PLACE, args, target.layout.nz);
}

/** Sums of |F|² and of the weights in triangular shells of {@link SHELL_WIDTH}. */
export function radialPower(context: JobContext, spectrum: SharedTransform, spacing: Triple): ShellTotals {
  const { layout } = spectrum;
  const partials = allocateShells(context.arena, { planes: layout.nz, shells: SHELLS });
  context.team.run(POWER, { spectrum: spectrumAt(spectrum), spacing, partials }, layout.nz);
  return combineShells(context.self.kernel, partials);
}

/** F ← F·factor; in place. */
export function equaliseSpectrum(
  { team }: JobContext,
  spectrum: SharedTransform,
  rest: { equaliser: Equaliser; spacing: Triple },
): void {
  team.run(EQUALISE, { ...rest, spectrum: spectrumAt(spectrum) }, spectrum.layout.nz);
}

/** Blurs by a Gaussian of `sigma` Å; in place. */
export function blurSpectrum(
  { team }: JobContext,
  spectrum: SharedTransform,
  rest: { spacing: Triple; sigma: number },
): void {
  team.run(BLUR, { ...rest, spectrum: spectrumAt(spectrum) }, spectrum.layout.nz);
}

/** exp(−2π²σ²f²) at a squared frequency (1/Å²). */
function blur(sigma: number, squared: number): number {
  return exp(-2 * Math.PI * Math.PI * sigma * sigma * squared);
}

/** Turns e^(2πi·k·shift) and blur of each index of an axis, with the source's index or −1. */
interface AxisTable {
  readonly from: Int32Array;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

function tableOf(axis: HandGrid["axes"][0], count: number, sigma: number): AxisTable {
  const length = axis.size * axis.spacing;
  const table = { from: new Int32Array(count), re: new Float64Array(count), im: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    const k = signed(i, axis.size);
    const held = 2 * Math.abs(k) < Math.min(axis.size, axis.padded);
    table.from[i] = held ? (k + axis.padded) % axis.padded : -1;
    const angle = 2 * Math.PI * k * axis.shift;
    const weight = sigma === 0 ? 1 : blur(sigma, (k / length) * (k / length));
    table.re[i] = weight * cos(angle);
    table.im[i] = weight * sin(angle);
  }
  return table;
}

function signed(index: number, size: number): number {
  return index <= size / 2 ? index : index - size;
}

interface Placing {
  readonly source: Spectrum;
  readonly target: Spectrum;
  readonly grid: HandGrid;
  readonly sigma: number;
}

const PLACE: ComputePhase<Placing> = {
  name: "hand.place",
  work: ({ kernel: { memory } }, { source, target, grid: { axes }, sigma }, z) => {
    const to = planeRows(memory, target, z);
    to.fill(0);
    const { hx, hs, ny, rowPitch } = target.layout;
    const [tx, ty, tz] = [
      tableOf(axes[0], hx, sigma),
      tableOf(axes[1], ny, sigma),
      tableOf(axes[2], axes[2].size, sigma),
    ];
    if (tz.from[z]! < 0) return;
    const from = planeRows(memory, source, tz.from[z]!);
    for (let y = 0; y < ny; y++) {
      if (ty.from[y]! < 0) continue;
      const row = ty.from[y]! * source.layout.rowPitch;
      const re = tz.re[z]! * ty.re[y]! - tz.im[z]! * ty.im[y]!;
      const im = tz.re[z]! * ty.im[y]! + tz.im[z]! * ty.re[y]!;
      for (let x = 0; x < hx && tx.from[x]! >= 0; x++) {
        const [c, s] = [re * tx.re[x]! - im * tx.im[x]!, re * tx.im[x]! + im * tx.re[x]!];
        const [a, b] = [from[row + x]!, from[row + source.layout.hs + x]!];
        to[y * rowPitch + x] = a * c - b * s;
        to[y * rowPitch + hs + x] = a * s + b * c;
      }
    }
  },
};

/** Calls back with the place in the plane, the frequency (1/Å), and how often a coefficient counts. */
function eachCoefficient(
  layout: TransformLayout,
  spacing: Triple,
  z: number,
  visit: (at: number, squared: number, weight: number) => void,
): void {
  const { nx, ny, nz, hx, rowPitch } = layout;
  const fz = signed(z, nz) / (nz * spacing[2]);
  for (let y = 0; y < ny; y++) {
    const fy = signed(y, ny) / (ny * spacing[1]);
    for (let x = 0; x < hx; x++) {
      const fx = x / (nx * spacing[0]);
      visit(y * rowPitch + x, fx * fx + fy * fy + fz * fz, x === 0 || 2 * x === nx ? 1 : 2);
    }
  }
}

const POWER: ComputePhase<{ spectrum: Spectrum; spacing: Triple; partials: ShellPartials }> = {
  name: "hand.power",
  work: ({ kernel: { memory } }, { spectrum, spacing, partials }, z) => {
    const values = planeRows(memory, spectrum, z);
    const rows = shellRows(partials, z);
    const sums = new Float64Array(memory.buffer, rows.sums, SHELLS).fill(0);
    const counts = new Float64Array(memory.buffer, rows.counts, SHELLS).fill(0);
    const { hs } = spectrum.layout;
    eachCoefficient(spectrum.layout, spacing, z, (at, squared, weight) => {
      const place = Math.sqrt(squared) / SHELL_WIDTH;
      const low = Math.floor(place);
      if (low >= SHELLS - 1) return;
      const part = place - low;
      const power = weight * (values[at]! * values[at]! + values[at + hs]! * values[at + hs]!);
      sums[low]! += power * (1 - part);
      sums[low + 1]! += power * part;
      counts[low]! += weight * (1 - part);
      counts[low + 1]! += weight * part;
    });
  },
};

const EQUALISE: ComputePhase<{ spectrum: Spectrum; equaliser: Equaliser; spacing: Triple }> = {
  name: "hand.equalise",
  work: ({ kernel: { memory } }, { spectrum, equaliser, spacing }, z) =>
    multiply(planeRows(memory, spectrum, z), { spectrum, spacing, z }, (squared) =>
      equaliserAt(equaliser, Math.sqrt(squared)),
    ),
};

const BLUR: ComputePhase<{ spectrum: Spectrum; spacing: Triple; sigma: number }> = {
  name: "hand.blur",
  work: ({ kernel: { memory } }, { spectrum, spacing, sigma }, z) =>
    multiply(planeRows(memory, spectrum, z), { spectrum, spacing, z }, (squared) => blur(sigma, squared)),
};

/** Multiplies the coefficients of plane z by a factor of their squared frequency; in place. */
function multiply(
  values: Float64Array,
  { spectrum: { layout }, spacing, z }: { spectrum: Spectrum; spacing: Triple; z: number },
  factorAt: (squared: number) => number,
): void {
  eachCoefficient(layout, spacing, z, (at, squared) => {
    const factor = factorAt(squared);
    values[at]! *= factor;
    values[at + layout.hs]! *= factor;
  });
}

export const HAND_SPECTRUM_PHASES = [PLACE, POWER, EQUALISE, BLUR];
