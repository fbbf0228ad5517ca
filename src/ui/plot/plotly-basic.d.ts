/** The part of Plotly's basic bundle that the page uses; the package ships no types. */
declare module "plotly.js-basic-dist-min" {
  interface PlotlyBasic {
    react(
      element: HTMLElement,
      data: readonly Readonly<Record<string, unknown>>[],
      layout: Readonly<Record<string, unknown>>,
      config: Readonly<Record<string, unknown>>,
    ): Promise<unknown>;
    toImage(
      figure: { data: readonly unknown[]; layout: Readonly<Record<string, unknown>> },
      options: { format: "png" | "svg"; width: number; height: number; scale?: number },
    ): Promise<string>;
    restyle(
      element: HTMLElement,
      update: Readonly<Record<string, unknown>>,
      traces: readonly number[],
    ): Promise<unknown>;
    purge(element: HTMLElement): void;
  }
  const Plotly: PlotlyBasic;
  export default Plotly;
}
