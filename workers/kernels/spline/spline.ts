import { type AxisResampling, TAPS } from "../../../src/core/resizing/spline-axis.ts";
import type { Arena, Kernel } from "../kernel.ts";

interface SplineKernels {
  splineCoefficients(first: number, step: number, count: number, width: number): void;
  splineCoefficientsOfRow(row: number, count: number): void;
  weighPositions(first: number, step: number, width: number, indices: number, weights: number, target: number): void;
  weighRow(row: number, count: number, indices: number, weights: number, target: number): void;
  roundValues(source: number, count: number, target: number): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as SplineKernels;

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const WORD = Int32Array.BYTES_PER_ELEMENT;

/** The resampling of an axis with its tables in kernel memory; plain data. */
export interface AxisTables extends Pick<AxisResampling, "size" | "count" | "coefficients"> {
  /** Addresses of `TAPS` int32 and as many float64 for each output position. */
  readonly indices: number;
  readonly weights: number;
}

/** Copies the tables of an axis to kernel memory, from the arena. */
export function placeAxis(arena: Arena, { size, count, coefficients, indices, weights }: AxisResampling): AxisTables {
  const tables = { size, count, coefficients, indices: arena.allocate(WORD * TAPS * count) };
  const placed = { ...tables, weights: arena.allocate(DOUBLE * TAPS * count) };
  new Int32Array(arena.memory.buffer, placed.indices, TAPS * count).set(indices);
  new Float64Array(arena.memory.buffer, placed.weights, TAPS * count).set(weights);
  return placed;
}

/** Rows of float64 in kernel memory, `step` bytes from one to the next, `width` (even) values in each. */
export interface Rows {
  readonly first: number;
  readonly step: number;
  readonly width: number;
}

/**
 * Makes the values along an axis ready for {@link resampleRow}: each column of `axis.size` rows becomes its coefficients of
 * cubic B-splines, half-sample symmetric at both ends, in place. Equal to scipy's spline_filter(order 3, "reflect").
 */
export function prefilterRows(kernel: Kernel, axis: AxisTables, { first, step, width }: Rows): void {
  if (axis.coefficients === "spline") kernelsOf(kernel).splineCoefficients(first, step, axis.size, width);
}

/** Output position j of an axis across rows that {@link prefilterRows} has made ready: `width` float64 at `target`. */
export function resampleRow(
  kernel: Kernel,
  axis: AxisTables,
  { first, step, width }: Rows,
  { j, target }: { j: number; target: number },
): void {
  const { indices, weights } = tablesAt(axis, j);
  kernelsOf(kernel).weighPositions(first, step, width, indices, weights, target);
}

/** Both steps along one row, whose float64 become coefficients: `axis.count` float64 at `target`. */
export function resampleAlong(
  kernel: Kernel,
  axis: AxisTables,
  { row, target }: { row: number; target: number },
): void {
  if (axis.coefficients === "spline") kernelsOf(kernel).splineCoefficientsOfRow(row, axis.size);
  kernelsOf(kernel).weighRow(row, axis.count, axis.indices, axis.weights, target);
}

/** Rounds float64 to the float32 that the reference programs store. */
export function roundRow(kernel: Kernel, source: number, count: number, target: number): void {
  kernelsOf(kernel).roundValues(source, count, target);
}

function tablesAt({ indices, weights }: AxisTables, j: number): { indices: number; weights: number } {
  return { indices: indices + WORD * TAPS * j, weights: weights + DOUBLE * TAPS * j };
}
