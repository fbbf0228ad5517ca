import { voxelCount } from "../../src/core/volume/grid.ts";
import type { Job } from "../job.ts";

/** Copies of values and of their mask. */
export const copyMeasured: Job<"copyMeasured"> = ({ volume }, { self }) => ({
  voxels: self.volumes.volume(volume).voxels.slice(),
  mask: self.volumes.mask(volume.mask.id).slice(0, voxelCount(volume.grid.box)),
});
