import { useActions, useAppState } from "../app-context.tsx";
import type { MarkedBin } from "../state/view.ts";
import { type Bin, markedIndex, markOf } from "./bins.ts";
import classes from "./marked.module.css";

interface MarkedBinFieldProps {
  readonly of: MarkedBin["of"];
  readonly bins: readonly Bin[];
  /** A value with its unit. */
  readonly format: (value: number) => string;
}

/** Chooses the bin of a histogram whose voxels are marked in the slices, by keys as by hand. */
export function MarkedBinField({ of, bins, format }: MarkedBinFieldProps) {
  const marked = useAppState((state) => state.view.marked);
  const { setView } = useActions();
  const index = markedIndex(of, bins, marked);
  const bin = bins[index];
  const words = bin ? `${format(bin.from)} to ${format(bin.to)}` : "none";
  return (
    <div className={classes.field}>
      <label>
        Mark a bar’s voxels
        <input
          type="range"
          min={-1}
          max={bins.length - 1}
          value={index}
          aria-valuetext={words}
          onChange={(event) => setView({ marked: markOf(of, bins, event.currentTarget.valueAsNumber) })}
        />
      </label>
      <output>{words}</output>
      <button type="button" disabled={!bin} onClick={() => setView({ marked: null })}>
        Clear
      </button>
    </div>
  );
}
