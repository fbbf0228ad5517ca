import { Button } from "@mantine/core";
import { formatLevel } from "../../core/format/numbers.ts";
import { findSharedCause } from "../../report/text/shared-cause.ts";
import { startSentence } from "../../report/text/words.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { shownRun } from "../state/run.ts";
import classes from "./ledger.module.css";

/** One cause behind two warnings, said once, and the remedy as a link. */
export function CauseNotice() {
  const report = useAppState((state) => shownRun(state.run).report);
  const reading = useAppState((state) => state.reading);
  const running = useAppState((state) => state.run.state === "running");
  const { runAt } = useActions();
  const cause = report && findSharedCause(report, reading);
  if (!cause) return null;
  const { finding, remedy } = cause;
  return (
    <section className={classes.cause} aria-label="Cause and remedy">
      <p>
        <b>0.a and 0.b may warn for one reason, the level.</b> {startSentence(finding)}.
      </p>
      {remedy && !running && (
        <Button variant="transparent" onClick={() => runAt(remedy.level)}>
          Run again at {formatLevel(remedy.level)}
        </Button>
      )}
    </section>
  );
}
