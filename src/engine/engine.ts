import type { CheckKey, CheckResult, Reading } from "../checks/check.ts";
import type { Binning } from "../core/mrc/binned-voxels.ts";
import type { MrcHeader } from "../core/mrc/header.ts";
import type { Surface } from "../core/surface/surface.ts";
import type { ContourSuggestion, LevelMeasurement } from "../core/volume/contour-suggestion.ts";
import type { Axis, Grid, Triple } from "../core/volume/grid.ts";
import type { MapHistogram } from "../core/volume/histogram.ts";
import type { MemoryPlan } from "../core/volume/memory-plan.ts";
import type { MapStatistics } from "../core/volume/statistics.ts";
import type { FoundVoxels, ValueInterval } from "../core/volume/voxels-within.ts";
import type { Frame } from "../report/drawing/camera.ts";
import type { RampRange } from "../report/drawing/ramp.ts";
import type { FigureSlice, ReportFigures, SurfaceViews } from "../report/figures.ts";
import type { Diagnosis, Report } from "../report/report.ts";

/** Where a map comes from: a file of the browser, or a path on the command line. */
export type MapSource = { readonly file: File } | { readonly path: string };

/** How the engine runs here. `private`: one worker, no shared memory, because the page is not cross-origin isolated. */
export interface EngineEnvironment {
  readonly memory: "shared" | "private";
  readonly workers: number;
}

/** What opening a map tells, before any check. Voxels stay with the engine; `id` stands for them. */
export interface OpenedMap {
  readonly id: string;
  readonly fileName: string;
  /** Bytes of the file as given; `null` where the source does not say. */
  readonly fileBytes: number | null;
  readonly sha256: string;
  readonly compression: "none" | "gzip" | "bzip2" | "zip";
  readonly mode: number;
  readonly header: MrcHeader;
  readonly grid: Grid;
  readonly voxelSizeSource: "header" | "user";
  /** Voxels of the file along each axis that became one of the grid's; absent for a map that was read as it is. */
  readonly binning?: Binning;
  readonly statistics: MapStatistics;
  readonly diagnosis: readonly Diagnosis[];
  readonly histogram: MapHistogram;
  /** Preferred first. */
  readonly contourSuggestions: readonly ContourSuggestion[];
  /** Components at levels spread between background and maximum, ascending. */
  readonly ladder: readonly LevelMeasurement[];
  readonly centralSlices: Triple;
  readonly maxVarianceSlices: Triple;
  /** A crystal can be inspected, not validated. */
  readonly cell: "orthogonal" | "crystal";
}

/** What the user says about a map. */
export interface ValidationParameters {
  readonly contourLevel: number;
  readonly contourSource: "user" | "suggested" | "emdb";
  /** Å, or `null` when not reported. */
  readonly resolution: number | null;
  /** Å per voxel of the file on all axes, in place of the header's. */
  readonly voxelSize?: number;
  /** kDa of protein that the map should hold; it adds a suggested level to the report. */
  readonly molecularMass?: number | null;
  readonly reading?: Reading;
  readonly title?: string;
  readonly emdbId?: string;
  readonly depositionDate?: string;
}

/** A step that reports progress: a check, or what comes before and after. */
export type ProgressStep = CheckKey | "read" | "survey" | "figures" | "pdf" | "html";

export interface Progress {
  readonly step: ProgressStep;
  /** 0…1; `null` while it cannot be told. */
  readonly fraction: number | null;
}

/** A finished validation: the report and the pictures that go with it. */
export interface Validation {
  readonly mapId: string;
  readonly report: Report;
  readonly figures: ReportFigures;
}

/** One plane of a volume; `index` counts from 0 along the axis. */
export interface SlicePlace {
  readonly axis: Axis;
  readonly index: number;
}

/** What is measured voxel by voxel. */
export type LocalVolumeName = "localBFactor" | "localOccupancy" | "localResolution";

/**
 * A local measurement as a volume. The grid is its own, coarser or finer than the map's, and placed so that it lies over
 * the map. `localBFactor` holds the corrected values, Å²; adding the report's white-noise offset gives those of VRS.
 */
export interface LocalVolume {
  readonly grid: Grid;
  /** Float32, x fastest, 0 where nothing was measured. A view of the engine's memory, shared where it can be: only read it. */
  readonly voxels: Float32Array;
  /** 1 where measured, else 0; likewise a view. */
  readonly mask: Uint8Array;
  readonly unit: "Å²" | "fraction" | "Å";
}

/**
 * What can lie over the map's slices. `hardMask`: 0 or 1. `softMask`: 0…1. `components`: the rank of the component above
 * the level, 1 the one of most voxels, 0 none. Local measurements: their values, NaN where nothing was measured.
 */
export type Overlay = "hardMask" | "softMask" | "components" | LocalVolumeName;

/** Voxels of the map, or of a local measurement, by their value. */
export interface VoxelQuestion extends ValueInterval {
  /** Whose values; those of a local measurement as its volume holds them. */
  readonly of: "map" | LocalVolumeName;
  /** About how many are listed where there are more, spread evenly. */
  readonly most: number;
}

/** Voxels with the values that were asked for, by their indices on `grid`. */
export interface MarkedVoxels extends FoundVoxels {
  readonly grid: Grid;
}

