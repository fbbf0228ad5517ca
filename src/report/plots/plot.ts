/** A plot as plain data in one orientation for every renderer: Plotly on the page, vector lines in the PDF. */
export interface PlotSpec {
  /** Short, for the names of files. */
  readonly name: string;
  /** What the plot shows, for readers who cannot see it. */
  readonly description: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly curves: readonly PlotCurve[];
  /** Vertical lines at values worth knowing, such as the contour level. */
  readonly rules: readonly PlotRule[];
  /** Ranges of x that are shaded, such as the one allowed. */
  readonly bands?: readonly PlotBand[];
  /** Values marked by thin lines without words, such as percentiles; the description names them. */
  readonly marks?: readonly number[];
  /** The bins whose outline the curve is. */
  readonly bins?: PlotBins;
  /** How far a curve is uncertain, shaded around it. */
  readonly spread?: PlotSpread;
}

/** Counts between edges, ascending, one more of them than counts. */
export interface PlotBins {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

export interface PlotSpread {
  readonly name: string;
  readonly x: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface PlotAxis {
  /** Quantity and unit. */
  readonly label: string;
  readonly scale: "linear" | "log";
  /** In the axis's own unit, also on a log axis (there greater than 0). */
  readonly range: readonly [low: number, high: number];
}

export interface PlotCurve {
  readonly name: string;
  /** A colour of the design tokens: `--curve-1` … */
  readonly colour: `curve-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;
  /** Solid lines mark their points, where there is room; an outline has none. */
  readonly style: "solid" | "dashed" | "outline";
  readonly x: readonly number[];
  /** `null` leaves a gap. */
  readonly y: readonly (number | null)[];
}

export interface PlotRule {
  readonly at: number;
  readonly label: string;
}

export interface PlotBand {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}
