import { Button, Kbd, Progress } from "@mantine/core";
import { findingSentence, unjudgedSentence } from "../../report/findings.ts";
import type { Report } from "../../report/report.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { Hallmark } from "../hallmark/Hallmark.tsx";
import type { Run } from "../store.ts";
import classes from "./ledger.module.css";
import { donePercent, runningSentence, stepText, stoppedSentence } from "./model.ts";
import { ReadingSwitch } from "./ReadingSwitch.tsx";

/** What the checks found, or how far they are. */
export function RunHead({ size }: { size: "full" | "short" }) {
  const run = useAppState((state) => state.run);
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
  const { cancelRun } = useActions();
  const percent = donePercent(run);
  return (
    <section className={classes.head}>
      <h2 className="finding">{runningSentence(run.results.length)}</h2>
      <p className="two">Results appear as each check ends; finished checks can be opened meanwhile.</p>
      <div className={classes.running}>
        <Progress value={percent} size={6} aria-label="All checks" />
        <span className="small two">
          {percent} %{run.step ? ` · ${stepText(run.step)}` : ""}
        </span>
        <Button variant="default" onClick={cancelRun} rightSection={<Kbd>Esc</Kbd>}>
          Cancel all
        </Button>
      </div>
    </section>
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
