import { formatLevel } from "../../core/format/numbers.ts";
import type { Overlay } from "../../engine/engine.ts";
import { paintRanks } from "../../report/drawing/piece-colours.ts";
import { paintValues } from "../../report/drawing/ramp.ts";
import type { FigureSlice } from "../../report/figures.ts";
import type { SliceLayer } from "../../view/draw-slice.ts";
import { levelOutline, maskOutline } from "../../view/level-outline.ts";
import { markedSlice } from "../../view/marked-slice.ts";
import { outlierSlice } from "../../view/outlier-slice.ts";
import type { Layer, MarkedBin, View } from "../state/view.ts";
import type { LocalLayer, RunLayers } from "./run-layers.ts";

type Token = `--over-${string}`;

/** A layer as its checkbox and the legend name it. */
export interface OfferedLayer {
  readonly layer: Layer;
  readonly name: string;
  /** Its colour; pieces and local measurements have many. */
  readonly colours: Token | "pieces" | LocalLayer;
}

/** The layers that can be switched on now; the masks name their level where that is no longer the chosen one. */
export function offeredLayers({ maskLevel, outliers, locals }: RunLayers, level: number): OfferedLayer[] {
  const offered: OfferedLayer[] = [{ layer: "level", name: "Level", colours: "--over-level" }];
  if (maskLevel !== null) {
    const at = maskLevel === level ? "" : ` at ${formatLevel(maskLevel)}`;
    offered.push({ layer: "hardMask", name: `Hard mask${at}`, colours: "--over-mask" });
    offered.push({ layer: "softMask", name: `Soft mask${at}`, colours: "--over-soft" });
    offered.push({ layer: "components", name: `Pieces by size${at}`, colours: "pieces" });
  }
  if (outliers) offered.push({ layer: "outliers", name: "Background beyond 5\u00a0σ", colours: "--over-outlier" });
  return [...offered, ...locals.map((local) => ({ layer: local.layer, name: local.name, colours: local }))];
}

type Choice = Pick<View, "overlays" | "layers" | "opacities" | "marked">;

/** Whether a layer is drawn. */
export function isShown(layer: Layer, { overlays, layers }: Pick<View, "overlays" | "layers">): boolean {
  return overlays === "shown" && layers.includes(layer);
}

/** The overlays of which slices are needed for what is shown. */
export function neededOverlays(choice: Choice, { maskLevel, locals }: RunLayers): Overlay[] {
  const needed = new Set<Overlay>();
  if (maskLevel !== null) {
    if (isShown("hardMask", choice) || isShown("outliers", choice)) needed.add("hardMask");
    for (const layer of ["softMask", "components"] as const) if (isShown(layer, choice)) needed.add(layer);
  }
  for (const { layer } of locals) if (isShown(layer, choice) || choice.marked?.of === layer) needed.add(layer);
  return [...needed];
}

/** Slices of overlays at one place. */
export type OverlayCuts = Partial<Record<Overlay, FigureSlice | null>>;

interface LayerRequest {
  readonly slice: FigureSlice;
  readonly cuts: OverlayCuts;
  readonly level: number;
  readonly run: RunLayers;
  readonly choice: Choice;
}

/** A layer whose colour is still a token. */
export type UncolouredLayer = Omit<SliceLayer, "colour"> & { readonly token: Token };

const NO_LINES = new Float32Array(0);

/** What is drawn over one slice, fillings first, then outlines, the marked voxels on top. Allocates. */
export function sliceLayers({ slice, cuts, level, run, choice }: LayerRequest): UncolouredLayer[] {
  const layers: UncolouredLayer[] = [];
  const add = (layer: Layer, token: Token, parts: Partial<UncolouredLayer>) => {
    const opacity = choice.opacities[layer];
    layers.push({ segments: NO_LINES, tint: null, picture: null, opacity, token, ...parts });
  };
  const cut = (layer: Layer & Overlay) => (isShown(layer, choice) ? (cuts[layer] ?? null) : null);
  const [soft, pieces, mask] = [cut("softMask"), cut("components"), cut("hardMask")];
  for (const local of run.locals) {
    const values = cut(local.layer);
    if (values)
      add(local.layer, "--over-level", {
        picture: coloured(values, paintValues(values.values, local.range), isMeasured),
      });
  }
  if (pieces)
    add("components", "--over-level", { picture: coloured(pieces, paintRanks(pieces.values), (rank) => rank > 0) });
  if (soft) add("softMask", "--over-soft", { tint: soft });
  if (cuts.hardMask && run.outliers && isShown("outliers", choice)) {
    const tint = outlierSlice(slice, cuts.hardMask, run.outliers);
    add("outliers", "--over-outlier", { segments: maskOutline(tint), tint });
  }
  if (mask) add("hardMask", "--over-mask", { segments: maskOutline(mask) });
  if (isShown("level", choice)) add("level", "--over-level", { segments: levelOutline(slice, level) });
  const marked = choice.marked && markedPixels(choice.marked, { slice, cuts });
  if (marked) add("outliers", "--over-marked", { segments: maskOutline(marked), tint: marked, opacity: 0.7 });
  return layers;
}

function markedPixels(bin: MarkedBin, { slice, cuts }: Pick<LayerRequest, "slice" | "cuts">) {
  const values = bin.of === "map" ? slice : cuts[bin.of];
  return values ? markedSlice(values, bin) : null;
}

const isMeasured = (value: number) => !Number.isNaN(value);

/** RGBA of a slice from its colours, 3 bytes a pixel; clear where it shows nothing. Allocates. */
function coloured(
  { values }: FigureSlice,
  colours: Uint8Array,
  isShownAt: (value: number) => boolean,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * values.length);
  values.forEach((value, i) => {
    if (!isShownAt(value)) return;
    pixels.set(colours.subarray(3 * i, 3 * i + 3), 4 * i);
    pixels[4 * i + 3] = 255;
  });
  return pixels;
}
