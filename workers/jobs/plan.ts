import { HAND_LIMITS } from "../../src/checks/hand.ts";
import { COARSEST_VOXEL } from "../../src/core/hand/hand-grid.ts";
import { mostHandBytes } from "../../src/core/hand/hand-memory.ts";
import { isInRange } from "../../src/core/local-resolution/local-resolution.ts";
import { binnedLayout } from "../../src/core/mrc/binned-voxels.ts";
import { resizedSize } from "../../src/core/resizing/resize-plan.ts";
import { volumeOfVoxel } from "../../src/core/volume/components.ts";
import { type Grid, voxelCount } from "../../src/core/volume/grid.ts";
import { planMemory } from "../../src/core/volume/memory-plan.ts";
import type { Job } from "../job.ts";
import { layoutTransform } from "../kernels/fourier/layout.ts";
import { readHeader } from "../reading/read-header.ts";

/** Predicts from the header alone. The voxel size matters for the local checks only, so where a resolution is given. */
export const plan: Job<"plan"> = async ({ source, resolution, voxelSize, binning }, { platform }) => {
  const given = voxelSize ?? (resolution === null ? 1 : undefined);
  const { layout, compression } = await readHeader(await platform.openSource(source), { voxelSize: given });
  const { grid } = binning ? binnedLayout(layout, binning) : layout;
  return planMemory(grid.box, {
    transformBytes: layoutTransform(grid.box, "double").bytes,
    resizedSize: resolution === null ? 0 : resizedSize(grid, resolution),
    energyVolume: isInRange(resolution) ? voxelCount(grid.box) * volumeOfVoxel(grid) : 0,
    handBytes: hasHand(grid, resolution) ? mostHandBytes(grid) : 0,
    file: compression === "none" ? "plain" : "packed",
  });
};

function hasHand({ voxelSize }: Grid, resolution: number | null): boolean {
  return resolution !== null && resolution <= HAND_LIMITS.resolution && Math.max(...voxelSize) <= COARSEST_VOXEL;
}
