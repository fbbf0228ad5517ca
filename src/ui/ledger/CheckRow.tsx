import { Progress, UnstyledButton } from "@mantine/core";
import type { Reading } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import { checkDetail, checkTitle, verdictWords } from "../../report/findings.ts";
import { startSentence } from "../../report/text/words.ts";
import { useActions } from "../app-context.tsx";
import { Mark } from "../hallmark/Mark.tsx";
import { QUESTIONS } from "../questions.ts";
import type { RunningStep } from "../state/run.ts";
import { Gauge } from "./Gauge.tsx";
import classes from "./ledger.module.css";
import { gaugeOf, type LedgerRow, timeLeft } from "./model.ts";

interface CheckRowProps {
  readonly row: LedgerRow;
  readonly reading: Reading;
  readonly step: RunningStep | null;
  readonly open: "open" | "closed";
  readonly size: "full" | "short";
}

/** One check in the ledger: its mark, its name, its deciding number and its verdict. */
export function CheckRow({ row, reading, step, open, size }: CheckRowProps) {
  const { openCheck } = useActions();
  const { result, state } = row;
  const id = CHECKS.find((check) => check.key === row.key)?.id;
  const content = (
    <>
      <Mark state={state} />
      <span className={classes.text}>
        <span className={classes.title}>
          <i>{id}</i> {checkTitle(row.key)}
        </span>
        {size === "full" && (
          <span className={classes.detail}>
            {result ? startSentence(checkDetail(result, reading)) : QUESTIONS[row.key]}
          </span>
        )}
      </span>
      <span className={classes.verdictColumn}>
        {result ? (
          <span className={classes.verdict} data-state={state}>
            {verdictWords(result, reading)}
          </span>
        ) : (
          <Standing state={state} step={step} />
        )}
        {result && size === "full" && <RowGauge row={row} reading={reading} />}
      </span>
    </>
  );
  if (!result) return <li className={classes.row}>{content}</li>;
  return (
    <li>
      <UnstyledButton
        className={classes.row}
        data-open={open === "open"}
        aria-current={open === "open" ? "true" : undefined}
        onClick={() => openCheck(open === "open" ? null : row.key)}
      >
        {content}
      </UnstyledButton>
    </li>
  );
}

function RowGauge({ row, reading }: { row: LedgerRow; reading: Reading }) {
  const gauge = row.result && gaugeOf(row.result, reading);
  if (!gauge || (row.state !== "ok" && row.state !== "warning")) return null;
  return <Gauge gauge={gauge} verdict={row.state} />;
}

function Standing({ state, step }: { state: LedgerRow["state"]; step: RunningStep | null }) {
  if (state !== "running") {
    return (
      <span className={classes.verdict} data-state="queued">
        {state === "cancelled" ? "Cancelled" : "Waiting"}
      </span>
    );
  }
  const left = step?.secondsLeft ?? null;
  return (
    <>
      <span className="small quiet">{left === null ? "Running" : timeLeft(left)}</span>
      <Progress className={classes.progress} value={100 * (step?.fraction ?? 0)} size={4} aria-label="This check" />
    </>
  );
}
