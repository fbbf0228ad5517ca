import { type RefObject, useEffect, useRef } from "react";
import type { Axis } from "../../core/volume/grid.ts";
import type { Frame } from "../../view/draw-slice.ts";
import { draggedBy, type SlicePlace, zoomedAbout } from "../../view/slice-zoom.ts";
import { useActions, useAppStore } from "../app-context.tsx";

/** Factor of a pixel of wheel travel: a notch of a mouse wheel is about 100. */
const ZOOM_PER_PIXEL = 1.004;

/** A slice on its canvas. */
export interface SliceOnCanvas {
  readonly axis: Axis;
  /** Of the canvas, device pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Where the slice lies on it. */
  readonly frame: Frame;
}

/** On the canvas, device pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where on the canvas a pointer is; `null` while the canvas is not shown. */
export function pointOn(
  canvas: HTMLCanvasElement | null,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  { size }: SliceOnCanvas,
): Point | null {
  const bounds = canvas?.getBoundingClientRect();
  if (!bounds || bounds.width === 0) return null;
  const scale = size.width / bounds.width;
  return { x: (clientX - bounds.left) * scale, y: (clientY - bounds.top) * scale };
}

/** What of the slice lies at a point. */
export function placeAt({ x, y }: Point, { frame }: SliceOnCanvas): SlicePlace {
  return [(x - frame.left) / frame.width, (y - frame.top) / frame.height];
}

/** Wheel travel; some browsers count it in lines. */
function pixelsOf({ deltaMode, deltaY }: WheelEvent): number {
  return deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 * deltaY : deltaY;
}

/** Zooms the slices about a point of one of them, by the wheel with Ctrl too, and moves what is seen. */
export function useSliceZoom(canvas: RefObject<HTMLCanvasElement | null>, slice: SliceOnCanvas) {
  const store = useAppStore();
  const { setView } = useActions();
  const { axis, size, frame } = slice;
  const shown = { axis, frame, canvas: size };
  const zoom = (by: number, about: Point) =>
    setView({
      sliceZoom: zoomedAbout(store.getState().view.sliceZoom, by, { ...shown, place: placeAt(about, slice) }),
    });
  const move = (right: number, down: number) =>
    setView({ sliceZoom: draggedBy(store.getState().view.sliceZoom, { right, down }, shown) });

  const onWheel = useRef((_: WheelEvent) => {});
  onWheel.current = (event) => {
    const at = pointOn(canvas.current, event, slice);
    if (!(event.ctrlKey || event.metaKey) || !at) return;
    event.preventDefault();
    zoom(ZOOM_PER_PIXEL ** -pixelsOf(event), at);
  };
  useEffect(() => {
    const target = canvas.current;
    const listen = (event: WheelEvent) => onWheel.current(event);
    // React's own wheel listener is passive and cannot keep the browser from zooming the page.
    target?.addEventListener("wheel", listen, { passive: false });
    return () => target?.removeEventListener("wheel", listen);
  }, [canvas]);
  return { zoom, move };
}
