import { planMemory } from "../../src/core/volume/memory-plan.ts";
import type { Job } from "../job.ts";
import { layoutTransform } from "../kernels/fourier/layout.ts";
import { readHeader } from "../reading/read-header.ts";

/** Predicts from the header alone; a missing voxel size does not matter for memory. */
export const plan: Job<"plan"> = async ({ source }, { platform }) => {
  const { layout } = await readHeader(await platform.openSource(source), { voxelSize: 1 });
  const { box } = layout.grid;
  return planMemory(box, layoutTransform(box, "double").bytes);
};
