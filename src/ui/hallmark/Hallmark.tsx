import type { CheckResult, Reading } from "../../checks/check.ts";
import classes from "./hallmark.module.css";
import { Mark } from "./Mark.tsx";

/** The marks of one map in a row. */
export function Hallmark({ results, reading }: { results: readonly CheckResult[]; reading: Reading }) {
  return (
    <span className={classes.hallmark}>
      {results.map((result) => (
        <Mark key={result.key} state={result.status[reading]} check={result} />
      ))}
    </span>
  );
}
