import { type PointerEvent, type RefObject, useRef, useState } from "react";
import type { Triple } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { voxelAt } from "../../view/slice-geometry.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { type Point, placeAt, pointOn, type SliceOnCanvas, useSliceZoom } from "./use-slice-zoom.ts";

type Gesture = "point" | "move" | "pinch" | "none";

/**
 * Mouse, pen and fingers on a slice: a click or a drag takes the crosshair there, with Shift or another button it moves what
 * is seen, two fingers and the wheel with Ctrl zoom. Tells the voxel under a pointer that only hovers.
 */
export function useSliceGestures(
  canvas: RefObject<HTMLCanvasElement | null>,
  { map, ...slice }: SliceOnCanvas & { readonly map: OpenedMap },
) {
  const voxel = useAppState((state) => state.view.voxel);
  const { setView } = useActions();
  const { zoom, move } = useSliceZoom(canvas, slice);
  const [hovered, setHovered] = useState<Triple | null>(null);
  const pointers = useRef(new Map<number, Point>());
  const gesture = useRef<Gesture>("none");
  const voxelUnder = (point: Point) => voxelAt(slice.axis, placeAt(point, slice), { voxel, box: map.grid.box });

  const press = (event: PointerEvent) => {
    const at = pointOn(canvas.current, event, slice);
    if (!at) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, at);
    gesture.current = pointers.current.size > 1 ? "pinch" : event.shiftKey || event.button > 0 ? "move" : "point";
    follow(at, at, null);
  };
  const follow = (from: Point, to: Point, other: Point | null) => {
    if (gesture.current === "point") setView({ voxel: voxelUnder(to), slicesAt: "chosen" });
    if (gesture.current === "move") move(to.x - from.x, to.y - from.y);
    if (gesture.current === "pinch" && other) zoom(distance(to, other) / distance(from, other), middle(to, other));
  };
  const leave = ({ pointerId }: PointerEvent) => {
    pointers.current.delete(pointerId);
    gesture.current = "none";
  };
  return {
    hovered,
    onPointerDown: press,
    onPointerMove: (event: PointerEvent) => {
      const [from, to] = [pointers.current.get(event.pointerId), pointOn(canvas.current, event, slice)];
      if (!to) return;
      if (!from) return setHovered(voxelUnder(to));
      pointers.current.set(event.pointerId, to);
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      follow(from, to, other ?? null);
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
