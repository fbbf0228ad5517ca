import { useMemo } from "react";
import type { CheckResult, Reading } from "../../checks/check.ts";
import { formatQuantity } from "../../core/format/numbers.ts";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { useActions } from "../app-context.tsx";
import { binsOf, markOf } from "../marked/bins.ts";
import { MarkedBinField } from "../marked/MarkedBinField.tsx";
import { Plot } from "../plot/Plot.tsx";
import { localHistogram } from "./local-histogram.ts";

interface MarkablePlotProps {
  readonly result: CheckResult;
  readonly reading: Reading;
  readonly spec: PlotSpec;
}

/** A check's plot; where it is a histogram of a local measurement, its bars mark their voxels in the slices. */
export function MarkablePlot({ result, reading, spec }: MarkablePlotProps) {
  const { setView } = useActions();
  const local = useMemo(() => localHistogram(result, reading), [result, reading]);
  const bins = useMemo(() => (local ? binsOf(local.histogram, local.offset) : []), [local]);
  if (!local) return <Plot spec={spec} />;
  const { of, unit, decimals, added } = local;
  return (
    <>
      <Plot spec={spec} onBin={(index) => setView({ marked: markOf(of, bins, index) })} />
      <MarkedBinField
        of={of}
        bins={bins}
        format={(value) => formatQuantity(value + added, unit, { decimals }).trim()}
      />
    </>
  );
}
