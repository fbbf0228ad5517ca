import { useAppState } from "../app-context.tsx";
import { shownRun } from "../state/run.ts";
import { CheckRow } from "./CheckRow.tsx";
import classes from "./ledger.module.css";
import { ledgerRows } from "./model.ts";

/** The checks in the report's order, never sorted by severity. */
export function CheckList({ size }: { size: "full" | "short" }) {
  const run = useAppState((state) => shownRun(state.run));
  const reading = useAppState((state) => state.reading);
  const open = useAppState((state) => state.openCheck);
  return (
    <ul className={classes.checks}>
      {ledgerRows(run, reading).map((row) => (
        <CheckRow
          key={row.key}
          row={row}
          reading={reading}
          step={row.state === "running" ? run.step : null}
          open={row.key === open ? "open" : "closed"}
          size={size}
        />
      ))}
    </ul>
  );
}
