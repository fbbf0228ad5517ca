import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { plotlyFigure } from "./model.ts";
import classes from "./plot.module.css";

const CONFIG = { displaylogo: false, displayModeBar: false, responsive: true };

/** An element that Plotly has drawn in. */
interface PlotlyElement extends HTMLDivElement {
  on?(event: "plotly_click", listener: (event: { points: readonly { pointNumber: number }[] }) => void): void;
}

interface PlotProps {
  readonly spec: PlotSpec;
  /** Called where the bar of a histogram is clicked, with its number from 0. */
  readonly onBin?: (index: number) => void;
}

/** A plot drawn by Plotly, which is fetched with the first plot. */
export function Plot({ spec, onBin }: PlotProps) {
  const host = useRef<PlotlyElement>(null);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const latestOnBin = useRef(onBin);
  latestOnBin.current = onBin;
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
        const style = getComputedStyle(element);
        const { data, layout } = plotlyFigure(spec, (name) => style.getPropertyValue(name).trim());
        await plotly.react(element, data, layout, CONFIG);
        if (!mounted) return;
        element.on?.("plotly_click", ({ points }) => latestOnBin.current?.(binOfVertex(points[0]?.pointNumber ?? 0)));
        setState("drawn");
      },
      () => mounted && setState("failed"),
    );
    return () => {
      mounted = false;
      clear();
    };
  }, [spec, scheme]);
  return (
    <figure className={classes.plot}>
      <div ref={host} role="img" aria-label={spec.description} />
      {state === "loading" && <p className="small quiet">Drawing the plot</p>}
      {state === "failed" && (
        <p className="small">The plot’s program could not be loaded; its numbers are in the tables.</p>
      )}
      <figcaption className="small quiet">{spec.description}</figcaption>
    </figure>
  );
}

/** The bar that a vertex of a histogram's outline belongs to: the outline starts on the axis and has two vertices a bar. */
function binOfVertex(vertex: number): number {
  return Math.max(0, Math.floor((vertex - 1) / 2));
}
