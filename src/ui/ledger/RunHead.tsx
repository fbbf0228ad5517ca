import { Button, Kbd, Progress } from "@mantine/core";
import { formatLevel } from "../../core/format/numbers.ts";
import { findingSentence, unjudgedSentence } from "../../report/findings.ts";
import type { Report } from "../../report/report.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { Hallmark } from "../hallmark/Hallmark.tsx";
import type { Run } from "../state/run.ts";
import classes from "./ledger.module.css";
import { donePercent, runningSentence, stepText, stoppedSentence } from "./model.ts";
import { ReadingSwitch } from "./ReadingSwitch.tsx";

/** What the checks found, or how far they are. */
export function RunHead({ size }: { size: "full" | "short" }) {
  const run = useAppState((state) => state.run);
  if (run.earlier?.report) return <AgainHead run={run} report={run.earlier.report} />;
  if (run.state === "running") return <RunningHead run={run} />;
  if (run.report) return <FoundHead report={run.report} size={size} />;
  return <StoppedHead run={run} />;
}

function FoundHead({ report, size }: { report: Report; size: "full" | "short" }) {
  const reading = useAppState((state) => state.reading);
  const unjudged = unjudgedSentence(report, reading);
  return (
    <section className={classes.head}>
      <h2 className={size === "full" ? "finding" : classes.shortFinding}>{findingSentence(report, reading)}</h2>
      {size === "full" && unjudged && <p className="two">{unjudged}</p>}
      <div className={classes.reading}>
        <ReadingSwitch report={report} />
        {size === "full" && <Hallmark results={report.checks} reading={reading} />}
      </div>
    </section>
  );
}

function RunningHead({ run }: { run: Run }) {
  return (
    <section className={classes.head}>
      <h2 className="finding">{runningSentence(run.results.length)}</h2>
      <p className="two">Results appear as each check ends; finished checks can be opened meanwhile.</p>
      <RunProgress run={run} />
    </section>
  );
}

/** A map that is measured again: what was found stays until the new results are whole. */
function AgainHead({ run, report }: { run: Run; report: Report }) {
  const reading = useAppState((state) => state.reading);
  const level = run.parameters?.contourLevel ?? null;
  return (
    <section className={classes.head}>
      <h2 className="finding">{findingSentence(report, reading)}</h2>
      <p className="two">Running again at {formatLevel(level)}; these results stay until it ends.</p>
      <RunProgress run={run} />
    </section>
  );
}

function RunProgress({ run }: { run: Run }) {
  const { cancelRun } = useActions();
  const percent = donePercent(run);
  return (
    <div className={classes.running}>
      <Progress value={percent} size={6} aria-label="All checks" />
      <span className="small two">
        {percent} %{run.step ? ` · ${stepText(run.step)}` : ""}
      </span>
      <Button variant="default" onClick={cancelRun} rightSection={<Kbd>Esc</Kbd>}>
        Cancel all
      </Button>
    </div>
  );
}

function StoppedHead({ run }: { run: Run }) {
  const { run: runAgain } = useActions();
  return (
    <section className={classes.head}>
      <h2 className="finding">{stoppedSentence(run)}</h2>
      <p className="two">
        Finished checks stay below. Nothing is counted, and no report is written from part of a run.
      </p>
      <div>
        <Button onClick={runAgain} rightSection={<Kbd>R</Kbd>}>
          Run again
        </Button>
      </div>
    </section>
  );
}
