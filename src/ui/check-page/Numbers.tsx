import { Table } from "@mantine/core";
import classes from "./check-page.module.css";
import type { NumberTable } from "./content/content.ts";

/** A table of numbers; those outside their criterion are bold and in the colour of a warning. */
export function Numbers({ table }: { table: NumberTable }) {
  return (
    <div className={classes.numbers}>
      <h3>{table.title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label={table.title}>
        <Table stickyHeader className={classes.table}>
          <thead>
            <tr>
              <td />
              {table.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {table.limits === "shown" && <th scope="col">allowed</th>}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, i) => (
                  <td key={table.head[i]} data-state={cell.state}>
                    {cell.text}
                  </td>
                ))}
                {table.limits === "shown" && <td className="quiet">{row.limit}</td>}
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
    </div>
  );
}
