import type { Kernel } from "../kernel.ts";
import { planeAddress, type TransformLayout } from "./layout.ts";

interface PlaneKernels {
  loadPlaneSingle(source: number, nx: number, ny: number, rows: number, halfRow: number): void;
  loadPlaneDouble: PlaneKernels["loadPlaneSingle"];
  loadMaskPlaneSingle(
    mask: number,
    inside: number,
    outside: number,
    nx: number,
    ny: number,
    rows: number,
    halfRow: number,
  ): void;
  loadMaskPlaneDouble: PlaneKernels["loadMaskPlaneSingle"];
  loadBackgroundPlaneSingle(
    source: number,
    mask: number,
    mean: number,
    nx: number,
    ny: number,
    rows: number,
    halfRow: number,
  ): void;
  loadBackgroundPlaneDouble: PlaneKernels["loadBackgroundPlaneSingle"];
  unloadPlaneSingle(rows: number, halfRow: number, nx: number, ny: number, lowest: number, target: number): void;
  unloadPlaneDouble: PlaneKernels["unloadPlaneSingle"];
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as PlaneKernels;

/** Copies plane z of a map (ny×nx float32 without gaps, at address `source`) into the real rows of a transform. */
export function loadPlane(kernel: Kernel, layout: TransformLayout, data: number, z: number, source: number): void {
  const { loadPlaneSingle, loadPlaneDouble } = kernelsOf(kernel);
  const load = layout.precision === "single" ? loadPlaneSingle : loadPlaneDouble;
  load(source, layout.nx, layout.ny, planeAddress(layout, data, z), layout.hs);
}

/** Loads a mask plane (ny×nx bytes at address `mask`): 1 where the byte is set, or with "outside" where it is 0; else 0. */
export function loadMaskPlane(
  kernel: Kernel,
  layout: TransformLayout,
  data: number,
  z: number,
  { mask, side }: { mask: number; side: "inside" | "outside" },
): void {
  const { loadMaskPlaneSingle, loadMaskPlaneDouble } = kernelsOf(kernel);
  const load = layout.precision === "single" ? loadMaskPlaneSingle : loadMaskPlaneDouble;
  const [inside, outside] = side === "inside" ? [1, 0] : [0, 1];
  load(mask, inside, outside, layout.nx, layout.ny, planeAddress(layout, data, z), layout.hs);
}

/** Loads the background's deviation of plane z: value − mean where the mask byte is 0, and 0 inside the mask. */
export function loadBackgroundPlane(
  kernel: Kernel,
  layout: TransformLayout,
  data: number,
  z: number,
  { source, mask, mean }: { source: number; mask: number; mean: number },
): void {
  const { loadBackgroundPlaneSingle, loadBackgroundPlaneDouble } = kernelsOf(kernel);
  const load = layout.precision === "single" ? loadBackgroundPlaneSingle : loadBackgroundPlaneDouble;
  load(source, mask, mean, layout.nx, layout.ny, planeAddress(layout, data, z), layout.hs);
}

/** Rounds the real rows of plane z to ny×nx float32 without gaps at address `target`; "nonNegative" then raises to 0. */
export function unloadPlane(
  kernel: Kernel,
  layout: TransformLayout,
  data: number,
  z: number,
  target: number,
  range: "plain" | "nonNegative",
): void {
  const { unloadPlaneSingle, unloadPlaneDouble } = kernelsOf(kernel);
  const unload = layout.precision === "single" ? unloadPlaneSingle : unloadPlaneDouble;
  const lowest = range === "plain" ? Number.NEGATIVE_INFINITY : 0;
  unload(planeAddress(layout, data, z), layout.hs, layout.nx, layout.ny, lowest, target);
}
