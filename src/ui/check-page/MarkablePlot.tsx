import { useMemo } from "react";
import type { CheckResult, Reading } from "../../checks/check.ts";
import { formatLevel } from "../../core/format/numbers.ts";
import { addedBy, localValues } from "../../report/local-values.ts";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { formatLocalEdge } from "../../report/text/local-words.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { type Bin, binsOf, markedIndex, markOf } from "../marked/bins.ts";
import { MarkedBinField } from "../marked/MarkedBinField.tsx";
import { Plot } from "../plot/Plot.tsx";
import type { MarkedBin } from "../state/view.ts";

interface MarkablePlotProps {
  readonly result: CheckResult;
  readonly reading: Reading;
  readonly spec: PlotSpec;
}

/** A check's plot; where it is a histogram of a local measurement, its bars mark their voxels in the slices. */
export function MarkablePlot({ result, reading, spec }: MarkablePlotProps) {
  const local = useMemo(() => localValues(result), [result]);
  const bins = useMemo(() => (local ? binsOf(local.histogram, local.offset) : []), [local]);
  if (!local) return <Plot spec={spec} />;
  const format = (edge: number) => formatLocalEdge(local.name, edge + addedBy(reading, local));
  return <BinnedPlot spec={spec} of={local.name} bins={bins} format={format} />;
}

/** The histogram of the map values; its bars mark their voxels in the slices. */
export function MapValuesPlot({ spec }: { spec: PlotSpec }) {
  const bins = useMemo(() => (spec.bins ? binsOf(spec.bins, 0) : []), [spec]);
  return <BinnedPlot spec={spec} of="map" bins={bins} format={formatLevel} />;
}

interface BinnedPlotProps {
  readonly spec: PlotSpec;
  readonly of: MarkedBin["of"];
  readonly bins: readonly Bin[];
  /** A value with its unit. */
  readonly format: (value: number) => string;
}

/** A histogram with the field that marks its bars by keys. */
function BinnedPlot({ spec, of, bins, format }: BinnedPlotProps) {
  const { setView } = useActions();
  const marked = useAppState((state) => markedIndex(of, bins, state.view.marked));
  return (
    <>
      <Plot spec={spec} marked={marked} onBin={(index) => setView({ marked: markOf(of, bins, index) })} />
      <MarkedBinField of={of} bins={bins} format={format} />
    </>
  );
}
