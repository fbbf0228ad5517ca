import { Button, FileButton, Progress, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { mergedRow, toCsv } from "../../report/merge-reports.ts";
import { saveText } from "../actions/export-report.ts";
import { useAppState } from "../app-context.tsx";
import { ReadingSwitch } from "../ledger/ReadingSwitch.tsx";
import { Plot } from "../plot/Plot.tsx";
import { ACCEPTED } from "../start/accepted.ts";
import { CompareTable } from "./CompareTable.tsx";
import classes from "./compare.module.css";
import { isAhead } from "./compared-map.ts";
import type { Comparison } from "./comparison.ts";
import { OVERLAYS, type Overlay, overlaidCurves } from "./curves.ts";
import { comparisonFinding } from "./words.ts";

/** Several maps side by side: one finding, a table, their curves over each other. */
export function ComparePage({ comparison }: { comparison: Comparison }) {
  const state = useStore(comparison.store);
  const reading = useAppState((app) => app.reading);
  return (
    <main className={classes.page} aria-label="Comparison">
      <header className={classes.head}>
        <h2 className="finding" aria-live="polite">
          {comparisonFinding(state, reading)}
        </h2>
        <Tools comparison={comparison} />
      </header>
      {state.maps.length === 0 ? (
        <p className={`two ${classes.words}`}>
          Each map is read for its header and a suggested level; type the resolution that each reports, then run the
          checks. One map at a time is in memory, and only results are kept.
        </p>
      ) : (
        <>
          <CompareTable comparison={comparison} />
          <Curves comparison={comparison} />
        </>
      )}
    </main>
  );
}

function Tools({ comparison }: { comparison: Comparison }) {
  const { maps, work } = useStore(comparison.store);
  const measured = maps.filter(({ report }) => report);
  const waiting = maps.some(isAhead);
  const csv = () => toCsv(measured.map(({ file, report }) => mergedRow(file.name, report)));
  const done = measured.length / (maps.length || 1);
  return (
    <div className={classes.tools}>
      {maps.length > 0 && <ReadingSwitch report={null} />}
      <FileButton multiple onChange={(files) => void comparison.add(files)} accept={ACCEPTED}>
        {(props) => (
          <Button {...props} variant={maps.length === 0 ? "filled" : "default"}>
            {maps.length === 0 ? "Choose files" : "Add maps"}
          </Button>
        )}
      </FileButton>
      {measured.length > 0 && (
        <Button variant="default" onClick={() => saveText(csv(), { fileName: "comparison.csv", type: "text/csv" })}>
          Table as CSV
        </Button>
      )}
      {work === "none" ? (
        waiting && <Button onClick={comparison.run}>Run the checks</Button>
      ) : (
        <Button variant="default" onClick={comparison.cancel}>
          Cancel
        </Button>
      )}
      {work === "measuring" && <Progress className={classes.progress} value={100 * done} aria-label="Measured maps" />}
    </div>
  );
}

const OTHERS = ["massCurve", "histogram"] as const;

/** Guinier curves, and beside them mass curves or histograms. */
function Curves({ comparison }: { comparison: Comparison }) {
  const [other, setOther] = useState<(typeof OTHERS)[number]>("massCurve");
  return (
    <section className={classes.curves} aria-label="Curves over each other">
      <div>
        <h3>{OVERLAYS.guinier}</h3>
        <Overlaid comparison={comparison} overlay="guinier" />
      </div>
      <div>
        <SegmentedControl
          aria-label="Which curves"
          value={other}
          onChange={(value) => setOther(value as (typeof OTHERS)[number])}
          data={OTHERS.map((value) => ({ value, label: OVERLAYS[value] }))}
        />
        <Overlaid comparison={comparison} overlay={other} />
      </div>
    </section>
  );
}

function Overlaid({ comparison, overlay }: { comparison: Comparison; overlay: Overlay }) {
  const { maps } = useStore(comparison.store);
  const spec = useMemo(() => overlaidCurves(maps, overlay), [maps, overlay]);
  return spec ? <Plot spec={spec} /> : <p className="two">{OVERLAYS[overlay]} need a map that has been measured.</p>;
}
