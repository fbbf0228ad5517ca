import { useState } from "react";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { fileStem } from "../actions/export-report.ts";
import { useAppState } from "../app-context.tsx";
import { type TokenReader, tokenReader } from "../token-reader.ts";
import classes from "./plot.module.css";
import { type PlotFormat, savePlot } from "./save-plot.ts";

const FORMATS: readonly PlotFormat[] = ["png", "svg", "csv"];

interface PlotToolsProps {
  readonly spec: PlotSpec;
  readonly shown: "plot" | "table";
  readonly onShow: (shown: "plot" | "table") => void;
  /** The plot on the page, whose colours a saved picture has. */
  readonly host: { readonly current: Element | null };
}

/** What can be done with a plot: see its numbers, save it. */
export function PlotTools({ spec, shown, onShow, host }: PlotToolsProps) {
  const { problem, keep } = useSaving(spec, () => tokenReader(host.current ?? document.documentElement));
  return (
    <>
      <span className={classes.tools}>
        <button
          type="button"
          aria-label={`${spec.description}: table`}
          aria-pressed={shown === "table"}
          onClick={() => onShow(shown === "table" ? "plot" : "table")}
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
    </>
  );
}

/** Saving under the name of the map, and what went wrong with it. */
function useSaving(spec: PlotSpec, readTokens: () => TokenReader) {
  const fileName = useAppState((state) => state.map?.fileName ?? "map");
  const [problem, setProblem] = useState("");
  const keep = (format: PlotFormat) => {
    savePlot(spec, format, { token: readTokens(), name: `${fileStem(fileName)}-${spec.name}` }).then(
      () => setProblem(""),
      () => setProblem(`The plot could not be saved as ${format.toUpperCase()}; its numbers can be saved as CSV.`),
    );
  };
  return { problem, keep };
}
