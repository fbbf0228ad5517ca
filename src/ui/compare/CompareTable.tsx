import { Table, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useStore } from "zustand";
import { useAppState } from "../app-context.tsx";
import { CompareRow } from "./CompareRow.tsx";
import { COLUMNS, type Column, type Sorting, sorted } from "./columns.ts";
import classes from "./compare.module.css";
import type { Comparison } from "./comparison.ts";

/** One row a map; a click on a column's name sorts by it, another one the other way round. */
export function CompareTable({ comparison }: { comparison: Comparison }) {
  const { maps } = useStore(comparison.store);
  const reading = useAppState((state) => state.reading);
  const [sorting, setSorting] = useState<Sorting>({ column: "", direction: "ascending" });
  const sortBy = (column: string) =>
    setSorting((last) => ({
      column,
      direction: last.column === column && last.direction === "ascending" ? "descending" : "ascending",
    }));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label="Compared maps">
        <Table className={classes.table}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <Head key={column.key} column={column} sorting={sorting} onSort={sortBy} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted(maps, sorting, reading).map((map) => (
              <CompareRow key={map.id} map={map} place={maps.indexOf(map)} comparison={comparison} />
            ))}
          </tbody>
        </Table>
      </section>
      <p className={`small quiet ${classes.note}`}>
        Bold amber: outside its criterion. In brackets: measured, not judged. A map’s name opens its own page.
      </p>
    </>
  );
}

interface HeadProps {
  readonly column: Column;
  readonly sorting: Sorting;
  readonly onSort: (column: string) => void;
}

function Head({ column: { key, head, align }, sorting, onSort }: HeadProps) {
  const sortedHere = sorting.column === key;
  const arrow = sorting.direction === "ascending" ? "↑" : "↓";
  return (
    <th scope="col" data-align={align} aria-sort={sortedHere ? sorting.direction : "none"}>
      <UnstyledButton className={classes.sort} onClick={() => onSort(key)}>
        {head} <span aria-hidden="true">{sortedHere ? arrow : ""}</span>
      </UnstyledButton>
    </th>
  );
}
