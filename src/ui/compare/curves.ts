import { measurementsOf } from "../../report/measured.ts";
import type { PlotCurve, PlotSpec } from "../../report/plots/plot.ts";
import type { ComparedMap } from "./compared-map.ts";

/** The curves that maps can be laid over each other by. */
export const OVERLAYS = {
  guinier: "Guinier curves",
  massCurve: "Mass curves",
  histogram: "Histograms",
} as const;

export type Overlay = keyof typeof OVERLAYS;

/** Where the Guinier curves are laid upon each other, Å⁻²: the lowest frequencies hold the box and the mean, not the molecule. */
const ALIGNED_AT = 1 / 20 ** 2;

type Points = readonly (readonly [x: number, y: number | null])[];

interface Kind {
  readonly description: string;
  readonly x: string;
  readonly y: string;
  readonly scale: "linear" | "log";
  readonly points: (map: ComparedMap) => Points;
}

const KINDS: Readonly<Record<Overlay, Kind>> = {
  guinier: {
    description: "Guinier curves: logarithm of the mean amplitude, 0 near 20 Å, against 1/d²",
    x: "1/d² (Å⁻²)",
    y: "ln mean amplitude",
    scale: "linear",
    points: ({ report }) => {
      const rows = (report && measurementsOf(report, "bFactor")?.guinier) ?? [];
      const off = (row: (typeof rows)[number]) => Math.abs(row.inverseResolutionSquared - ALIGNED_AT);
      const zero = [...rows].sort((a, b) => off(a) - off(b))[0]?.lnAmplitude ?? 0;
      return rows.map((row) => [row.inverseResolutionSquared, row.lnAmplitude - zero]);
    },
  },
  massCurve: {
    description: "Mass curves: share of the map's voxels above a level, against the level as a share of the maximum",
    x: "level / maximum",
    y: "share of the voxels",
    scale: "log",
    points: ({ report, facts }) => {
      const rows = (report && measurementsOf(report, "mask")?.massCurve) ?? [];
      const [all, top] = [facts?.grid.box.reduce((product, side) => product * side, 1) ?? 1, facts?.histogram.max ?? 1];
      return rows.map(({ level, voxels }) => [level / top, voxels > 0 ? voxels / all : null]);
    },
  },
  histogram: {
    description: "Histograms: share of the map's voxels at a value, against the value as a share of the maximum",
    x: "map value / maximum",
    y: "share of the voxels",
    scale: "log",
    points: ({ facts }) => {
      if (!facts) return [];
      const { counts, min, max } = facts.histogram;
      const all = counts.reduce((sum, count) => sum + count, 0);
      const middle = (bin: number) => (min + ((bin + 0.5) * (max - min)) / counts.length) / max;
      return counts.map((count, bin) => [middle(bin), count > 0 ? count / all : null]);
    },
  },
};

const COLOURS = 8;

/** The colour of a map, by its place in the order of adding; after eight they come again, with dashed lines. */
export function curveColour(place: number): PlotCurve["colour"] {
  return `curve-${((place % COLOURS) + 1) as 1}`;
}

/** One kind of curve of all maps that have it, over each other; `null` where none has. */
export function overlaidCurves(maps: readonly ComparedMap[], overlay: Overlay): PlotSpec | null {
  const { points, scale, ...kind } = KINDS[overlay];
  const curves = maps.map((map, place) => curveOf(map, place, points(map))).filter(({ x }) => x.length > 1);
  if (curves.length === 0) return null;
  const ys = curves.flatMap(({ y }) => y.filter((value) => value !== null));
  const xs = curves.flatMap(({ x }) => x);
  return {
    name: overlay,
    description: `${kind.description}; ${curves.length === 1 ? "one map" : `${curves.length} maps`}`,
    x: { label: kind.x, scale: "linear", range: [Math.min(...xs), Math.max(...xs)] },
    y: { label: kind.y, scale, range: rangeOf(ys, scale) },
    curves,
    rules: [],
  };
}

function curveOf({ file }: ComparedMap, place: number, points: Points): PlotCurve {
  return {
    name: file.name,
    colour: curveColour(place),
    style: place < COLOURS ? "solid" : "dashed",
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
  };
}

function rangeOf(values: readonly number[], scale: "linear" | "log"): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (scale === "log") return [low / 1.5, high * 1.5];
  const pad = 0.05 * (high - low) || 1;
  return [low - pad, high + pad];
}
