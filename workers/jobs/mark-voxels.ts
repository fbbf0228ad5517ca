import { voxelsWithin } from "../../src/core/volume/voxels-within.ts";
import type { Job } from "../job.ts";

/** The voxels of a bin by their places, moved to who asked. */
export const markVoxels: Job<"markVoxels"> = ({ volume, interval, most }, { self, handOver }) => {
  const { grid, voxels } = self.volumes.volume(volume);
  const mask = "mask" in volume ? self.volumes.mask(volume.mask.id) : undefined;
  const found = voxelsWithin({ box: grid.box, voxels, ...(mask && { mask }) }, interval, most);
  handOver([found.places]);
  return found;
};
