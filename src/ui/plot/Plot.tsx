import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { plotlyFigure } from "./model.ts";
import classes from "./plot.module.css";

const CONFIG = { displaylogo: false, displayModeBar: false, responsive: true };

/** A plot drawn by Plotly, which is fetched with the first plot. */
export function Plot({ spec }: { spec: PlotSpec }) {
  const host = useRef<HTMLDivElement>(null);
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
        const style = getComputedStyle(element);
        const { data, layout } = plotlyFigure(spec, (name) => style.getPropertyValue(name).trim());
        await plotly.react(element, data, layout, CONFIG);
        if (mounted) setState("drawn");
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
