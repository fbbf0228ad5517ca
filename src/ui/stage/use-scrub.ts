import { type KeyboardEvent, type RefObject, useEffect } from "react";
import type { Axis } from "../../core/volume/grid.ts";
import { useActions } from "../app-context.tsx";

/** Pixels of wheel travel that mean one slice; a notch of a mouse wheel is about 100. */
const WHEEL_PER_SLICE = 40;

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Factors of the keys that zoom; 0 shows the whole box. */
const ZOOMS: Readonly<Record<string, number>> = { "+": 1.25, "=": 1.25, "-": 0.8, "0": 0 };

/** Scrubbing through the slices across an axis by wheel over the pane and by keys on its picture, which also zoom. */
export function useScrub(pane: RefObject<HTMLElement | null>, axis: Axis) {
  const { stepSlice, zoomSlices } = useActions();
  useEffect(() => {
    const target = pane.current;
    if (!target) return;
    let travel = 0;
    const scrub = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      travel +=
        event.deltaMode === WheelEvent.DOM_DELTA_LINE ? WHEEL_PER_SLICE * Math.sign(event.deltaY) : event.deltaY;
      const slices = Math.trunc(travel / WHEEL_PER_SLICE);
      travel -= slices * WHEEL_PER_SLICE;
      if (slices !== 0) stepSlice(axis, -slices);
    };
    // React's own wheel listener is passive and cannot keep the page from scrolling.
    target.addEventListener("wheel", scrub, { passive: false });
    return () => target.removeEventListener("wheel", scrub);
  }, [pane, axis, stepSlice]);

  return {
    onKeyDown: (event: KeyboardEvent) => {
      const [step, zoom] = [STEPS[event.key], ZOOMS[event.key]];
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (step === undefined && zoom === undefined) return;
      event.preventDefault();
      if (zoom !== undefined) zoomSlices(zoom);
      else if (step !== undefined) stepSlice(axis, event.shiftKey ? 10 * step : step);
    },
  };
}
