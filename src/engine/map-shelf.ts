import type { MapHandle } from "../../workers/handles.ts";
import type { ReadMap, Survey, WorkerSource } from "../../workers/protocol.ts";
import { MapError } from "../core/errors.ts";
import type { Binning } from "../core/mrc/binned-voxels.ts";
import { completeDiagnosis } from "../core/mrc/statistics-diagnosis.ts";
import { type Axis, type Grid, voxelCount } from "../core/volume/grid.ts";
import { extractSlice } from "../core/volume/slice.ts";
import type { MapStatistics } from "../core/volume/statistics.ts";
import type { FigureSlice } from "../report/figures.ts";
import type { Diagnosis } from "../report/report.ts";
import type { OpenOptions, ProgressStep, RunOptions } from "./engine.ts";
import type { Measurements } from "./measurements.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** A map in the engine's care. */
export interface HeldMap {
  readonly id: string;
  readonly read: ReadMap;
  /** Å, given by the user when the map was opened. */
  readonly voxelSize: number | undefined;
  readonly binning: Binning | undefined;
  /** What the header and the voxels say about each other. */
  diagnosis(statistics: MapStatistics): readonly Diagnosis[];
}

/** What the latest run of the checks on a map was about. */
export interface LatestRun {
  readonly level: number;
  readonly resolution: number | null;
  /** With the voxel size of the run. */
  readonly grid: Grid;
}

interface Shelved extends HeldMap {
  read: ReadMap;
  latestRun: LatestRun | null;
  readonly source: WorkerSource;
  /** The pool's generation that holds the voxels, where memory is private. */
  generation: number;
  /** While the file is being read again. */
  reading: Promise<void> | null;
}

/** Maps this large leave a kernel memory behind that is worth giving back, bytes of voxels. */
const WORTH_RECYCLING = 2 ** 27;

/** Keeps the open maps: reads them, reads them again when a private worker took them along, forgets them. */
export class MapShelf {
  readonly #pool: WorkerPool;
  readonly #measurements: Measurements;
  readonly #memory: "shared" | "private";
  readonly #maps = new Map<string, Shelved>();
  #count = 0;

  constructor(pool: WorkerPool, measurements: Measurements, memory: "shared" | "private") {
    this.#pool = pool;
    this.#measurements = measurements;
    this.#memory = memory;
  }

  async read(source: WorkerSource, options: RunOptions & OpenOptions): Promise<HeldMap> {
    const { voxelSize, binning } = options;
    const read = await this.#pool.team("readMap", { source, voxelSize, binning }, jobOptions("read", options));
    const held: Shelved = {
      id: `map${++this.#count}`,
      read,
      voxelSize,
      binning,
      source,
      generation: this.#pool.generation,
      reading: null,
      latestRun: null,
      diagnosis: (statistics) => completeDiagnosis(read.diagnosis, read.header, statistics),
    };
    this.#maps.set(held.id, held);
    return held;
  }

  has(mapId: string): boolean {
    return this.#maps.has(mapId);
  }

  get(mapId: string): { map: MapHandle; held: HeldMap } {
    const held = this.#shelved(mapId);
    return { map: held.read.map, held };
  }

  /** The map's voxels, read again where a private worker that held them is gone. */
  async resident(mapId: string): Promise<MapHandle> {
    const held = this.#shelved(mapId);
    if (this.#isLost(held)) {
      held.reading ??= this.#readAgain(held).finally(() => {
        held.reading = null;
      });
      await held.reading;
    }
    return held.read.map;
  }

  async #readAgain(held: Shelved): Promise<void> {
    this.#measurements.forget(held.id);
    const { source, voxelSize, binning } = held;
    const { map } = await this.#pool.team("readMap", { source, voxelSize, binning });
    held.read = { ...held.read, map };
    held.generation = this.#pool.generation;
  }

  #isLost({ generation }: Shelved): boolean {
    return this.#memory === "private" && generation !== this.#pool.generation;
  }

  #shelved(mapId: string): Shelved {
    const held = this.#maps.get(mapId);
    if (!held) throw new MapError("job.failed", "The map is no longer open; open it again.");
    return held;
  }

  /** Statistics, histogram, projections and the ladder of components: measured once a map. */
  async survey(held: HeldMap, options: RunOptions = {}): Promise<Survey> {
    const map = await this.resident(held.id);
    const compute = () => this.#pool.team("survey", { map }, jobOptions("survey", options));
    const question = { mapId: held.id, measurement: "survey", parameters: {}, signal: options.signal };
    return this.#measurements.ask(question, compute);
  }

  /** A slice in display orientation: read here where memory is shared, so that it never waits for a job. */
  async slice(mapId: string, axis: Axis, index: number): Promise<FigureSlice> {
    const map = await this.resident(mapId);
    if (!map.buffer) return this.#pool.solo("slice", { map, axis, index });
    return extractSlice({ grid: map.grid, voxels: voxelsOf(map, map.buffer) }, axis, index);
  }

  /** The voxels where they lie; `null` where memory is private. */
  async voxels(mapId: string): Promise<Float32Array | null> {
    const map = await this.resident(mapId);
    return map.buffer ? voxelsOf(map, map.buffer) : null;
  }

  remember(mapId: string, run: LatestRun): void {
    this.#shelved(mapId).latestRun = run;
  }

  latestRun(mapId: string): LatestRun | null {
    return this.#shelved(mapId).latestRun;
  }

  close(mapId: string): void {
    const held = this.#maps.get(mapId);
    if (!held) return;
    this.#maps.delete(mapId);
    this.#measurements.forget(mapId);
    if ((held.read.map.buffer?.byteLength ?? 0) > WORTH_RECYCLING) this.#pool.recycle();
    else if (this.#memory === "private" && !this.#isLost(held))
      void this.#pool.team("release", { ids: [held.read.map.id] }).catch(() => {});
  }
}

function voxelsOf({ grid }: MapHandle, buffer: ArrayBufferLike): Float32Array {
  return new Float32Array(buffer, 0, voxelCount(grid.box));
}

/** A job's options that report progress under the name of a step. */
export function jobOptions(step: ProgressStep, { signal, onProgress }: RunOptions) {
  return { signal, onProgress: (fraction: number | null) => onProgress?.({ step, fraction }) };
}
