import { Table } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Reading } from "../../checks/check.ts";
import type { Triple } from "../../core/volume/grid.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { samePlace } from "../surface/helices.ts";
import classes from "./check-page.module.css";
import type { Cell, NumberTable, TableRow } from "./content/content.ts";
import { Explained } from "./Explanation.tsx";
import { figuresOf } from "./figures.ts";

interface NumbersProps {
  readonly table: NumberTable;
  readonly reading: Reading;
  /** The tables of the other reading, whose numbers the explanations name too. */
  readonly others: readonly NumberTable[];
}

/** A table of numbers; those outside their criterion are bold and in the colour of a warning, and each explains itself. */
export function Numbers({ table, reading, others }: NumbersProps) {
  const voxel = useAppState((state) => state.view.voxel);
  return (
    <div className={classes.numbers}>
      <h3>{table.title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label={table.title}>
        <Table stickyHeader className={classes.table}>
          <thead>
            <tr>
              <td />
              {table.head.map((name, column) => (
                <th key={name} scope="col">
                  <Head table={table} column={column} />
                </th>
              ))}
              {table.limits === "shown" && <th scope="col">allowed</th>}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.label} data-place={row.place && samePlace(row.place, voxel) ? "crosshair" : undefined}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, column) => (
                  <td key={table.head[column]} data-state={cell.state}>
                    <Figure cell={cell} row={row} head={table.head} at={{ column, reading, others }} />
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

function Head({ table, column }: { table: NumberTable; column: number }) {
  const name = table.head[column]!;
  const number = table.headExplains?.[column];
  if (!number) return name;
  return (
    <Explained number={number} label={`${name}: what it is`} figures={{}}>
      {name}
    </Explained>
  );
}

interface FigureProps {
  readonly cell: Cell;
  readonly row: TableRow;
  readonly head: readonly string[];
  readonly at: { readonly column: number; readonly reading: Reading; readonly others: readonly NumberTable[] };
}

function Figure({ cell, row, head, at }: FigureProps) {
  if (row.place && at.column === 0) return <PlaceLink place={row.place} text={cell.text} />;
  if (row.explains === null) return cell.text;
  const which = head.length > 1 ? `${row.label}, ${head[at.column]}` : row.label;
  return (
    <Explained number={row.explains} label={`${which}: ${cell.text}`} figures={figuresOf({ cell, row }, at)}>
      {cell.text}
    </Explained>
  );
}

/** A voxel that the crosshair goes to. */
function PlaceLink({ place, text }: { place: Triple; text: string }) {
  const { goTo } = useActions();
  const isHere = useAppState((state) => samePlace(place, state.view.voxel));
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isHere && button.current) scrollInto(button.current);
  }, [isHere]);
  return (
    <button
      ref={button}
      type="button"
      className={classes.place}
      aria-label={`Go to voxel ${text}`}
      aria-current={isHere ? "location" : undefined}
      onClick={() => goTo(place)}
    >
      {text}
    </button>
  );
}

/** Scrolls the table, and nothing around it, until a row that was chosen elsewhere is in view. */
function scrollInto(button: HTMLElement): void {
  const region = button.closest("section");
  const row = button.closest("tr");
  if (!region || !row) return;
  const [shown, wanted] = [region.getBoundingClientRect(), row.getBoundingClientRect()];
  const head = region.querySelector("thead")?.getBoundingClientRect().height ?? 0;
  if (wanted.top < shown.top + head) region.scrollTop += wanted.top - shown.top - head;
  else if (wanted.bottom > shown.bottom) region.scrollTop += wanted.bottom - shown.bottom;
}
