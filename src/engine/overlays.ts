import type { MapHandle, MeasuredHandle } from "../../workers/handles.ts";
import { cutOverlay, type OverlaySource } from "../../workers/overlay-slice.ts";
import type { Segmentation } from "../../workers/protocol.ts";
import { assertSingleParticle } from "../core/mrc/refusals.ts";
import { type Triple, voxelCount } from "../core/volume/grid.ts";
import type { FigureSlice } from "../report/figures.ts";
import type {
  LocalVolume,
  LocalVolumeName,
  MarkedVoxels,
  Overlay,
  SlicePlace,
  VolumeName,
  VoxelQuestion,
} from "./engine.ts";
import type { Instruments } from "./instruments.ts";
import type { MapShelf } from "./map-shelf.ts";
import { localParameters, type Measurements, segmentationAt } from "./measurements.ts";
import { mirroredLabels, placementOf, volumeLabels } from "./volume-header.ts";
import type { WorkerPool } from "./worker-pool.ts";

const UNITS: Readonly<Record<LocalVolumeName, LocalVolume["unit"]>> = {
  localBFactor: "Å²",
  localOccupancy: "fraction",
  localResolution: "Å",
};

const NO_START: Triple = [0, 0, 0];

/** The volumes that runs leave beside a map, whole and slice by slice. */
export class Overlays {
  readonly #pool: WorkerPool;
  readonly #measurements: Measurements;
  readonly #shelf: MapShelf;

  constructor(instruments: Instruments) {
    this.#pool = instruments.pool;
    this.#measurements = instruments.measurements;
    this.#shelf = instruments.shelf;
  }

  /** Cut here where memory is shared, so that it never waits for a job. */
  async slice(
    mapId: string,
    overlay: Overlay,
    { level, place }: { level: number; place: SlicePlace },
  ): Promise<FigureSlice | null> {
    const map = await this.#mapOfRun(mapId);
    const source = await this.#source(mapId, overlay, { map, level });
    if (!source) return null;
    if (!map.buffer) return this.#pool.solo("overlaySlice", { map, overlay: source, ...place });
    return cutOverlay(source, { grid: map.grid, place, bytesOf: ({ buffer }) => buffer! });
  }

  /** Found by a worker: a pass over a whole volume would hold the page. */
  async voxelsWithin(mapId: string, { of, most, ...interval }: VoxelQuestion): Promise<MarkedVoxels | null> {
    const map = await this.#shelf.resident(mapId);
    const volume = of === "map" ? map : this.measured(mapId, of);
    if (!volume) return null;
    return { ...(await this.#pool.solo("markVoxels", { volume, interval, most })), grid: volume.grid };
  }

  /** Views where memory is shared, else copies out of the worker. */
  async localVolume(mapId: string, name: LocalVolumeName): Promise<LocalVolume | null> {
    await this.#shelf.resident(mapId);
    const volume = this.measured(mapId, name);
    if (!volume) return null;
    const { grid, buffer, mask } = volume;
    const unit = UNITS[name];
    if (!buffer || !mask.buffer) return { grid, unit, ...(await this.#pool.solo("copyMeasured", { volume })) };
    const count = voxelCount(grid.box);
    return { grid, unit, voxels: new Float32Array(buffer, 0, count), mask: new Uint8Array(mask.buffer, 0, count) };
  }

  /** Written by a worker; only the soft mask, which is computed for it, takes the team's turn. */
  async write(mapId: string, name: VolumeName): Promise<Uint8Array<ArrayBuffer> | null> {
    const map = await this.#mapOfRun(mapId);
    const [run, { held }] = [this.#shelf.latestRun(mapId), this.#shelf.get(mapId)];
    if (!run) return null;
    const source = await this.#source(mapId, name, { map, level: run.level });
    if (!source || source.kind === "components") return null;
    const described = { labels: volumeLabels(name, run, held.read.fileName) };
    if (source.kind === "measured") {
      const { volume } = source;
      const placement = { start: NO_START, origin: volume.grid.origin };
      return this.#pool.solo("writeVolume", { kind: source.kind, volume, placement, ...described });
    }
    const request = { ...source, map, placement: placementOf(held, map), ...described };
    return source.kind === "softMask"
      ? this.#pool.team("writeVolume", request)
      : this.#pool.solo("writeVolume", request);
  }

  /** The mirror image of the map; no run is needed. @throws map.crystal */
  async writeMirrored(mapId: string): Promise<Uint8Array<ArrayBuffer>> {
    const map = await this.#mapOfRun(mapId);
    const { held } = this.#shelf.get(mapId);
    assertSingleParticle(held.read);
    const described = { placement: placementOf(held, map), labels: mirroredLabels(held.read) };
    return this.#pool.solo("writeVolume", { kind: "mirrored", map, ...described });
  }

  /** The map, with the voxel size of its latest run. */
  async #mapOfRun(mapId: string): Promise<MapHandle> {
    const map = await this.#shelf.resident(mapId);
    return { ...map, grid: this.#shelf.latestRun(mapId)?.grid ?? map.grid };
  }

  async #source(
    mapId: string,
    overlay: Overlay,
    { map, level }: { map: MapHandle; level: number },
  ): Promise<OverlaySource | null> {
    if (overlay === "components") {
      const question = { mapId, measurement: overlay, parameters: { level } };
      const label = () => this.#pool.team("components", { map, level });
      return { kind: overlay, components: await this.#measurements.ask(question, label) };
    }
    if (overlay === "hardMask" || overlay === "softMask") {
      const question = { mapId, measurement: "segment", parameters: segmentationAt(level, map.grid) };
      const mask = this.#measurements.find<Segmentation>(question)?.hardMask;
      return mask ? { kind: overlay, mask } : null;
    }
    const volume = this.measured(mapId, overlay);
    return volume ? { kind: "measured", volume } : null;
  }

  /** A local measurement of the latest run at rest; `null` where that has none (yet). */
  measured(mapId: string, name: LocalVolumeName): MeasuredHandle | null {
    const run = this.#shelf.latestRun(mapId);
    if (!run) return null;
    const question = { mapId, measurement: name, parameters: localParameters(run) };
    return this.#measurements.find<{ volume: MeasuredHandle } | null>(question)?.volume ?? null;
  }
}
