import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { type LevelRange, roundToRange } from "./model.ts";

interface LevelHandle {
  readonly range: LevelRange;
  /** Left and right end of the axis, in the picture's units, and the picture's width. */
  readonly axis: { readonly left: number; readonly right: number; readonly width: number };
  readonly level: number;
  readonly onLevel: (level: number) => void;
  /** A click that is no drag. @returns whether it meant something other than the level. */
  readonly onClick: (target: Element) => "taken" | "level";
}

/** Pixels that a pointer must travel to drag. */
const DRAG = 3;

/** Dragging anywhere on the histogram, a click beside its bars, and arrow keys on its marker move the level. */
export function useLevelHandle({ range, axis, level, onLevel, onClick }: LevelHandle) {
  const svg = useRef<SVGSVGElement>(null);
  const pressed = useRef<{ readonly x: number; readonly target: Element } | null>(null);
  const moveTo = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return;
    const x = ((event.clientX - box.left) / box.width) * axis.width;
    const fraction = Math.min(1, Math.max(0, (x - axis.left) / (axis.right - axis.left)));
    onLevel(roundToRange(range.low + fraction * (range.high - range.low), range));
  };
  return {
    svg,
    onPointerDown: (event: PointerEvent) => {
      svg.current?.setPointerCapture(event.pointerId);
      pressed.current = { x: event.clientX, target: event.target as Element };
    },
    onPointerMove: (event: PointerEvent) => {
      if (!svg.current?.hasPointerCapture(event.pointerId)) return;
      if (pressed.current && Math.abs(event.clientX - pressed.current.x) < DRAG) return;
      pressed.current = null;
      moveTo(event);
    },
    onPointerUp: (event: PointerEvent) => {
      if (pressed.current && onClick(pressed.current.target) === "level") moveTo(event);
      pressed.current = null;
    },
    onKeyDown: (event: KeyboardEvent) => {
      const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
      if (steps === undefined) return;
      event.preventDefault();
      const step = (range.high - range.low) / 200;
      onLevel(roundToRange(Math.min(range.high, Math.max(range.low, level + steps * step)), range));
    },
  };
}
