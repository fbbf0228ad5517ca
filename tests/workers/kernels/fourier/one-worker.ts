import type { Triple } from "../../../../src/core/volume/grid.ts";
import { layoutTransform, type Precision, type TransformLayout } from "../../../../workers/kernels/fourier/layout.ts";
import {
  forwardColumns,
  forwardPlanes,
  inverseColumns,
  inversePlanes,
  planTransform,
  type TransformPlan,
} from "../../../../workers/kernels/fourier/transform.ts";
import type { Arena, Kernel } from "../../../../workers/kernels/kernel.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { seededRandom } from "../../../support/random.ts";
import type { ComplexGrid } from "./naive-dft.ts";

/** A transform with its memory, driven by one worker. */
export interface Transform<P extends Precision = Precision> {
  readonly kernel: Kernel;
  readonly arena: Arena;
  readonly layout: TransformLayout<P>;
  readonly plan: TransformPlan;
  readonly data: number;
  readonly scratch: number;
}

/** Bytes left free behind data and scratch, to see whether a kernel writes past their ends. */
export const GUARD = 1024;

export function makeTransform<P extends Precision>(
  box: Triple,
  precision: P,
  memory: "shared" | "private" = "shared",
): Transform<P> {
  const { kernel, arena } = makeKernel(memory);
  const layout = layoutTransform(box, precision);
  const plan = planTransform(kernel, arena, layout);
  const data = arena.allocate(layout.bytes + GUARD);
  return { kernel, arena, layout, plan, data, scratch: arena.allocate(plan.scratchBytes + GUARD) };
}

/** Chunks [start, end) that cover 0 … n. */
export type Chunks = (n: number) => readonly (readonly [number, number])[];

const whole: Chunks = (n) => [[0, n]];

export function forward({ kernel, plan, layout, data, scratch }: Transform, chunks: Chunks = whole): void {
  for (const [z0, z1] of chunks(layout.nz)) forwardPlanes(kernel, plan, data, scratch, z0, z1);
  for (const [y0, y1] of chunks(layout.ny)) forwardColumns(kernel, plan, data, scratch, y0, y1);
}

/** Inverse with the scale that undoes `forward`. */
export function inverse({ kernel, plan, layout, data, scratch }: Transform, chunks: Chunks = whole): void {
  const scale = 1 / (layout.nx * layout.ny * layout.nz);
  for (const [y0, y1] of chunks(layout.ny)) inverseColumns(kernel, plan, data, scratch, y0, y1);
  for (const [z0, z1] of chunks(layout.nz)) inversePlanes(kernel, plan, data, scratch, z0, z1, scale);
}

/** All elements of the data, padding included. */
export function elements({ kernel, layout, data }: Transform): Float32Array | Float64Array {
  const View = layout.precision === "single" ? Float32Array : Float64Array;
  return new View(kernel.memory.buffer, data, layout.nz * layout.planePitch);
}

/** Overwrites everything, padding included, so that nothing depends on cleared memory; then writes the values. */
export function writeReal(transform: Transform, values: ArrayLike<number>): void {
  const target = elements(transform).fill(Number.NaN);
  for (const { index, offset } of positions(transform.layout, transform.layout.nx)) target[offset] = values[index]!;
}

export function readReal(transform: Transform): Float64Array {
  return readRows(transform, { width: transform.layout.nx, start: 0 });
}

/** The half spectrum, hx coefficients a row. */
export function readSpectrum(transform: Transform): ComplexGrid {
  const { hx: width, hs } = transform.layout;
  return { re: readRows(transform, { width, start: 0 }), im: readRows(transform, { width, start: hs }) };
}

function readRows(transform: Transform, { width, start }: { width: number; start: number }): Float64Array {
  const { ny, nz } = transform.layout;
  const source = elements(transform);
  const values = new Float64Array(nz * ny * width);
  for (const { index, offset } of positions(transform.layout, width)) values[index] = source[offset + start]!;
  return values;
}

function* positions({ ny, nz, rowPitch, planePitch }: TransformLayout, width: number) {
  let index = 0;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < width; x++) yield { index: index++, offset: z * planePitch + y * rowPitch + x };
    }
  }
}

/** Numbers that float32 holds exactly, so that both precisions start from the same map. */
export function noise([nx, ny, nz]: Triple, seed = 1): Float32Array {
  const random = seededRandom(seed);
  return Float32Array.from({ length: nx * ny * nz }, random);
}

/** ‖a − b‖ / ‖b‖ over real and imaginary parts. */
export function relativeError(actual: ComplexGrid, expected: ComplexGrid): number {
  let [difference, norm] = [0, 0];
  for (const part of ["re", "im"] as const) {
    for (let index = 0; index < expected[part].length; index++) {
      difference += (actual[part][index]! - expected[part][index]!) ** 2;
      norm += expected[part][index]! ** 2;
    }
  }
  return Math.sqrt(difference / norm);
}
