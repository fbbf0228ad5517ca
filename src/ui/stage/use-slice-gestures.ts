import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { Axis, Triple } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import type { Frame } from "../../view/draw-slice.ts";
import { voxelAt } from "../../view/slice-geometry.ts";
import { draggedBy, type SlicePlace, zoomedAbout } from "../../view/slice-zoom.ts";
import { useActions, useAppState, useAppStore } from "../app-context.tsx";

/** Factor of a pixel of wheel travel: a notch of a mouse wheel is about 100. */
const ZOOM_PER_PIXEL = 1.004;

interface SlicePaneFacts {
  readonly axis: Axis;
  readonly map: OpenedMap;
  /** Of the canvas, device pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Where the slice lies on it. */
  readonly frame: Frame;
}

/** On the canvas, device pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

type Gesture = "point" | "move" | "pinch" | "none";

/**
 * Mouse, pen and fingers on a slice: a click or a drag takes the crosshair there, with Shift or another button it moves what
 * is seen, two fingers and the wheel with Ctrl zoom. Tells the voxel under a pointer that only hovers.
 */
export function useSliceGestures(
  canvas: RefObject<HTMLCanvasElement | null>,
  { axis, map, size, frame }: SlicePaneFacts,
) {
  const voxel = useAppState((state) => state.view.voxel);
  const store = useAppStore();
  const { setView } = useActions();
  const [hovered, setHovered] = useState<Triple | null>(null);
  const pointers = useRef(new Map<number, Point>());
  const gesture = useRef<Gesture>("none");

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point | null => {
    const bounds = canvas.current?.getBoundingClientRect();
    if (!bounds || bounds.width === 0) return null;
    return {
      x: ((clientX - bounds.left) * size.width) / bounds.width,
      y: ((clientY - bounds.top) * size.height) / bounds.height,
    };
  };
  const placeOf = ({ x, y }: Point): SlicePlace => [(x - frame.left) / frame.width, (y - frame.top) / frame.height];
  const voxelOf = (point: Point) => voxelAt(axis, placeOf(point), { voxel, box: map.grid.box });
  const zoom = (by: number, about: Point) => {
    const { sliceZoom } = store.getState().view;
    setView({ sliceZoom: zoomedAbout(sliceZoom, by, { axis, place: placeOf(about), frame, canvas: size }) });
  };
  const move = (right: number, down: number) => {
    const { sliceZoom } = store.getState().view;
    setView({ sliceZoom: draggedBy(sliceZoom, { right, down }, { axis, frame, canvas: size }) });
  };
  const point = (at: Point) => setView({ voxel: voxelOf(at), slicesAt: "chosen" });

  const onWheel = useRef((_: WheelEvent) => {});
  onWheel.current = (event) => {
    const at = pointOf(event);
    if (!(event.ctrlKey || event.metaKey) || !at) return;
    event.preventDefault();
    zoom(ZOOM_PER_PIXEL ** -event.deltaY, at);
  };
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    const listen = (event: WheelEvent) => onWheel.current(event);
    // React's own wheel listener is passive and cannot keep the browser from zooming the page.
    target.addEventListener("wheel", listen, { passive: false });
    return () => target.removeEventListener("wheel", listen);
  }, [canvas]);

  const leave = ({ pointerId }: PointerEvent) => {
    pointers.current.delete(pointerId);
    gesture.current = "none";
  };
  return {
    hovered,
    onPointerDown: (event: PointerEvent) => {
      const at = pointOf(event);
      if (!at) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, at);
      gesture.current = pointers.current.size > 1 ? "pinch" : event.shiftKey || event.button > 0 ? "move" : "point";
      if (gesture.current === "point") point(at);
    },
    onPointerMove: (event: PointerEvent) => {
      const at = pointOf(event);
      const from = pointers.current.get(event.pointerId);
      if (!at) return;
      if (!from) return setHovered(voxelOf(at));
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      pointers.current.set(event.pointerId, at);
      if (gesture.current === "point") point(at);
      if (gesture.current === "move") move(at.x - from.x, at.y - from.y);
      if (gesture.current === "pinch" && other) zoom(distance(at, other) / distance(from, other), middle(at, other));
    },
    onPointerUp: leave,
    onPointerCancel: leave,
    onPointerLeave: () => setHovered(null),
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
  };
}

function distance(a: Point, b: Point): number {
  return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
