import type { Engine, Validation, VolumeName } from "../../engine/engine.ts";
import { renderJson } from "../../report/render-json.ts";
import type { Report } from "../../report/report.ts";
import { faultOf } from "../messages.ts";
import type { AppStore } from "../store.ts";

const WRITERS = {
  pdf: { type: "application/pdf", write: (engine: Engine, validation: Validation) => engine.renderPdf(validation) },
  html: { type: "text/html", write: (engine: Engine, validation: Validation) => engine.renderHtml(validation) },
} as const;

/** Hands the report of a finished validation, in the reading that is open, to the browser as a download. */
export async function downloadReport(
  engine: Engine,
  store: AppStore,
  { validation, format }: { validation: Validation; format: keyof typeof WRITERS },
): Promise<void> {
  if (store.getState().exporting !== "nothing") return;
  store.setState({ exporting: format });
  const { type, write } = WRITERS[format];
  try {
    const content = await write(engine, inOpenReading(store, validation));
    save(new Blob([content], { type }), fileNameFor(validation, format));
  } catch (error) {
    store.setState({ fault: faultOf(error) });
  } finally {
    store.setState({ exporting: "nothing" });
  }
}

/** Hands a volume of the latest run to the browser as a download: the same bytes as the command line writes with `--maps`. */
export async function downloadVolume(
  engine: Engine,
  store: AppStore,
  { validation, name }: { validation: Validation; name: VolumeName },
): Promise<void> {
  if (store.getState().exporting !== "nothing") return;
  store.setState({ exporting: "volume" });
  try {
    const content = await engine.writeVolume(validation.mapId, name);
    if (content) save(new Blob([content]), `${stemOf(validation)}-${name}.mrc`);
    else store.setState({ announcement: "The latest run did not make this volume; run the checks again." });
  } catch (error) {
    store.setState({ fault: faultOf(error) });
  } finally {
    store.setState({ exporting: "nothing" });
  }
}

/** Hands the mirror image of the map to the browser as a download: the same bytes as `mapassay mirror` writes. */
export async function downloadMirrored(engine: Engine, store: AppStore, validation: Validation): Promise<void> {
  if (store.getState().exporting !== "nothing") return;
  store.setState({ exporting: "mirrored" });
  try {
    save(new Blob([await engine.writeMirrored(validation.mapId)]), `${stemOf(validation)}-mirrored.mrc`);
  } catch (error) {
    store.setState({ fault: faultOf(error) });
  } finally {
    store.setState({ exporting: "nothing" });
  }
}

/** The same bytes as the command line writes with `--json`. */
export function downloadJson(store: AppStore, validation: Validation): void {
  saveJson(inOpenReading(store, validation).report);
}

/** Hands a report to the browser as a download. */
export function saveJson(report: Report): void {
  save(new Blob([renderJson(report)], { type: "application/json" }), fileNameFor({ report }, "json"));
}

/** "emd_1997-report.pdf" for "emd_1997.map.gz". */
export function fileNameFor(validation: Pick<Validation, "report">, extension: "pdf" | "html" | "json"): string {
  return `${stemOf(validation)}-report.${extension}`;
}

function stemOf({ report }: Pick<Validation, "report">): string {
  return fileStem(report.input.fileName);
}

/** "emd_1997" for "emd_1997.map.gz". */
export function fileStem(fileName: string): string {
  return fileName.replace(/\.(gz|bz2|zip)$/i, "").replace(/\.[^.]+$/, "") || "map";
}

function inOpenReading(store: AppStore, validation: Validation): Validation {
  return { ...validation, report: { ...validation.report, reading: store.getState().reading } };
}

/** Hands a text to the browser as a download. */
export function saveText(text: string, { fileName, type }: { fileName: string; type: string }): void {
  save(new Blob([text], { type }), fileName);
}

/** Hands bytes to the browser as a download. */
export function save(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // The download has started by the next task; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
