import { useMemo } from "react";
import { useAppState } from "../app-context.tsx";
import { shownRun } from "../state/run.ts";
import { type Colouring, colouringsOf } from "./colourings.ts";

/** What the shown run offers to colour the surface by, and what is chosen of it. */
export function useColourings(): { readonly offered: readonly Colouring[]; readonly chosen: Colouring | null } {
  const results = useAppState((state) => shownRun(state.run).results);
  const reading = useAppState((state) => state.reading);
  const name = useAppState((state) => state.view.surfaceColours);
  return useMemo(() => {
    const offered = colouringsOf(results, reading);
    return { offered, chosen: offered.find((colouring) => colouring.name === name) ?? null };
  }, [results, reading, name]);
}
