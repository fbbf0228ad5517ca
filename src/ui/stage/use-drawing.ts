import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import type { OpenedMap } from "../../engine/engine.ts";
import type { SliceDrawer } from "../../view/slice-drawer.ts";
import type { SliceLook } from "../../view/slice-look.ts";
import { useAppState, useEngine } from "../app-context.tsx";
import { autoWindow } from "./model.ts";
import type { StartedNiivue } from "./start-niivue.ts";

/** The colours chosen for a map's slices. */
function useSliceLook(map: OpenedMap): SliceLook {
  const chosen = useAppState((state) => state.view.window);
  const colourMap = useAppState((state) => state.view.colourMap);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  return useMemo(() => ({ window: chosen ?? autoWindow(map), colourMap, scheme }), [map, chosen, colourMap, scheme]);
}

/** What draws the slices, and in which colours. */
export interface Drawing {
  /** `null`: the processor. */
  readonly drawer: SliceDrawer | null;
  readonly look: SliceLook;
  readonly binning: 1 | 2;
  /** What to say about it: "Slices drawn by …"; empty while NiiVue is being started. */
  readonly note: string;
  /** Where it is said: on the stage where the picture is not what was to be expected. */
  readonly sayIn: "panel" | "stage";
}

/** How long the colours must rest before NiiVue, which colours the whole map anew, is given them, ms. */
const SETTLED = 120;
/** How long NiiVue waits after a map has opened, so that its first slices come first, ms. */
const HEAD_START = 300;

const CHOSEN = "as chosen";

interface Started extends StartedNiivue {
  readonly mapId: string;
  /** What the drawer's pictures look like. */
  readonly look: SliceLook;
}

/** Slices of a map by NiiVue as soon as it is ready; by the processor until then, and wherever NiiVue cannot work. */
export function useDrawing(map: OpenedMap): Drawing {
  const engine = useEngine();
  const wish = useAppState((state) => state.view.drawnBy);
  const look = useSliceLook(map);
  const latestLook = useRef(look);
  latestLook.current = look;
  const [started, setStarted] = useState<Started | null>(null);
  const [refusal, setRefusal] = useState("");

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let drawer: SliceDrawer | null = null;
    const refuse = (reason: string) => {
      if (signal.aborted) return;
      setStarted(null);
      setRefusal(reason);
    };
    if (wish === "processor") {
      setRefusal(CHOSEN);
      return () => setRefusal("");
    }
    const start = async () => {
      const { startNiivue } = await import("./start-niivue.ts");
      const look = latestLook.current;
      const found = await startNiivue(engine, map, { wish, look, signal, onLost: () => refuse("WebGL was lost") });
      if ("refusal" in found) return refuse(found.refusal);
      drawer = found.drawer;
      setStarted({ ...found, mapId: map.id, look });
    };
    const timer = setTimeout(() => {
      start().catch(() => refuse("NiiVue could not be started"));
    }, HEAD_START);
    return () => {
      clearTimeout(timer);
      controller.abort();
      drawer?.dispose();
      setStarted(null);
      setRefusal("");
    };
  }, [engine, map, wish]);

  useEffect(() => {
    if (!started || started.look === look) return;
    const timer = setTimeout(() => {
      started.drawer.show(look);
      setStarted({ ...started, look });
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [started, look]);

  return useMemo(() => {
    if (started?.mapId === map.id)
      return { ...started, note: noteOf(started), sayIn: started.binning === 1 ? "panel" : "stage" };
    const note = refusal && `Slices drawn by the processor: ${refusal}`;
    return { drawer: null, look, binning: 1, note, sayIn: refusal === "" || refusal === CHOSEN ? "panel" : "stage" };
  }, [started, map, look, refusal]);
}

function noteOf({ binning }: StartedNiivue): string {
  const drawn = "Slices drawn by NiiVue";
  return binning === 1 ? drawn : `${drawn} as means of 2 × 2 × 2 voxels; numbers are of single voxels`;
}
