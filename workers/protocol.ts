import type { ErrorRecord } from "../src/core/errors.ts";
import type { BFactorMeasurements } from "../src/core/fourier/guinier.ts";
import type { HandMeasurements } from "../src/core/hand/hand.ts";
import type { LocalBFactorMeasurements } from "../src/core/local/local-b-factor.ts";
import type { LocalOccupancyMeasurements } from "../src/core/local/local-occupancy.ts";
import type { LocalResolutionMeasurements } from "../src/core/local-resolution/local-resolution.ts";
import type { Binning } from "../src/core/mrc/binned-voxels.ts";
import type { DiagnosisLine } from "../src/core/mrc/finding.ts";
import type { MrcHeader } from "../src/core/mrc/header.ts";
import type { MrcContent } from "../src/core/mrc/write-mrc.ts";
import type { Surface } from "../src/core/surface/surface.ts";
import type { BackgroundMeasurements } from "../src/core/volume/background.ts";
import type { MaskFacts } from "../src/core/volume/components.ts";
import type { LevelMeasurement } from "../src/core/volume/contour-suggestion.ts";
import type { Axis, Grid, Triple } from "../src/core/volume/grid.ts";
import type { MapHistogram } from "../src/core/volume/histogram.ts";
import type { MassFacts } from "../src/core/volume/mass.ts";
import type { MemoryPlan } from "../src/core/volume/memory-plan.ts";
import type { MapStatistics } from "../src/core/volume/statistics.ts";
import type { FoundVoxels, ValueInterval } from "../src/core/volume/voxels-within.ts";
import type { Frame } from "../src/report/drawing/camera.ts";
import type { RampRange } from "../src/report/drawing/ramp.ts";
import type { FigureSlice, PngViews, ReportFigures, SliceFigure, SurfaceViews } from "../src/report/figures.ts";
import type { Report } from "../src/report/report.ts";
import type {
  ColouringVolume,
  ComponentsHandle,
  MapHandle,
  MaskHandle,
  MeasuredHandle,
  ResizedHandle,
} from "./handles.ts";
import type { OverlaySource } from "./overlay-slice.ts";

/** A mask of a map, hard or softened, measured values, or the map's mirror image, and what the header says of them. */
export type VolumeToWrite = Pick<MrcContent, "placement" | "labels"> &
  (
    | { readonly kind: "hardMask" | "softMask"; readonly map: MapHandle; readonly mask: MaskHandle }
    | { readonly kind: "measured"; readonly volume: MeasuredHandle }
    | { readonly kind: "mirrored"; readonly map: MapHandle }
  );

/** What a worker can open; the browser gives a File, Node a path. */
export type WorkerSource = { readonly file: File } | { readonly path: string };

/** What reading a file yields beside its voxels. */
export interface ReadMap {
  readonly map: MapHandle;
  readonly header: MrcHeader;
  readonly sha256: string;
  readonly compression: "none" | "gzip" | "bzip2" | "zip";
  readonly fileName: string;
  readonly fileBytes: number | null;
  readonly cell: "orthogonal" | "crystal";
  readonly diagnosis: readonly DiagnosisLine[];
}

/** What one pass over the whole map yields, before any level is chosen. */
export interface Survey {
  readonly statistics: MapStatistics;
  readonly histogram: MapHistogram;
  readonly maxVarianceSlices: Triple;
  readonly projections: readonly [FigureSlice, FigureSlice, FigureSlice];
  /** Σ i·v along x, y, z over the whole signed map. */
  readonly firstMoments: Triple;
  /** Number of components against level, for the contour suggestion. */
  readonly ladder: readonly LevelMeasurement[];
}

/** The masks of one contour level. */
export interface Segmentation {
  /** `null` when no voxel is left. */
  readonly hardMask: MaskHandle | null;
  readonly mass: Pick<MassFacts, "extent" | "insideMask">;
  readonly mask: Omit<MaskFacts, "grid">;
  readonly rawFigure: SliceFigure;
  readonly hardFigure: SliceFigure;
}

/** An isosurface of a map, coloured by a measurement where one is given. */
export type SurfaceRequest = SurfaceColours & {
  readonly map: MapHandle;
  readonly level: number;
  readonly mostTriangles: number;
};

/** What colours a surface. */
export type SurfaceColours =
  | { readonly colourBy: "nothing" | "pieces" }
  | {
      readonly colourBy: "measurement";
      readonly volume: MeasuredHandle;
      /** The ends of the colour ramp in the volume's unit. */
      readonly range: RampRange;
      /** Where the map lies beside the volume. */
      readonly mapGrid: Grid;
    };

/** The pieces of a surface. */
export interface SurfacePieces {
  readonly count: number;
  /** Voxels of the largest, in percent of all above the level. */
  readonly largestPercent: number;
}

