import { Button } from "@mantine/core";
import { Suspense } from "react";
import { useActions, useAppState } from "../app-context.tsx";
import { lazyPart } from "../lazy-part.ts";
import { shownRun } from "../state/run.ts";
import classes from "./ledger.module.css";

const VolumesMenu = lazyPart(() => import("./VolumesMenu.tsx").then((part) => part.VolumesMenu));

/** The report as files; they open when the run has ended. */
export function Exports({ size }: { size: "full" | "short" }) {
  const { downloadReport, downloadJson } = useActions();
  const state = useAppState(({ run }) => shownRun(run).state);
  const report = useAppState(({ run }) => shownRun(run).report);
  const exporting = useAppState((app) => app.exporting);
  if (state === "cancelled" || state === "failed") return null;
  const ready = state === "done";
  return (
    <section className={classes.exports} aria-label="Report">
      {!ready && size === "full" && <span className="two">Exports open when the run ends.</span>}
      <Button
        {...(!ready && { className: "push", variant: "default" })}
        disabled={!ready}
        loading={exporting === "pdf"}
        onClick={() => downloadReport("pdf")}
      >
        PDF report
      </Button>
      <Button variant="default" disabled={!ready} loading={exporting === "html"} onClick={() => downloadReport("html")}>
        HTML
      </Button>
      <Button variant="default" disabled={!ready} onClick={downloadJson}>
        JSON
      </Button>
      {ready && report && (
        <Suspense fallback={null}>
          <VolumesMenu report={report} />
        </Suspense>
      )}
    </section>
  );
}
