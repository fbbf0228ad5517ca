import { useComputedColorScheme } from "@mantine/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { tokenReader } from "../token-reader.ts";
import { plotlyFigure } from "./model.ts";

const CONFIG = { displaylogo: false, displayModeBar: false, responsive: true };

/** An element that Plotly has drawn in. */
interface PlotlyElement extends HTMLDivElement {
  on?(event: "plotly_click", listener: (event: { points: readonly { pointNumber: number }[] }) => void): void;
}

/** Draws a plot in an element by Plotly, which is fetched with the first plot; anew for another colour scheme. */
export function usePlotly(
  spec: PlotSpec,
  onBin: ((index: number) => void) | undefined,
): { host: RefObject<HTMLDivElement | null>; state: "loading" | "drawn" | "failed" } {
  const host = useRef<PlotlyElement>(null);
  const latestOnBin = useRef(onBin);
  latestOnBin.current = onBin;
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const [state, setState] = useState<"loading" | "drawn" | "failed">("loading");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme changes the tokens that are read
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let mounted = true;
    let clear = () => {};
    import("plotly.js-basic-dist-min").then(
      async ({ default: plotly }) => {
        if (!mounted) return;
        clear = () => plotly.purge(element);
        const { data, layout } = plotlyFigure(spec, tokenReader(element));
        await plotly.react(element, data, layout, CONFIG);
        if (!mounted) return;
        element.on?.("plotly_click", ({ points }) => latestOnBin.current?.(points[0]?.pointNumber ?? 0));
        setState("drawn");
      },
      () => mounted && setState("failed"),
    );
    return () => {
      mounted = false;
      clear();
    };
  }, [spec, scheme]);
  return { host, state };
}
