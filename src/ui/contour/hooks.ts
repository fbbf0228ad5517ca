import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { type LevelRange, roundToRange } from "./model.ts";
import { levelAt } from "./picture.ts";

interface LevelHandle {
  readonly range: LevelRange;
  readonly level: number;
  readonly onLevel: (level: number) => void;
  /** A click that is no drag. @returns whether it meant something other than the level. */
  readonly onClick: (target: Element) => "taken" | "level";
}

/** Pixels that a pointer must travel to drag. */
const DRAG = 3;

/** Dragging anywhere on the histogram, a click beside its bars, and arrow keys on its marker move the level. */
export function useLevelHandle({ range, level, onLevel, onClick }: LevelHandle) {
  const svg = useRef<SVGSVGElement>(null);
  const pressed = useRef<{ readonly x: number; readonly target: Element } | null>(null);
  const moveTo = (event: PointerEvent) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return;
    onLevel(levelAt((event.clientX - box.left) / box.width, range));
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
