import { useComputedColorScheme } from "@mantine/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { tokenReader } from "../token-reader.ts";
import { barColours, plotlyFigure } from "./model.ts";

const CONFIG = { displaylogo: false, displayModeBar: false, responsive: true };

/** An element that Plotly has drawn in. */
interface PlotlyElement extends HTMLDivElement {
  on?(event: "plotly_click", listener: (event: { points: readonly { pointNumber: number }[] }) => void): void;
}

interface PlotlyOptions {
  /** Called where a bar is clicked. */
  readonly onBin: ((index: number) => void) | undefined;
  /** The bar that is marked; −1 for none. */
  readonly marked: number;
}

/** Draws a plot in an element by Plotly, which is fetched with the first plot; anew for another colour scheme. */
export function usePlotly(
  spec: PlotSpec,
  { onBin, marked }: PlotlyOptions,
): { host: RefObject<HTMLDivElement | null>; state: "loading" | "drawn" | "failed" } {
  const host = useRef<PlotlyElement>(null);
  const latest = useRef({ onBin, marked });
  latest.current = { onBin, marked };
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
        const { data, layout } = plotlyFigure(spec, tokenReader(element), latest.current.marked);
        await plotly.react(element, data, layout, CONFIG);
        if (!mounted) return;
        element.on?.("plotly_click", ({ points }) => latest.current.onBin?.(points[0]?.pointNumber ?? 0));
        setState("drawn");
      },
      () => mounted && setState("failed"),
    );
    return () => {
      mounted = false;
      clear();
    };
  }, [spec, scheme]);
  useEffect(() => {
    const element = host.current;
    if (!element || state !== "drawn" || !spec.bins) return;
    const colours = barColours(spec.bins, marked, tokenReader(element));
    void import("plotly.js-basic-dist-min").then(({ default: plotly }) =>
      plotly.restyle(element, { "marker.color": [colours] }, [0]),
    );
  }, [spec, state, marked]);
  return { host, state };
}
