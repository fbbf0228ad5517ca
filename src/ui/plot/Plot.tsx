import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { fileStem } from "../actions/export-report.ts";
import { useAppState } from "../app-context.tsx";
import { tokenReader } from "../token-reader.ts";
import { plotlyFigure } from "./model.ts";
import { PlotTable } from "./PlotTable.tsx";
import classes from "./plot.module.css";
import { type PlotFormat, savePlot } from "./save-plot.ts";

const FORMATS: readonly PlotFormat[] = ["png", "svg", "csv"];
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

/** A plot drawn by Plotly, which is fetched with the first plot; or its numbers. Drag to zoom, click twice to see all. */
export function Plot({ spec, onBin }: PlotProps) {
  const host = useRef<PlotlyElement>(null);
  const fileName = useAppState((state) => state.map?.fileName ?? "map");
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
  const [shown, setShown] = useState<"plot" | "table">("plot");
  const [problem, setProblem] = useState("");
  const keep = (format: PlotFormat) => {
    const token = tokenReader(host.current ?? document.documentElement);
    savePlot(spec, format, { token, name: `${fileStem(fileName)}-${spec.name}` }).then(
      () => setProblem(""),
      () => setProblem(`The plot could not be saved as ${format.toUpperCase()}; its numbers can be saved as CSV.`),
    );
  };
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
        <span className={classes.tools}>
          <button
            type="button"
            aria-label={`${spec.description}: table`}
            aria-pressed={shown === "table"}
            onClick={() => setShown(shown === "table" ? "plot" : "table")}
          >
            Table
          </button>
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              aria-label={`${spec.description}: save as ${format.toUpperCase()}`}
              onClick={() => keep(format)}
            >
              {format.toUpperCase()}
            </button>
          ))}
        </span>
        {problem && <span role="status">{problem}</span>}
      </figcaption>
    </figure>
  );
}
