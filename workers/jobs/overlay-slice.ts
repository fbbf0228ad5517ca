import type { Job } from "../job.ts";
import { cutOverlay } from "../overlay-slice.ts";

/** One slice of an overlay that lives in this worker. */
export const overlaySlice: Job<"overlaySlice"> = ({ map, overlay, axis, index }, { self }) =>
  cutOverlay(overlay, { grid: map.grid, place: { axis, index }, bytesOf: ({ id }) => self.volumes.bytes(id) });