/** What can be written as a map file. */
export type VolumeName = "hardMask" | "softMask" | LocalVolumeName;

/** An isosurface to be turned and looked at. */
export interface IsoSurface {
  /** Positions are voxel indices on `grid`; the arrays are the caller's. */
  readonly surface: Surface;
  /** 3 bytes a vertex, red, green, blue; `null` where no colouring was asked for or the volume is not there (yet). */
  readonly colours: Uint8Array<ArrayBuffer> | null;
  /** Where its pieces colour it: how many there are, and what of the voxels above the level the largest holds. */
  readonly pieces: { readonly count: number; readonly largestPercent: number } | null;
  readonly grid: Grid;
  /** Voxels along each axis that were averaged into one: 1 is the map itself. */
  readonly binning: number;
  /** The part of space that holds the surface, in Å from voxel 0,0,0 of `grid`; `null` where it is empty. */
  readonly frame: Frame | null;
}

/** What a surface is coloured by: a local measurement of the latest run, from its value at one end of the ramp to that at the other, or its pieces. */
export type SurfaceColouring =
  | { readonly name: LocalVolumeName; readonly range: RampRange }
  | { readonly name: "pieces" };

export interface SurfaceOptions {
  /** `sketch` is quick, on a binned map where the map is large; `full` is as fine as a page can draw. */
  readonly detail: "sketch" | "full";
  readonly colouring?: SurfaceColouring;
  readonly signal?: AbortSignal;
}

/** How a surface becomes pictures. */
export interface PictureOptions extends Pick<SurfaceOptions, "colouring" | "signal"> {
  /** Pixels a side. */
  readonly size?: number;
}

/** How a map is read. */
export interface OpenOptions {
  /** Å per voxel of the file on all axes, in place of the header's. */
  readonly voxelSize?: number;
  /** Keeps the mean of each block of voxels: for maps that do not fit into memory. */
  readonly binning?: Binning;
}

export interface RunOptions {
  /** Aborting rejects with the signal's reason; an abort is not an error. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The one door to maps and measurements; pages and the command line know nothing below it. Errors are `MapError`. */
export interface Engine {
  readonly environment: EngineEnvironment;
  /** Predicted memory, from the header alone; with a resolution (Å), that of the local checks too. */
  plan(source: MapSource, options?: OpenOptions & { resolution?: number | null }): Promise<MemoryPlan>;
  /** Reads a map and surveys it. @throws map.* with a sentence for people. */
  open(source: MapSource, options?: RunOptions & OpenOptions): Promise<OpenedMap>;
  /** A slice in display orientation (z: x right, y up; x: y right, z up; y: z right, x down), map units. */
  slice(mapId: string, axis: Axis, index: number): Promise<FigureSlice>;
  /** The map's voxels themselves, x fastest, only to be read, where memory is shared; `null` where a worker keeps them. */
  voxels(mapId: string): Promise<Float32Array | null>;
  /**
   * A slice of an overlay, a value for each voxel of the map's slice. Masks are those that a finished run left at this
   * level, local measurements those of the latest run whatever the level: `null` where there is none. Components are
   * labelled on first asking.
   */
  overlaySlice(mapId: string, overlay: Overlay, level: number, place: SlicePlace): Promise<FigureSlice | null>;
  /** The voxels whose value lies in an interval; `null` where the latest run has no such measurement (yet). For display. */
  voxelsWithin(mapId: string, question: VoxelQuestion): Promise<MarkedVoxels | null>;
  /**
   * A mask of the latest run, or one of its local measurements, as the bytes of an MRC2014 file that lies over the map in
   * any program; `null` where that run has none (yet). Masks have the map's grid, measurements their own.
   */
  writeVolume(mapId: string, name: VolumeName): Promise<Uint8Array<ArrayBuffer> | null>;
  /**
   * The mirror image of the map, x turned around about the middle of the box, as the bytes of an MRC2014 file in the map's
   * own frame. @throws map.crystal
   */
  writeMirrored(mapId: string): Promise<Uint8Array<ArrayBuffer>>;
  /** A local measurement of the latest run; `null` where that has none (yet). Kept with the map. */
  localVolume(mapId: string, name: LocalVolumeName): Promise<LocalVolume | null>;
  /** The isosurface at a level, as triangles. */
  surface(mapId: string, level: number, options: SurfaceOptions): Promise<IsoSurface>;
  /** The isosurface at a level as pictures from the three ChimeraX views. */
  drawSurface(mapId: string, level: number, options?: PictureOptions): Promise<SurfaceViews>;
  /** Runs the checks in order; `onCheck` hears each as it finishes. Equal measurements are not computed twice. */
  validate(
    mapId: string,
    parameters: ValidationParameters,
    options?: RunOptions & { onCheck?: (result: CheckResult) => void },
  ): Promise<Validation>;
  /** The report as PDF, made in a worker. */
  renderPdf(validation: Validation, options?: RunOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** The report as one HTML file that needs no other, made in a worker. */
  renderHtml(validation: Validation, options?: RunOptions): Promise<string>;
  /** Forgets a map and gives its memory back. */
  close(mapId: string): void;
  /** Stops all workers. */
  dispose(): void;
}
