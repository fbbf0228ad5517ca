import { Table } from "@mantine/core";
import { type Comparison, isIdentical } from "../../report/compare-reports.ts";
import { comparisonFinding, comparisonRemarks, comparisonRows, valueText } from "../../report/text/comparison.ts";
import { Mark } from "../hallmark/Mark.tsx";
import classes from "./referee.module.css";

/** Rows shown; a different map differs in every number. */
const MOST_ROWS = 100;

/** "Identical", or every value that differs, recorded and found side by side. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const rows = comparisonRows(comparison);
  const title = "Values that differ";
  return (
    <div className={classes.outcome}>
      <div className="row">
        <Mark state={isIdentical(comparison) ? "ok" : "warning"} label="" />
        <h2 className={classes.finding}>{comparisonFinding(comparison)}</h2>
      </div>
      {comparisonRemarks(comparison).map((remark) => (
        <p key={remark} className="two">
          {remark}
        </p>
      ))}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
        <section className={classes.scroll} tabIndex={0} aria-label={title}>
          <Table stickyHeader>
            <thead>
              <tr>
                <th scope="col">Value</th>
                <th scope="col">Report</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, MOST_ROWS).map(({ path, recorded, found }) => (
                <tr key={path}>
                  <th scope="row">{path}</th>
                  <td>{valueText(recorded)}</td>
                  <td>{valueText(found)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      )}
      {rows.length > MOST_ROWS && <p className="small quiet">The first {MOST_ROWS} are listed.</p>}
    </div>
  );
}
