import type { ColouringVolume, MapHandle, MaskHandle, MeasuredHandle, ResizedHandle } from "../../workers/handles.ts";
import { type RampRange, rampRange } from "../report/drawing/ramp.ts";
import type { LocalSurface, LocalSurfaceName, ReportFigures } from "../report/figures.ts";
import { localValues } from "../report/local-values.ts";
import type { Report } from "../report/report.ts";
import type { RunOptions, Validation } from "./engine.ts";
import type { Instruments } from "./instruments.ts";
import type { MapShelf } from "./map-shelf.ts";
import { localParameters, type Measurements } from "./measurements.ts";
import { recordedParameters } from "./recorded-parameters.ts";
import { validateMap } from "./validate-map.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Pixels a side of the isosurface, whose first view is large on the front page: 140 dots an inch there. */
const SURFACE_PIXELS = 440;
/** Pixels a side of coloured surfaces, which stand three side by side: 200 dots an inch. */
const LOCAL_PIXELS = 352;

interface Named {
  readonly name: LocalSurfaceName;
  readonly volume: ColouringVolume;
}

/** What the coloured surfaces are drawn from: the resized map, its mask, and what was measured. */
interface Source {
  readonly map: MapHandle;
  readonly mask: MaskHandle;
  readonly named: readonly Named[];
}

/**
 * The pictures that a report needs and its validation does not: drawn when a report is first written, and kept with the
 * measurements for the next one.
 */
export class ReportPictures {
  readonly #instruments: Instruments;
  readonly #pool: WorkerPool;
  readonly #shelf: MapShelf;
  readonly #measurements: Measurements;

  constructor(instruments: Instruments) {
    this.#instruments = instruments;
    this.#pool = instruments.pool;
    this.#shelf = instruments.shelf;
    this.#measurements = instruments.measurements;
  }

  /** The report with all its pictures, as renderers take it; a map that has been closed since is shown without surfaces. */
  async complete(
    { mapId, report, figures }: Validation,
    { signal }: RunOptions,
  ): Promise<{ report: Report; figures: ReportFigures }> {
    if (!this.#shelf.has(mapId)) return { report, figures };
    const [surface, localSurfaces] = await Promise.all([
      figures.surface ?? (hasSurface(report) ? this.#surface(mapId, report, signal) : undefined),
      this.#localSurfaces(mapId, report, signal),
    ]);
    return { report, figures: { ...figures, ...(surface && { surface }), localSurfaces } };
  }

  async #surface(mapId: string, { input }: Report, signal: AbortSignal | undefined) {
    const map = await this.#shelf.resident(mapId);
    const parameters = { level: input.contourLevel, size: SURFACE_PIXELS };
    const draw = () => this.#pool.solo("surfacePictures", { map, ...parameters }, { signal });
    return this.#measurements.ask({ mapId, measurement: "surfacePictures", parameters, signal }, draw);
  }

  async #localSurfaces(mapId: string, report: Report, signal: AbortSignal | undefined) {
    const ranges = rangesOf(report);
    if (ranges.length === 0) return {};
    const source = await this.#localSource(mapId, report, { ranges, signal });
    if (!source) return {};
    const { named, ...part } = source;
    const request = { ...part, lowest: report.input.contourLevel, size: LOCAL_PIXELS };
    const volumes = named.map(({ volume }) => volume);
    const question = { mapId, measurement: "localSurfacePictures", parameters: parametersOf(report), signal };
    // By the team, which has nothing to do now, while a worker of its own draws the other surface.
    const draw = () => this.#pool.team("localSurfacePictures", { ...request, volumes }, { signal });
    const { level, views } = await this.#measurements.ask(question, draw);
    const drawn = named.map(({ name }, i): [LocalSurfaceName, LocalSurface] => [name, { level, views: views[i]! }]);
    return Object.fromEntries(drawn);
  }

  /** What the run left; where that is gone, the run is made again. */
  async #localSource(
    mapId: string,
    report: Report,
    { ranges, signal }: { ranges: readonly LocalRange[]; signal: AbortSignal | undefined },
  ): Promise<Source | null> {
    await this.#shelf.resident(mapId);
    const found = await this.#find(mapId, report, ranges);
    if (found) return found;
    await validateMap(this.#instruments, mapId, recordedParameters(report), { ...(signal && { signal }) });
    return this.#find(mapId, report, ranges);
  }

  async #find(mapId: string, report: Report, ranges: readonly LocalRange[]): Promise<Source | null> {
    const parameters = parametersOf(report);
    const resized = { resolution: report.input.resolution, voxelSize: report.input.voxelSize };
    const found = await this.#measurements.find<ResizedHandle>({ mapId, measurement: "resize", parameters: resized });
    const named: Named[] = [];
    for (const { name, range } of ranges) {
      const question = { mapId, measurement: name, parameters };
      const measured = await this.#measurements.find<{ volume: MeasuredHandle } | null>(question);
      if (measured) named.push({ name, volume: { ...measured.volume, range } });
    }
    // 0.e measures inside the map's own mask, the others inside that of the resized map.
    const onResized = named.find(({ name }) => name !== "localResolution");
    if (!found || !onResized || named.length < ranges.length) return null;
    return { map: { ...found, grid: found.placed }, mask: onResized.volume.mask, named };
  }
}

/** A level above every voxel encloses nothing. */
function hasSurface({ input }: Report): boolean {
  return input.contourLevel <= input.statistics.max;
}

interface LocalRange {
  readonly name: LocalSurfaceName;
  readonly range: RampRange;
}

/** The ranges that colours span, from the 2.5 to the 97.5 percentile; a check without numbers has none. */
function rangesOf({ checks }: Report): LocalRange[] {
  const measured = checks.flatMap((result) => localValues(result) ?? []);
  // The surface is that of the resized map, which 0.e alone does not need.
  if (measured.every(({ name }) => name === "localResolution")) return [];
  return measured.flatMap(({ name, percentiles }) => {
    const range = rampRange(percentiles);
    return range ? [{ name, range }] : [];
  });
}

function parametersOf({ input }: Report): unknown {
  const { contourLevel: level, resolution, voxelSize } = input;
  return localParameters({ level, resolution, grid: { box: input.box, voxelSize, origin: [0, 0, 0] } });
}
