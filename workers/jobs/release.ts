import type { Job } from "../job.ts";

/** Forgets volumes that live in this worker. */
export const release: Job<"release"> = ({ ids }, { self }) => {
  self.volumes.release(ids);
  return null;
};
