import { Table } from "@mantine/core";
import type { PlotSpec } from "../../report/plots/plot.ts";
import { plotTable } from "../../report/plots/plot-table.ts";
import classes from "./plot.module.css";

/** Digits that a table shows; the CSV has them all. */
const DIGITS = 6;

/** The numbers of a plot, for those who would rather read them. */
export function PlotTable({ spec }: { spec: PlotSpec }) {
  const { head, rows } = plotTable(spec);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
    <section className={classes.scroll} tabIndex={0} aria-label={`${spec.description}, as a table`}>
      <Table stickyHeader>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((value, column) => (
                <td key={head[column]}>{value === null ? "–" : Number(value.toPrecision(DIGITS))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
