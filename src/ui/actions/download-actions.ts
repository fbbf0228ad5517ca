import type { Engine, Validation, VolumeName } from "../../engine/engine.ts";
import type { AppStore } from "../store.ts";
import { downloadJson, downloadMirrored, downloadReport, downloadVolume } from "./export-report.ts";
import type { CheckRunner } from "./run-checks.ts";

/** What a visitor can do with a finished run: take it home. Nothing happens before a run has ended. */
export function createDownloadActions(engine: Engine, store: AppStore, runner: Pick<CheckRunner, "validation">) {
  const withValidation = async (download: (validation: Validation) => Promise<void> | void) => {
    const validation = runner.validation();
    if (validation) await download(validation);
  };

  return {
    downloadReport: (format: "pdf" | "html") =>
      withValidation((validation) => downloadReport(engine, store, { validation, format })),
    downloadVolume: (name: VolumeName) =>
      withValidation((validation) => downloadVolume(engine, store, { validation, name })),
    downloadMirrored: () => withValidation((validation) => downloadMirrored(engine, store, validation)),
    downloadJson: () => withValidation((validation) => downloadJson(store, validation)),
  };
}
