import { type RefObject, useEffect, useMemo } from "react";
import type { Axis } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { drawSlice, type Frame, slicePicture } from "../../view/draw-slice.ts";
import { pixelOf } from "../../view/slice-geometry.ts";
import { colourOf } from "../../view/slice-look.ts";
import { useAppState } from "../app-context.tsx";
import { tokenReader } from "../token-reader.ts";
import type { ShownSlice } from "./hooks.ts";
import { type OverlayCuts, sliceLayers, type UncolouredLayer } from "./layers.ts";
import { backgroundOf } from "./model.ts";
import type { RunLayers } from "./run-layers.ts";
import type { Drawing } from "./use-drawing.ts";

interface SliceDrawing {
  readonly map: OpenedMap;
  readonly axis: Axis;
  readonly shown: ShownSlice | null;
  /** Slices of overlays at the same place. */
  readonly cuts: OverlayCuts;
  readonly runLayers: RunLayers;
  readonly drawing: Drawing;
  /** Of the canvas, in device pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Where the slice lies on the canvas. */
  readonly frame: Frame;
}

/** Draws a slice with its overlays and the crosshair on a canvas, whenever one of them changes. */
export function useSliceDrawing(canvas: RefObject<HTMLCanvasElement | null>, request: SliceDrawing): void {
  const { map, axis, shown, drawing, size, frame } = request;
  const { look } = drawing;
  const { box } = map.grid;
  const voxel = useAppState((state) => state.view.voxel);
  const picture = usePicture(request);
  const layers = useLayers(request);
  const background = useMemo(() => colourOf(backgroundOf(map), look), [map, look]);
  useEffect(() => {
    const target = canvas.current;
    if (!target || !picture || !shown) return;
    target.width = size.width;
    target.height = size.height;
    const token = tokenReader(target);
    drawSlice(target, frame, {
      picture,
      pixels: shown.slice,
      layers: layers.map(({ token: name, ...layer }) => ({ ...layer, colour: token(name) })),
      crosshair: pixelOf(axis, voxel, box),
      colours: { background, crosshair: token("--over-cross") },
      lines: look.colourMap === "grey" ? "plain" : "cased",
      density: window.devicePixelRatio,
    });
  }, [canvas, picture, shown, layers, look, background, voxel, box, axis, size, frame]);
}

/** The slice in its colours, by NiiVue or the processor; `null` while there is none or no room for it. */
function usePicture({ axis, shown, drawing: { drawer, look }, size, frame }: SliceDrawing): HTMLCanvasElement | null {
  // What is seen of a slice moves without its being drawn anew.
  const { width, height } = pictureSize(frame);
  return useMemo(() => {
    if (!shown || size.width === 0) return null;
    if (!drawer) return slicePicture(shown.slice, look);
    return drawer.picture(axis, shown.index, { width, height });
  }, [shown, drawer, look, axis, size.width, width, height]);
}

/** What is drawn over the slice, as the visitor has chosen. */
function useLayers({ shown, cuts, runLayers }: SliceDrawing): readonly UncolouredLayer[] {
  const level = useAppState((state) => state.parameters.contourLevel);
  const { overlays, layers, opacities, marked } = useAppState((state) => state.view);
  return useMemo(() => {
    if (!shown) return [];
    const choice = { overlays, layers, opacities, marked };
    return sliceLayers({ slice: shown.slice, cuts, level, run: runLayers, choice });
  }, [shown, cuts, level, runLayers, overlays, layers, opacities, marked]);
}

/** A zoomed slice is drawn no larger than this by NiiVue, device pixels a side, and enlarged from there. */
const LARGEST_PICTURE = 2048;

function pictureSize({ width, height }: Frame) {
  const share = Math.min(1, LARGEST_PICTURE / Math.max(width, height));
  return { width: Math.max(1, Math.round(share * width)), height: Math.max(1, Math.round(share * height)) };
}