/** An isosurface, and the part of space that holds all of it; `null` for an empty one. */
export interface ExtractedSurface {
  readonly surface: Surface;
  /** 3 bytes a vertex. */
  readonly colours: Uint8Array<ArrayBuffer> | null;
  /** Where they colour it. */
  readonly pieces: SurfacePieces | null;
  readonly frame: Frame | null;
}

/** One named piece of work: what it needs and what it gives. Results are small, or transferred. */
export interface JobMap {
  readMap: { request: { source: WorkerSource; voxelSize?: number; binning?: Binning }; response: ReadMap };
  plan: {
    request: { source: WorkerSource; resolution: number | null; voxelSize?: number; binning?: Binning };
    response: MemoryPlan;
  };
  survey: { request: { map: MapHandle }; response: Survey };
  segment: {
    request: { map: MapHandle; level: number; levels: readonly number[]; dilationSteps: number };
    response: Segmentation;
  };
  softenMask: { request: { map: MapHandle; mask: MaskHandle }; response: SliceFigure };
  background: {
    request: { map: MapHandle; mask: MaskHandle };
    response: { measurements: BackgroundMeasurements; outliers: SliceFigure };
  };
  bFactor: {
    request: { map: MapHandle; mean: number; resolution: number | null };
    response: { measurements: BFactorMeasurements; corrected: SliceFigure | null };
  };
  resize: { request: { map: MapHandle; resolution: number }; response: ResizedHandle };
  /** The map is a resized one; `voxelSize` is that of the map before, Å. `null` where no voxel can be measured. */
  localBFactor: {
    request: { map: ResizedHandle; mask: MaskHandle; resolution: number; voxelSize: number };
    response: { measurements: LocalBFactorMeasurements; volume: MeasuredHandle } | null;
  };
  localOccupancy: {
    request: { map: ResizedHandle; mask: MaskHandle; resolution: number };
    response: { measurements: LocalOccupancyMeasurements; volume: MeasuredHandle } | null;
  };
  /** `null` where the mask holds no point of the grid that it is measured on. */
  localResolution: {
    request: { map: MapHandle; mask: MaskHandle; resolution: number };
    response: { measurements: LocalResolutionMeasurements; volume: MeasuredHandle } | null;
  };
  /** `null` where no voxel reaches the level. */
  hand: { request: { map: MapHandle; level: number; resolution: number }; response: HandMeasurements | null };
  slice: { request: { map: MapHandle; axis: Axis; index: number }; response: FigureSlice };
  /** Every component of v ≥ level, beside the map. */
  components: { request: { map: MapHandle; level: number }; response: ComponentsHandle };
  overlaySlice: {
    request: { map: MapHandle; overlay: OverlaySource; axis: Axis; index: number };
    response: FigureSlice;
  };
  /** The voxels whose value lies in the interval, about `most` of them where there are more; of a measurement those that have a value. */
  markVoxels: {
    request: { volume: MapHandle | MeasuredHandle; interval: ValueInterval; most: number };
    response: FoundVoxels;
  };
  /** The bytes of an MRC2014 file. */
  writeVolume: { request: VolumeToWrite; response: Uint8Array<ArrayBuffer> };
  /** Out of a worker that keeps its volumes to itself. */
  copyMeasured: { request: { volume: MeasuredHandle }; response: { voxels: Float32Array; mask: Uint8Array } };
  drawSurface: {
    request: SurfaceColours & { map: MapHandle; level: number; size: number };
    response: SurfaceViews;
  };
  /** The same as files, for a report. */
  surfacePictures: {
    request: { map: MapHandle; level: number; size: number };
    response: PngViews;
  };
  bin: { request: { map: MapHandle; factor: number }; response: MapHandle };
  /** `null` where the surface has more than `mostTriangles`. */
  extractSurface: {
    request: SurfaceRequest;
    response: ExtractedSurface | null;
  };
  /** The part of a resized map inside its mask, coloured by each volume from low to high. */
  localSurfacePictures: {
    request: {
      map: MapHandle;
      mask: MaskHandle;
      lowest: number;
      size: number;
      volumes: readonly ColouringVolume[];
    };
    response: { level: number; views: readonly PngViews[] };
  };
  renderPdf: { request: { report: Report; figures: ReportFigures }; response: Uint8Array<ArrayBuffer> };
  renderHtml: { request: { report: Report; figures: ReportFigures }; response: string };
  release: { request: { ids: readonly string[] }; response: null };
}

export type JobName = keyof JobMap;
export type JobRequest<Name extends JobName> = JobMap[Name]["request"];
export type JobResponse<Name extends JobName> = JobMap[Name]["response"];

/** A job's outcome as it crosses: errors as data, because a thrown class would lose its code. */
export type JobOutcome<Name extends JobName> =
  | { readonly response: JobResponse<Name> }
  | { readonly error: ErrorRecord }
  | { readonly cancelled: true };
