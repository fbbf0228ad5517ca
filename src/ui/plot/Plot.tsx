import { useState } from "react";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { PlotTable } from "./PlotTable.tsx";
import { PlotTools } from "./PlotTools.tsx";
import classes from "./plot.module.css";
import { usePlotly } from "./use-plotly.ts";

interface PlotProps {
  readonly spec: PlotSpec;
  /** Called where the bar of a histogram is clicked, with its number from 0. */
  readonly onBin?: (index: number) => void;
  /** The number of the bar that is marked; −1, the default, for none. */
  readonly marked?: number;
}

/** A plot drawn by Plotly, or its numbers. Drag to zoom, click twice to see all. */
export function Plot({ spec, onBin, marked = -1 }: PlotProps) {
  const { host, state } = usePlotly(spec, { onBin, marked });
  const [shown, setShown] = useState<"plot" | "table">("plot");
  return (
    <figure className={classes.plot}>
      <div ref={host} role="img" aria-label={spec.description} hidden={shown === "table"} />
      {shown === "table" && <PlotTable spec={spec} />}
      {state === "loading" && shown === "plot" && <p className="small quiet">Drawing the plot</p>}
      {state === "failed" && (
        <p className="small">The plot’s program could not be loaded; its numbers are in the tables.</p>
      )}
      <figcaption className="small quiet">
        {spec.description}
        <PlotTools spec={spec} shown={shown} onShow={setShown} host={host} />
      </figcaption>
    </figure>
  );
}
