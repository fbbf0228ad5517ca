import { useMemo, useRef } from "react";
import type { Axis } from "../../core/volume/grid.ts";
import { AXES } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { fitFrame } from "../../view/draw-slice.ts";
import { orientationText } from "../../view/slice-geometry.ts";
import { zoomedFrame } from "../../view/slice-zoom.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { useDeviceSize } from "../use-device-size.ts";
import type { ShownCuts, ShownSlice } from "./hooks.ts";
import { sliceAspect, sliceLabel } from "./model.ts";
import { overlayText } from "./overlay-text.ts";
import type { RunLayers } from "./run-layers.ts";
import { ScaleBar } from "./ScaleBar.tsx";
import classes from "./slice-pane.module.css";
import type { Drawing } from "./use-drawing.ts";
import { useScrub } from "./use-scrub.ts";
import { useSliceDrawing } from "./use-slice-drawing.ts";
import { useSliceGestures } from "./use-slice-gestures.ts";

const NO_CUTS = {};

interface SlicePaneProps {
  readonly map: OpenedMap;
  readonly axis: Axis;
  readonly shown: ShownSlice | null;
  readonly overlay: ShownCuts | null;
  readonly runLayers: RunLayers;
  readonly drawing: Drawing;
}

/** One orthogonal slice with its overlays and the crosshair; wheel, keys and slider scrub, a click moves the crosshair, and all three are zoomed alike. */
export function SlicePane({ map, axis, shown, overlay, runLayers, drawing }: SlicePaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { grid } = map;
  const k = AXES.indexOf(axis);
  const index = useAppState((state) => state.view.voxel[k]!);
  const size = useDeviceSize(pane);
  const zoom = useAppState((state) => state.view.sliceZoom);
  const frame = useMemo(() => {
    const whole = fitFrame(size, sliceAspect(axis, grid));
    return zoomedFrame(whole, size, { axis, zoom });
  }, [size, axis, grid, zoom]);
  const cuts = shown && overlay?.index === shown.index ? overlay.cuts : NO_CUTS;
  useSliceDrawing(canvas, { map, axis, shown, cuts, runLayers, drawing, size, frame });
  const { onKeyDown } = useScrub(pane, axis);
  const { hovered, ...pointer } = useSliceGestures(canvas, { axis, map, size, frame });
  const note = hovered && overlayText({ axis, voxel: hovered, box: grid.box }, cuts, runLayers);

  return (
    <div className={classes.slice} ref={pane} data-axis={axis} data-drawn-by={drawing.drawer ? "niivue" : "processor"}>
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={sliceLabel(axis, index, grid)}
        onKeyDown={onKeyDown}
        {...pointer}
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
      <ScaleBar
        grid={grid}
        axis={axis}
        width={frame.width / window.devicePixelRatio}
        room={size.width / window.devicePixelRatio}
      />
      <SliceSlider axis={axis} index={index} count={grid.box[k]!} />
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
