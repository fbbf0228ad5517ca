import { type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Axis, Triple } from "../../core/volume/grid.ts";
import { AXES } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { drawSlice, fitFrame, slicePicture } from "../../view/draw-slice.ts";
import { orientationText, pixelOf, voxelAt } from "../../view/slice-geometry.ts";
import { colourOf } from "../../view/slice-look.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { type ShownCuts, type ShownSlice, useDeviceSize } from "./hooks.ts";
import { sliceLayers } from "./layers.ts";
import { backgroundOf, sliceAspect, sliceLabel } from "./model.ts";
import { overlayText } from "./overlay-text.ts";
import type { RunLayers } from "./run-layers.ts";
import { ScaleBar } from "./ScaleBar.tsx";
import classes from "./stage.module.css";
import type { Drawing } from "./use-drawing.ts";
import { useScrub } from "./use-scrub.ts";

const NO_CUTS = {};

interface SlicePaneProps {
  readonly map: OpenedMap;
  readonly axis: Axis;
  readonly shown: ShownSlice | null;
  readonly overlay: ShownCuts | null;
  readonly runLayers: RunLayers;
  readonly drawing: Drawing;
}

/** One orthogonal slice with its overlays and the crosshair; wheel, keys and slider scrub, a click moves the crosshair. */
export function SlicePane({ map, axis, shown, overlay, runLayers, drawing }: SlicePaneProps) {
  const view = useAppState((state) => state.view);
  const { voxel } = view;
  const level = useAppState((state) => state.parameters.contourLevel);
  const { goTo } = useActions();
  const pane = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useDeviceSize(pane);
  const { onKeyDown } = useScrub(pane, axis);
  const { box } = map.grid;
  const index = voxel[AXES.indexOf(axis)]!;
  const aspect = sliceAspect(axis, map.grid);

  const { drawer, look } = drawing;
  const picture = useMemo(() => {
    if (!shown || size.width === 0) return null;
    if (!drawer) return slicePicture(shown.slice, look);
    return drawer.picture(axis, shown.index, wholePixels(fitFrame(size, aspect)));
  }, [shown, drawer, look, axis, size, aspect]);
  const background = useMemo(() => colourOf(backgroundOf(map), look), [map, look]);
  const { overlays, layers: chosen, opacities, marked } = view;
  const cuts = shown && overlay?.index === shown.index ? overlay.cuts : NO_CUTS;
  const layers = useMemo(() => {
    if (!shown) return [];
    const choice = { overlays, layers: chosen, opacities, marked };
    return sliceLayers({ slice: shown.slice, cuts, level, run: runLayers, choice });
  }, [shown, cuts, level, runLayers, overlays, chosen, opacities, marked]);

  useEffect(() => {
    const target = canvas.current;
    if (!target || !picture || !shown) return;
    target.width = size.width;
    target.height = size.height;
    const colours = tokensOf(target);
    drawSlice(target, fitFrame(size, aspect), {
      picture,
      pixels: shown.slice,
      layers: layers.map(({ token, ...layer }) => ({ ...layer, colour: colours(token) })),
      crosshair: pixelOf(axis, voxel, box),
      colours: { background, crosshair: colours("--over-cross") },
      lines: look.colourMap === "grey" ? "plain" : "cased",
      density: window.devicePixelRatio,
    });
  }, [picture, shown, layers, look, background, voxel, box, axis, size, aspect]);

  const [hovered, setHovered] = useState<Triple | null>(null);
  const follow = (event: PointerEvent, action: (voxel: Triple) => void) => {
    const bounds = canvas.current?.getBoundingClientRect();
    if (bounds) action(voxelUnder(event, bounds, { axis, aspect, voxel, box }));
  };
  const note = hovered && overlayText({ axis, voxel: hovered, box }, cuts, runLayers);

  return (
    <div className={classes.slice} ref={pane} data-axis={axis} data-drawn-by={drawer ? "niivue" : "processor"}>
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={sliceLabel(axis, index, map.grid)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event, goTo);
        }}
        onPointerMove={(event) => {
          follow(event, event.currentTarget.hasPointerCapture(event.pointerId) ? goTo : setHovered);
        }}
        onPointerLeave={() => setHovered(null)}
      />
      <span className={classes.tag}>
        {axis.toUpperCase()} {index}
      </span>
      <span className={classes.tag} data-corner="right">
        {orientationText(axis)}
      </span>
      {note && (
        <span className={classes.tag} data-corner="hover">
          {note}
        </span>
      )}
      <ScaleBar grid={map.grid} axis={axis} width={fitFrame(size, aspect).width / window.devicePixelRatio} />
      <SliceSlider axis={axis} index={index} count={box[AXES.indexOf(axis)]!} />
    </div>
  );
}

function SliceSlider({ axis, index, count }: { axis: Axis; index: number; count: number }) {
  const { stepSlice } = useActions();
  return (
    <input
      className={classes.slider}
      type="range"
      min={0}
      max={count - 1}
      value={index}
      aria-label={`${axis.toUpperCase()} slice`}
      onChange={(event) => stepSlice(axis, event.currentTarget.valueAsNumber - index)}
    />
  );
}

function wholePixels({ width, height }: { width: number; height: number }) {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

function tokensOf(element: HTMLElement): (name: string) => string {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}

interface Place {
  readonly axis: Axis;
  readonly aspect: number;
  readonly voxel: Triple;
  readonly box: Triple;
}

function voxelUnder(event: PointerEvent, bounds: DOMRect, { axis, aspect, voxel, box }: Place): Triple {
  const frame = fitFrame(bounds, aspect);
  const x = (event.clientX - bounds.left - frame.left) / frame.width;
  const y = (event.clientY - bounds.top - frame.top) / frame.height;
  return voxelAt(axis, [x, y], { voxel, box });
}
