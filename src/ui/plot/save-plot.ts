import type { PlotSpec } from "../../report/plots/plot.ts";
import { plotCsv } from "../../report/plots/plot-table.ts";
import { save } from "../actions/export-report.ts";
import type { TokenReader } from "../token-reader.ts";
import { plotlyFigure } from "./model.ts";

export type PlotFormat = "png" | "svg" | "csv";

/** CSS pixels of a picture; a PNG has three times as many each way. */
const SIZE = { width: 900, height: 480 } as const;
const PNG_SCALE = 3;

/** Hands a plot to the browser as a download: as a picture in the colours of the page, or as its own numbers. */
export async function savePlot(
  spec: PlotSpec,
  format: PlotFormat,
  { token, name }: { token: TokenReader; name: string },
): Promise<void> {
  const fileName = `${name}.${format}`;
  if (format === "csv") return save(new Blob([plotCsv(spec)], { type: "text/csv" }), fileName);
  const { default: plotly } = await import("plotly.js-basic-dist-min");
  const { data, layout } = plotlyFigure(spec, token);
  const figure = { data, layout: { ...layout, ...SIZE, paper_bgcolor: token("--pane") } };
  const address = await plotly.toImage(figure, { format, ...SIZE, scale: format === "png" ? PNG_SCALE : 1 });
  save(blobOf(address), fileName);
}

/** The content of a data address; asking the network for it is not allowed here. */
function blobOf(address: string): Blob {
  const comma = address.indexOf(",");
  const head = address.slice(5, comma);
  const body = address.slice(comma + 1);
  const type = head.split(";")[0]!;
  if (!head.endsWith(";base64")) return new Blob([decodeURIComponent(body)], { type });
  return new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type });
}
