import { type PointerEvent, useEffect, useMemo, useRef } from "react";
import type { Axis, Triple } from "../../core/volume/grid.ts";
import { AXES } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { drawSlice, fitFrame, slicePicture } from "../../view/draw-slice.ts";
import { orientationText, pixelOf, voxelAt } from "../../view/slice-geometry.ts";
import { colourOf } from "../../view/slice-look.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { type ShownSlice, useDeviceSize, useMaskSlice } from "./hooks.ts";
import { type RunLayers, sliceLayers } from "./layers.ts";
import { backgroundOf, sliceAspect, sliceLabel } from "./model.ts";
import { ScaleBar } from "./ScaleBar.tsx";
import classes from "./stage.module.css";
import type { Drawing } from "./use-drawing.ts";
import { useScrub } from "./use-scrub.ts";

interface SlicePaneProps {
  readonly map: OpenedMap;
  readonly axis: Axis;
  readonly shown: ShownSlice | null;
  readonly runLayers: RunLayers;
  readonly drawing: Drawing;
}

/** One orthogonal slice with its overlays and the crosshair; wheel, keys and slider scrub, a click moves the crosshair. */
export function SlicePane({ map, axis, shown, runLayers, drawing }: SlicePaneProps) {
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
  const { maskLevel, outliers } = runLayers;
  const mask = useMaskSlice(map, axis, { index, level: maskLevel });
  const { overlays, layers: chosen } = view;
  const layers = useMemo(() => {
    if (!shown) return [];
    const here = mask?.index === shown.index ? mask.slice : null;
    const choice = { overlays, layers: chosen };
    return sliceLayers({ slice: shown.slice, mask: here, level, outliers, choice });
  }, [shown, mask, level, outliers, overlays, chosen]);

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
      density: window.devicePixelRatio,
    });
  }, [picture, shown, layers, background, voxel, box, axis, size, aspect]);

  const pick = (event: PointerEvent) => {
    const bounds = canvas.current?.getBoundingClientRect();
    if (bounds) goTo(voxelUnder(event, bounds, { axis, aspect, voxel, box }));
  };

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
          pick(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && pick(event)}
      />
      <span className={classes.tag}>
        {axis.toUpperCase()} {index}
      </span>
      <span className={classes.tag} data-corner="right">
        {orientationText(axis)}
      </span>
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
