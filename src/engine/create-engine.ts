import { suggestContour } from "../core/volume/contour-suggestion.ts";
import { centralSlices } from "../core/volume/grid.ts";
import type { Engine, OpenedMap } from "./engine.ts";
import type { Instruments } from "./instruments.ts";
import { type HeldMap, jobOptions, MapShelf } from "./map-shelf.ts";
import { Measurements } from "./measurements.ts";
import type { EnginePlatform } from "./platform.ts";
import { WorkerPool } from "./worker-pool.ts";

/** Wires workers, memory and measurements into the engine of this platform. */
export function createEngine(platform: EnginePlatform): Engine {
  const pool = new WorkerPool(platform);
  // A shared volume goes with its last reference; a private one stays in its worker until that is told.
  const measurements = new Measurements(({ id, buffer }) => {
    if (!buffer) void pool.team("release", { ids: [id] }).catch(() => {});
  });
  const instruments = { pool, measurements, shelf: new MapShelf(pool, measurements, platform.memory) };
  return {
    environment: { memory: platform.memory, workers: platform.memory === "shared" ? platform.workers : 1 },
    ...opening(instruments),
    ...viewing(instruments),
    ...reporting(instruments),
    dispose: () => pool.dispose(),
  };
}

function opening({ pool, shelf }: Instruments): Pick<Engine, "plan" | "open" | "close"> {
  return {
    plan: (source, { resolution = null, voxelSize, binning } = {}) =>
      pool.solo("plan", { source, resolution, voxelSize, binning }),
    open: async (source, options = {}) => {
      const held = await shelf.read(source, options);
      try {
        const survey = await shelf.survey(held, options);
        return describeMap(held, survey);
      } catch (error) {
        shelf.close(held.id);
        throw error;
      }
    },
    close: (mapId) => shelf.close(mapId),
  };
}

type Views = Pick<
  Engine,
  | "slice"
  | "voxels"
  | "overlaySlice"
  | "voxelsWithin"
  | "writeVolume"
  | "writeMirrored"
  | "localVolume"
  | "surface"
  | "drawSurface"
>;

/** What an open map is asked for is fetched with the first question, so that a page begins with less. */
function viewing(instruments: Instruments): Views {
  const { shelf } = instruments;
  const overlays = once(async () => new (await import("./overlays.ts")).Overlays(instruments));
  return {
    slice: (mapId, axis, index) => shelf.slice(mapId, axis, index),
    voxels: (mapId) => shelf.voxels(mapId),
    overlaySlice: async (mapId, overlay, level, place) => (await overlays()).slice(mapId, overlay, { level, place }),
    voxelsWithin: async (mapId, question) => (await overlays()).voxelsWithin(mapId, question),
    writeVolume: async (mapId, name) => (await overlays()).write(mapId, name),
    writeMirrored: async (mapId) => (await overlays()).writeMirrored(mapId),
    localVolume: async (mapId, name) => (await overlays()).localVolume(mapId, name),
    surface: async (mapId, level, options) => {
      const { extractSurface } = await import("./surfaces.ts");
      return extractSurface({ ...instruments, overlays: await overlays() }, { mapId, level, ...options });
    },
    drawSurface: async (mapId, level, options = {}) => {
      const { drawSurface } = await import("./surfaces.ts");
      return drawSurface({ ...instruments, overlays: await overlays() }, { mapId, level, ...options });
    },
  };
}

/** As with views, what a report takes is fetched with the first one. */
function reporting(instruments: Instruments): Pick<Engine, "validate" | "renderPdf" | "renderHtml"> {
  const { pool } = instruments;
  const pictures = once(async () => new (await import("./report-pictures.ts")).ReportPictures(instruments));
  return {
    validate: async (mapId, parameters, options = {}) => {
      const { validateMap } = await import("./validate-map.ts");
      return validateMap(instruments, mapId, parameters, options);
    },
    renderPdf: async (validation, options = {}) => {
      const complete = await (await pictures()).complete(validation, options);
      return pool.solo("renderPdf", complete, jobOptions("pdf", options));
    },
    renderHtml: async (validation, options = {}) => {
      const complete = await (await pictures()).complete(validation, options);
      return pool.solo("renderHtml", complete, jobOptions("html", options));
    },
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function describeMap(held: HeldMap, survey: Awaited<ReturnType<MapShelf["survey"]>>): OpenedMap {
  const { map, ...facts } = held.read;
  const { statistics, histogram, ladder } = survey;
  return {
    id: held.id,
    fileName: facts.fileName,
    fileBytes: facts.fileBytes,
    sha256: facts.sha256,
    compression: facts.compression,
    mode: facts.header.mode,
    header: facts.header,
    grid: map.grid,
    voxelSizeSource: held.voxelSize === undefined ? "header" : "user",
    ...(held.binning && { binning: held.binning }),
    statistics,
    diagnosis: held.diagnosis(statistics),
    histogram,
    contourSuggestions: suggestContour({ histogram, statistics, ladder }),
    ladder,
    centralSlices: centralSlices(map.grid.box),
    maxVarianceSlices: survey.maxVarianceSlices,
    cell: facts.cell,
  };
}
