import type { Triple } from "../core/volume/grid.ts";

/** A slice or projection in display orientation: first row at the top, map units. */
export interface FigureSlice {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Three orthogonal pictures, across x, y and z, and the index of each slice (`null` for projections). */
export interface SliceFigure {
  readonly indices: Triple | null;
  readonly slices: readonly [FigureSlice, FigureSlice, FigureSlice];
}

/** A picture: `rgb` holds 3 bytes a pixel, rows from the top. */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** A picture as a PNG file. */
export interface PngImage {
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array<ArrayBuffer>;
}

/** One surface from the three ChimeraX views, at one scale. */
export type SurfaceViews = readonly [RgbImage, RgbImage, RgbImage];

/** {@link SurfaceViews} as files. */
export type PngViews = readonly [PngImage, PngImage, PngImage];

/** The surface of what the local methods measured, coloured by what they found. */
export interface LocalSurface {
  /** Contour level of the surface, map units. */
  readonly level: number;
  readonly views: PngViews;
}

/** The local measurements that colour a surface. */
export type LocalSurfaceName = "localBFactor" | "localOccupancy" | "localResolution";

/** Every picture of a report: slices as numbers, surfaces drawn. Renderers scale and place them. Absent where the volume does not exist. */
export interface ReportFigures {
  readonly central: SliceFigure;
  readonly maxVariance: SliceFigure;
  readonly projections: SliceFigure;
  readonly hardMask?: SliceFigure;
  readonly softMask?: SliceFigure;
  readonly rawMask?: SliceFigure;
  readonly outliers?: SliceFigure;
  readonly bFactorCorrected?: SliceFigure;
  /** The isosurface at the contour level from the three ChimeraX views. */
  readonly surface?: PngViews;
  readonly localSurfaces?: Readonly<Partial<Record<LocalSurfaceName, LocalSurface>>>;
}
