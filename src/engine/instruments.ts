import type { MapShelf } from "./map-shelf.ts";
import type { Measurements } from "./measurements.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What everything that is asked of an open map draws on. */
export interface Instruments {
  readonly pool: WorkerPool;
  readonly measurements: Measurements;
  readonly shelf: MapShelf;
}
