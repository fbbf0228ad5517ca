import { useMemo } from "react";
import type { SurfaceColouring } from "../../engine/engine.ts";
import { useAppState } from "../app-context.tsx";
import { shownRun } from "../state/run.ts";
import { type Colouring, colouringsOf, PIECES } from "./colourings.ts";

interface Colourings {
  readonly offered: readonly Colouring[];
  readonly chosen: Colouring | null;
  /** The chosen one as the engine is asked for it: one object for as long as the colours stay the same. */
  readonly asked: SurfaceColouring | undefined;
}

/** What the surface can be coloured by, and what is chosen of it. */
export function useColourings(): Colourings {
  const results = useAppState((state) => shownRun(state.run).results);
  const reading = useAppState((state) => state.reading);
  const wanted = useAppState((state) => state.view.surfaceColours);
  const offered = useMemo(() => [PIECES, ...colouringsOf(results, reading)], [results, reading]);
  const chosen = offered.find(({ name }) => name === wanted) ?? null;
  const name = chosen?.name;
  const [low, high] = chosen && "range" in chosen ? chosen.range : [];
  const asked = useMemo(() => {
    if (!name || name === "pieces") return name && { name };
    return { name, range: [low!, high!] as const };
  }, [name, low, high]);
  return { offered, chosen, asked };
}
