/** A plot as plain data in one orientation for every renderer: Plotly on the page, vector lines in the PDF. */
export interface PlotSpec {
  /** What the plot shows, for readers who cannot see it. */
  readonly description: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly curves: readonly PlotCurve[];
  /** Vertical lines at values worth knowing, such as the contour level. */
  readonly rules: readonly PlotRule[];
  /** Ranges of x that are shaded, such as the one allowed. */
  readonly bands?: readonly PlotBand[];
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
  readonly colour: "curve-1" | "curve-2" | "curve-3";
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
