import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from "react";
import type { Pose } from "../../view/pose.ts";
import { dragged, keyed, type Pointer, pinched, type Seen, wheeled } from "./turning.ts";

/** What turning needs to know and to tell. */
export interface Turning {
  /** The pose as it is now; `null` before there is a surface. */
  readonly seen: () => Seen | null;
  readonly onPose: (pose: Pose) => void;
  readonly onReset: () => void;
}

/** Turning by mouse, pen, fingers, wheel and keys, on an element that has the focus for keys. */
export function useTurning(pane: RefObject<HTMLElement | null>, { seen, onPose, onReset }: Turning) {
  const pointers = useRef(new Map<number, Pointer>());

  useEffect(() => {
    const target = pane.current;
    if (!target) return;
    const zoom = (event: WheelEvent) => {
      const now = seen();
      if (event.ctrlKey || !now) return;
      event.preventDefault();
      onPose(wheeled(now, event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 * event.deltaY : event.deltaY));
    };
    // React's own wheel listener is passive and cannot keep the page from scrolling.
    target.addEventListener("wheel", zoom, { passive: false });
    return () => target.removeEventListener("wheel", zoom);
  }, [pane, seen, onPose]);

  const follow = (event: PointerEvent) => {
    const from = pointers.current.get(event.pointerId);
    const now = seen();
    if (!from) return;
    const before = [...pointers.current.values()];
    const to = placeOf(event);
    pointers.current.set(event.pointerId, to);
    const after = [...pointers.current.values()];
    if (!now) return;
    if (before.length > 1) onPose(pinched(now, [before[0]!, before[1]!], [after[0]!, after[1]!]));
    else onPose(dragged(now, from, to, event.shiftKey || event.buttons === 2 ? "move" : "turn"));
  };
  const leave = (event: PointerEvent) => void pointers.current.delete(event.pointerId);

  return {
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, placeOf(event));
    },
    onPointerMove: follow,
    onPointerUp: leave,
    onPointerCancel: leave,
    onContextMenu: (event: { preventDefault(): void }) => event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => {
      const now = seen();
      if (!now || event.ctrlKey || event.metaKey || event.altKey) return;
      const pose = keyed(now, event);
      if (pose) onPose(pose);
      else if (event.key === "Home") onReset();
      else return;
      event.preventDefault();
    },
  };
}

function placeOf(event: PointerEvent): Pointer {
  return { x: event.clientX, y: event.clientY };
}
