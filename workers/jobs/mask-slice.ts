import { voxelCount } from "../../src/core/volume/grid.ts";
import { extractSlice } from "../../src/core/volume/slice.ts";
import type { Job } from "../job.ts";

/** One slice of a mask in display orientation, 0 or 1 a voxel. */
export const maskSlice: Job<"maskSlice"> = ({ map, mask, axis, index }, { self }) => {
  const { grid } = map;
  return extractSlice({ grid, voxels: self.volumes.mask(mask.id).subarray(0, voxelCount(grid.box)) }, axis, index);
};
