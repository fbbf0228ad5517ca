import { type PointerEvent, type RefObject, useState } from "react";
import type { Axis, Grid, Triple } from "../../core/volume/grid.ts";
import { fitFrame } from "../../view/draw-slice.ts";
import { voxelAt } from "../../view/slice-geometry.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { sliceAspect } from "./model.ts";

/** The voxel under the pointer in the slice across an axis; a click or a drag moves the crosshair there. */
export function usePointedVoxel(canvas: RefObject<HTMLCanvasElement | null>, axis: Axis, grid: Grid) {
  const voxel = useAppState((state) => state.view.voxel);
  const { goTo } = useActions();
  const [hovered, setHovered] = useState<Triple | null>(null);
  const follow = (event: PointerEvent, action: (voxel: Triple) => void) => {
    const bounds = canvas.current?.getBoundingClientRect();
    if (bounds) action(voxelAt(axis, placeUnder(event, bounds, sliceAspect(axis, grid)), { voxel, box: grid.box }));
  };
  return {
    hovered,
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      follow(event, goTo);
    },
    onPointerMove: (event: PointerEvent) => {
      follow(event, event.currentTarget.hasPointerCapture(event.pointerId) ? goTo : setHovered);
    },
    onPointerLeave: () => setHovered(null),
  };
}

/** Fractions of the slice's width and height. */
function placeUnder({ clientX, clientY }: PointerEvent, bounds: DOMRect, aspect: number): readonly [number, number] {
  const frame = fitFrame(bounds, aspect);
  const x = (clientX - bounds.left - frame.left) / frame.width;
  const y = (clientY - bounds.top - frame.top) / frame.height;
  return [x, y];
}
