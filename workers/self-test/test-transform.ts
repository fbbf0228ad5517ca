import ndarray from "ndarray";
import fft from "ndarray-fft";
import { layoutTransform, type TransformLayout } from "../kernels/fourier/layout.ts";
import {
  forwardColumns,
  forwardPlanes,
  inverseColumns,
  inversePlanes,
  planTransform,
} from "../kernels/fourier/transform.ts";
import type { Arena, Kernel } from "../kernels/kernel.ts";
import { TEST_BOX } from "./test-volume.ts";

/** How far the kernels' transform is from another program's, and from coming back; root mean squares, relative. */
export interface TransformErrors {
  readonly forward: number;
  readonly roundTrip: number;
}

/** Transforms a volume by the kernels in double precision and by ndarray-fft, and back. */
export function testTransform(kernel: Kernel, arena: Arena, voxels: Float32Array): TransformErrors {
  const layout = layoutTransform(TEST_BOX, "double");
  const plan = planTransform(kernel, arena, layout);
  const [data, scratch] = [arena.allocate(layout.bytes), arena.allocate(plan.scratchBytes)];
  const held = new Float64Array(kernel.memory.buffer, data, layout.bytes / 8);
  forEachVoxel(layout, layout.nx, (at, offset) => {
    held[offset] = voxels[at]!;
  });
  forwardPlanes(kernel, plan, data, scratch, 0, layout.nz);
  forwardColumns(kernel, plan, data, scratch, 0, layout.ny);
  const forward = spectrumError(layout, held, referenceSpectrum(voxels));
  inverseColumns(kernel, plan, data, scratch, 0, layout.ny);
  inversePlanes(kernel, plan, data, scratch, 0, layout.nz, 1 / voxels.length);
  const back = { difference: 0, norm: 0 };
  forEachVoxel(layout, layout.nx, (at, offset) => {
    back.difference += squared(held[offset]! - voxels[at]!);
    back.norm += squared(voxels[at]!);
  });
  return { forward, roundTrip: Math.sqrt(back.difference / back.norm) };
}

interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Σ v·e^(−2πi…), the conjugate of what direction 1 of ndarray-fft gives for real values. */
function referenceSpectrum(voxels: Float32Array): Complex {
  const [nx, ny, nz] = TEST_BOX;
  const [re, im] = [Float64Array.from(voxels), new Float64Array(voxels.length)];
  fft(1, ndarray(re, [nz, ny, nx]), ndarray(im, [nz, ny, nx]));
  return { re, im: im.map((value) => -value) };
}

function spectrumError(layout: TransformLayout, held: Float64Array, { re, im }: Complex): number {
  let [difference, norm] = [0, 0];
  forEachVoxel(layout, layout.hx, (at, offset) => {
    difference += squared(held[offset]! - re[at]!) + squared(held[offset + layout.hs]! - im[at]!);
    norm += squared(re[at]!) + squared(im[at]!);
  });
  return Math.sqrt(difference / norm);
}

/** The first `width` places of each row: their index in the box without padding, and in the layout. */
function forEachVoxel(layout: TransformLayout, width: number, visit: (at: number, offset: number) => void): void {
  const { nx, ny, nz, rowPitch, planePitch } = layout;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < width; x++) visit((z * ny + y) * nx + x, z * planePitch + y * rowPitch + x);
    }
  }
}

function squared(value: number): number {
  return value * value;
}
