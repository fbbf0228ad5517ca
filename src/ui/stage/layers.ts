import type { Reading } from "../../checks/check.ts";
import { formatLevel } from "../../core/format/numbers.ts";
import type { FigureSlice } from "../../report/figures.ts";
import { measured } from "../../report/measured.ts";
import type { SliceLayer } from "../../view/draw-slice.ts";
import { levelOutline, maskOutline } from "../../view/level-outline.ts";
import { type OutlierRule, outlierSlice } from "../../view/outlier-slice.ts";
import type { Layer, Run, View } from "../store.ts";

/** Half-widths of the background's distribution beyond which check 0.c counts a voxel. */
const OUTLIER_SIGMAS = 5;

/** What a run has left that can be drawn over the slices. */
export interface RunLayers {
  /** The level whose hard mask exists, or `null`. */
  readonly maskLevel: number | null;
  /** `null` before the background has been measured, and where it does not vary. */
  readonly outliers: OutlierRule | null;
}

/** The layers that a run offers in one reading: VRS counts outliers about zero, the corrected reading about the mean. */
export function runLayers({ results, parameters }: Run, reading: Reading): RunLayers {
  const found = (key: "mask" | "background") => results.find((result) => result.key === key);
  const mask = found("mask");
  const background = found("background");
  const maskLevel = mask && measured(mask, "mask") && parameters ? parameters.contourLevel : null;
  const values = background ? measured(background, "background") : null;
  if (maskLevel === null || !values || !(values.std > 0)) return { maskLevel, outliers: null };
  const centre = reading === "vrs" ? 0 : values.mean;
  return { maskLevel, outliers: { centre, reach: OUTLIER_SIGMAS * values.std } };
}

/** A layer as its checkbox and the legend name it. */
export interface OfferedLayer {
  readonly layer: Layer;
  readonly name: string;
  readonly token: `--over-${string}`;
}

const LEVEL: OfferedLayer = { layer: "level", name: "Level", token: "--over-level" };

/** The layers that can be switched on now; the mask names its level where that is no longer the chosen one. */
export function offeredLayers({ maskLevel, outliers }: RunLayers, level: number): OfferedLayer[] {
  const offered = [LEVEL];
  if (maskLevel !== null) {
    const name = maskLevel === level ? "Hard mask" : `Hard mask at ${formatLevel(maskLevel)}`;
    offered.push({ layer: "hardMask", name, token: "--over-mask" });
  }
  if (outliers) offered.push({ layer: "outliers", name: "Background beyond 5\u00a0σ", token: "--over-outlier" });
  return offered;
}

type Choice = Pick<View, "overlays" | "layers">;

/** Whether a layer is drawn. */
export function isShown(layer: Layer, { overlays, layers }: Choice): boolean {
  return overlays === "shown" && layers.includes(layer);
}

interface LayerRequest {
  readonly slice: FigureSlice;
  /** The hard mask's slice at the same place, or `null`. */
  readonly mask: FigureSlice | null;
  readonly level: number;
  readonly outliers: OutlierRule | null;
  readonly choice: Choice;
}

/** A layer whose colour is still a token. */
export type UncolouredLayer = Omit<SliceLayer, "colour"> & Pick<OfferedLayer, "token">;

/** What is drawn over one slice, the quietest first. Allocates. */
export function sliceLayers({ slice, mask, level, outliers, choice }: LayerRequest): UncolouredLayer[] {
  const layers: UncolouredLayer[] = [];
  if (mask && outliers && isShown("outliers", choice)) {
    const tint = outlierSlice(slice, mask, outliers);
    layers.push({ segments: maskOutline(tint), token: "--over-outlier", tint });
  }
  if (mask && isShown("hardMask", choice)) {
    layers.push({ segments: maskOutline(mask), token: "--over-mask", tint: null });
  }
  if (isShown("level", choice)) {
    layers.push({ segments: levelOutline(slice, level), token: "--over-level", tint: null });
  }
  return layers;
}
