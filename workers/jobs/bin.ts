import { binnedGrid, binVolume } from "../../src/core/volume/binning.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { Job } from "../job.ts";

/** The map with blocks of voxels averaged into one, as a volume at rest beside the map. */
export const bin: Job<"bin"> = ({ map, factor }, { self, allocateVolume }) => {
  const grid = binnedGrid(map.grid, factor);
  const buffer = allocateVolume(4 * voxelCount(grid.box));
  binVolume(self.volumes.volume(map), factor, new Float32Array(buffer));
  return { ...self.volumes.keep(`${map.id}.binned.${factor}`, buffer), grid };
};
