import { Arena, type Kernel } from "../kernels/kernel.ts";
import { testLabels } from "./test-labels.ts";
import { testSums } from "./test-sums.ts";
import { type TransformErrors, testTransform } from "./test-transform.ts";
import { testVoxels } from "./test-volume.ts";

/** What the kernels give on a small volume beside other programs: relative differences, and counts of components. */
export interface SelfTestResult {
  readonly verdict: "passed" | "failed";
  readonly transform: TransformErrors;
  readonly components: { readonly kernels: number; readonly flood: number; readonly equal: number };
  readonly sums: number;
}

/** Well above what rounding does here (about 10⁻¹⁵), well below what any fault would do. */
const TOLERANCE = 1e-12;

/** Runs the kernels of transform, labelling and reduction on a 32³ volume against ndarray-fft, a flood fill and plain loops. */
export function selfTest(kernel: Kernel): SelfTestResult {
  const arena = new Arena(kernel.memory);
  const voxels = testVoxels();
  const transform = arena.scope(() => testTransform(kernel, arena, voxels));
  const sizes = arena.scope(() => testLabels(kernel, arena, voxels));
  const sums = arena.scope(() => testSums(kernel, arena, voxels));
  const components = {
    kernels: sizes.kernels.length,
    flood: sizes.flood.length,
    equal: sizes.flood.filter((size, i) => size === sizes.kernels[i]).length,
  };
  const sound = [transform.forward, transform.roundTrip, sums].every((error) => error < TOLERANCE);
  const labelled = components.kernels === components.flood && components.equal === components.flood;
  return { verdict: sound && labelled ? "passed" : "failed", transform, components, sums };
}
