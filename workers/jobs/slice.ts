import { extractSlice } from "../../src/core/volume/slice.ts";
import type { Job } from "../job.ts";

/** One slice of the map in display orientation. */
export const slice: Job<"slice"> = ({ map, axis, index }, { self }) =>
  extractSlice(self.volumes.volume(map), axis, index);
