import type { Axis, Triple } from "../../core/volume/grid.ts";
import type { ValueInterval } from "../../core/volume/voxels-within.ts";
import type { LocalVolumeName } from "../../engine/engine.ts";
import type { ColourMap } from "../../view/colour-map.ts";
import type { DisplayWindow } from "../../view/slice-look.ts";
import { type SliceZoom, WHOLE_BOX } from "../../view/slice-zoom.ts";

/** What can be drawn over a slice. */
export type Layer = "level" | "hardMask" | "softMask" | "components" | "outliers" | LocalVolumeName;

/** A bin of a histogram whose voxels are marked in the slices and in the surface. */
export interface MarkedBin extends ValueInterval {
  /** Whose values the histogram counts; those of a local measurement as its volume holds them. */
  readonly of: "map" | LocalVolumeName;
}

/** Opacity of each layer before the user changes it: outlines full, fillings so that density stays visible. */
const OPACITIES: Readonly<Record<Layer, number>> = {
  level: 1,
  hardMask: 1,
  softMask: 0.4,
  components: 0.55,
  outliers: 0.35,
  localBFactor: 0.8,
  localOccupancy: 0.8,
  localResolution: 0.8,
};

/** What the stage shows; survives everything but another map. */
export interface View {
  readonly voxel: Triple;
  readonly slicesAt: "largestVariance" | "centre" | "chosen";
  readonly panes: "all" | "surface" | Axis;
  readonly sliceZoom: SliceZoom;
  readonly surfaceView: 0 | 1 | 2;
  /** Whether the surface is seen as in the report, or has been turned since. */
  readonly surfacePose: "report" | "own";
  /** What colours the surface; a local measurement, where a run has it. */
  readonly surfaceColours: LocalVolumeName | "pieces" | "plain";
  readonly overlays: "shown" | "hidden";
  /** What is drawn over the slices while overlays are shown. */
  readonly layers: readonly Layer[];
  readonly opacities: Readonly<Record<Layer, number>>;
  readonly marked: MarkedBin | null;
  /** Map values from the darkest to the brightest; `null` for the report's. */
  readonly window: DisplayWindow | null;
  readonly colourMap: ColourMap;
  /** What the user wants the slices drawn by; automatic is NiiVue, unless the processor is faster. */
  readonly drawnBy: "automatic" | "niivue" | "processor";
  /** The panel of window, colours and overlays. */
  readonly display: "open" | "closed";
}

/** The view that every map starts with, but for its voxel. */
export const FIRST_VIEW: View = {
  voxel: [0, 0, 0],
  slicesAt: "largestVariance",
  panes: "all",
  sliceZoom: WHOLE_BOX,
  surfaceView: 0,
  surfacePose: "report",
  surfaceColours: "plain",
  overlays: "shown",
  layers: ["level", "hardMask"],
  opacities: OPACITIES,
  marked: null,
  window: null,
  colourMap: "grey",
  drawnBy: "automatic",
  display: "closed",
};
