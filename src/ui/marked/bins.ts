import type { ValueHistogram } from "../../core/volume/distribution.ts";
import type { HistogramBar } from "../../core/volume/histogram.ts";
import type { MarkedBin } from "../state/view.ts";

/** A bin that can be marked, with the values that it is said to reach to. */
export type Bin = Pick<HistogramBar, "from" | "to" | "voxels">;

/** The bins of a local measurement's histogram in the values of its volume. @param offset what the histogram's values have more. */
export function binsOf({ edges, counts }: ValueHistogram, offset: number): Bin[] {
  return counts.map((voxels, i) => ({ from: edges[i]! - offset, to: edges[i + 1]! - offset, voxels }));
}

/** A bin as it is marked. Bins leave out their upper end, but the last holds the largest value. */
export function markOf(of: MarkedBin["of"], bins: readonly Bin[], index: number): MarkedBin | null {
  const bin = bins[index];
  if (!bin) return null;
  return { of, from: bin.from, to: index === bins.length - 1 ? Number.POSITIVE_INFINITY : bin.to };
}

/** Which of the bins is marked; −1 for none. */
export function markedIndex(of: MarkedBin["of"], bins: readonly Bin[], marked: MarkedBin | null): number {
  return marked?.of === of ? bins.findIndex(({ from }) => from === marked.from) : -1;
}
