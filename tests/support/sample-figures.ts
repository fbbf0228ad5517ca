import { encodeRgbPng } from "../../src/report/drawing/png.ts";
import type { FigureSlice, PngImage, ReportFigures, SliceFigure } from "../../src/report/figures.ts";

/** Pictures of an invented map: a ring with a seam, and masks of it, `size` pixels wide. */
export function sampleFigures({
  size = 64,
  surfaceSize = 240,
}: {
  size?: number;
  surfaceSize?: number;
} = {}): ReportFigures {
  const map = figure(size, ring, [30, 33, 31]);
  const hard = figure(size, (x, y, turn) => (ring(x, y, turn) > 0.3 ? 1 : 0), [31, 32, 31]);
  return {
    central: figure(size, ring, [32, 32, 32]),
    maxVariance: map,
    projections: { indices: null, slices: map.slices },
    hardMask: hard,
    softMask: figure(size, (x, y, turn) => Math.min(1, Math.max(0, 2 * ring(x, y, turn))), [31, 32, 31]),
    rawMask: hard,
    outliers: figure(size, (x, y) => (Math.sin(37 * x + 91 * y) > 0.985 ? Math.sign(x) : 0), [12, 50, 44]),
    bFactorCorrected: figure(
      size,
      (x, y, turn) => ring(x, y, turn) + 0.1 * Math.sin(40 * x) * Math.sin(40 * y),
      [30, 33, 31],
    ),
    surface: [sphere(surfaceSize, 0.7), sphere(surfaceSize, 0.6), sphere(surfaceSize, 0.8)],
  };
}

type Density = (x: number, y: number, turn: number) => number;

function figure(size: number, density: Density, indices: SliceFigure["indices"]): SliceFigure {
  return { indices, slices: [slice(size, density, 0), slice(size, density, 1), slice(size, density, 2)] };
}

/** Samples x and y from −1 to 1. */
function slice(size: number, density: Density, turn: number): FigureSlice {
  const at = (i: number) => (2 * i) / (size - 1) - 1;
  const values = Float32Array.from({ length: size * size }, (_, i) =>
    density(at(i % size), at(Math.floor(i / size)), turn),
  );
  return { width: size, height: size, values };
}

function ring(x: number, y: number, turn: number): number {
  const radius = Math.sqrt(x * x + y * y);
  const seam = 0.6 + 0.4 * Math.sin(7 * Math.atan2(y, x) + turn);
  return seam * Math.exp(-(((radius - 0.5) / 0.13) ** 2)) + 0.03 * Math.sin(50 * x + 31 * y);
}

function sphere(size: number, radius: number): PngImage {
  const rgb = new Uint8Array(3 * size * size).fill(255);
  for (let i = 0; i < size * size; i++) {
    const x = (2 * (i % size)) / size - 1;
    const y = (2 * Math.floor(i / size)) / size - 1;
    const depth = radius * radius - x * x - y * y;
    if (depth > 0) rgb.fill(90 + (150 * Math.sqrt(depth)) / radius, 3 * i, 3 * i + 3);
  }
  return encodeRgbPng({ width: size, height: size, rgb });
}
