import type { CheckResult } from "../../src/checks/check.ts";
import type { Engine, OpenedMap, Validation } from "../../src/engine/engine.ts";
import type { RgbImage } from "../../src/report/figures.ts";
import { sampleFigures } from "./sample-figures.ts";
import { sampleInput, sampleReport } from "./sample-report.ts";

/** An opened map of 64³ voxels at 1.5 Å that no file stands behind. */
export function sampleOpenedMap(changes: Partial<OpenedMap> = {}): OpenedMap {
  const { fileName, sha256, statistics } = sampleInput();
  const counts = Array.from({ length: 128 }, (_, bin) => Math.round(40_000 * Math.exp(-(((bin - 30) / 9) ** 2))));
  return {
    id: "map-1",
    fileName,
    fileBytes: 1_049_600,
    sha256,
    compression: "none",
    mode: 2,
    header: sampleHeader(),
    grid: { box: [64, 64, 64], voxelSize: [1.5, 1.5, 1.5], origin: [0, 0, 0] },
    voxelSizeSource: "header",
    statistics,
    diagnosis: [],
    histogram: { min: statistics.min, max: statistics.max, counts, spike: null },
    contourSuggestions: [
      { level: 0.12, method: "combined", version: 1, confidence: "high", reason: "One piece up to 0.150." },
      { level: 0.09, method: "background", version: 1, confidence: "low", reason: "Above the noise." },
    ],
    ladder: [
      { level: 0.05, voxels: 9000, components: 1, largestVoxels: 9000 },
      { level: 0.1, voxels: 4000, components: 1, largestVoxels: 4000 },
      { level: 0.2, voxels: 900, components: 24, largestVoxels: 300 },
    ],
    centralSlices: [32, 32, 32],
    maxVarianceSlices: [30, 33, 31],
    cell: "orthogonal",
    ...changes,
  };
}

function sampleHeader(): OpenedMap["header"] {
  const words = { nx: 64, ny: 64, nz: 64, mode: 2, nxstart: -32, nystart: 0, nzstart: 0, mx: 64, my: 64, mz: 64 };
  const cell = { cella: { x: 96, y: 96, z: 96 }, cellb: { alpha: 90, beta: 90, gamma: 90 } };
  const rest = { dmin: 0, dmax: 0, dmean: 0, ispg: 1, nsymbt: 0, lskflg: 0, exttyp: "", nversion: 20140, rms: 0 };
  const end = { origin: { x: 0, y: 0, z: 0 }, map: "MAP ", machst: [68, 68, 0, 0], nlabl: 0, labels: [] };
  return { ...words, ...cell, ...rest, ...end, mapc: 1, mapr: 2, maps: 3 };
}

export function sampleValidation(): Validation {
  return { mapId: "map-1", report: sampleReport(), figures: sampleFigures({ size: 8, surfaceSize: 8 }) };
}

/** An engine that answers at once with samples and remembers which maps were closed; each answer can be replaced. */
export function createFakeEngine(answers: Partial<Engine> = {}): Engine & { readonly closed: string[] } {
  const closed: string[] = [];
  return {
    environment: { memory: "shared", workers: 2 },
    plan: () => Promise.reject(new Error("The page asks for no plan.")),
    open: async (source) => sampleOpenedMap({ fileName: "file" in source ? source.file.name : source.path }),
    slice: async () => ({ width: 64, height: 64, values: new Float32Array(64 * 64) }),
    voxels: async () => null,
    overlaySlice: async () => null,
    voxelsWithin: async () => null,
    writeMirrored: async () => new Uint8Array(1024),
    localVolume: async () => null,
    writeVolume: async () => null,
    surface: async () => ({
      surface: emptySurface(),
      colours: null,
      pieces: null,
      grid: sampleOpenedMap().grid,
      binning: 1,
      frame: null,
    }),
    drawSurface: async () => [whitePicture(), whitePicture(), whitePicture()],
    validate: async (_id, _parameters, options = {}) => {
      const validation = sampleValidation();
      for (const result of validation.report.checks) reportOne(result, options);
      return validation;
    },
    renderPdf: async () => new Uint8Array([37, 80, 68, 70]),
    renderHtml: async () => "<!doctype html>",
    close: (id) => void closed.push(id),
    dispose: () => {},
    closed,
    ...answers,
  };
}

const emptySurface = () => ({
  positions: new Float32Array(0),
  normals: new Float32Array(0),
  triangles: new Uint32Array(0),
});

type RunListeners = Parameters<Engine["validate"]>[2];

function reportOne(result: CheckResult, options: NonNullable<RunListeners>): void {
  options.onProgress?.({ step: result.key, fraction: 0.5 });
  options.onCheck?.(result);
}

/** A promise and the two ways to settle it, for tests that decide when something ends. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

function whitePicture(): RgbImage {
  return { width: 8, height: 8, rgb: new Uint8Array(3 * 64).fill(255) };
}
