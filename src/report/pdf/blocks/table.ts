import { EDGE, INK, INK_3, LINE } from "../../colours.ts";
import type { Column } from "../../document/piece.ts";
import type { Block } from "../layout/block.ts";
import { linesHere } from "../layout/lines-here.ts";
import type { Pages } from "../layout/pages.ts";
import type { Run } from "../layout/rich-text.ts";
import { breakLines, drawLine } from "../layout/rich-text.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { TextStyle } from "../sheet.ts";
import { shorten } from "../sheet.ts";

/** A cell's text, its look where it differs from the table's, and where it leads. */
export type Cell = string | Run;

export interface TableOptions {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns of rows side by side, read downwards first. */
  readonly parts?: 1 | 2;
  readonly rowHeight?: number;
  readonly width?: number;
}

const HEAD: TextStyle = { face: "medium", size: 8.4, colour: INK_3 };
const CELL: TextStyle = { face: "regular", size: 9, colour: INK };
const HEAD_HEIGHT = 17;
const PART_GAP = 28;
const PADDING = 6;
/** Lines of a broken table on either page; shorter tables move as a whole. */
const FEWEST = 5;

/**
 * A table, which repeats its head where it goes on on another page; cells are one line, shortened in the middle where
 * they do not fit.
 */
export function table(options: TableOptions): Block {
  const { columns, rows, parts = 1, rowHeight = 16 } = options;
  const perPart = Math.ceil(rows.length / parts);
  const width = ((options.width ?? CONTENT_WIDTH) - PART_GAP * (parts - 1)) / parts;
  return {
    height: HEAD_HEIGHT + perPart * rowHeight,
    gap: 8,
    break(room) {
      const heights = Array.from({ length: perPart }, () => rowHeight);
      const lines = parts * linesHere(heights, { room: room - HEAD_HEIGHT, fewest: FEWEST });
      if (lines === 0) return null;
      return [table({ ...options, rows: rows.slice(0, lines) }), table({ ...options, rows: rows.slice(lines) })];
    },
    draw(pages, y) {
      for (let part = 0; part < parts; part++) {
        const x = MARGIN + part * (width + PART_GAP);
        drawPart(pages, { columns, rows: rows.slice(part * perPart, (part + 1) * perPart), rowHeight, x, y, width });
      }
    },
  };
}

interface Part extends Required<Pick<TableOptions, "columns" | "rows" | "rowHeight" | "width">> {
  readonly x: number;
  readonly y: number;
}

function drawPart(pages: Pages, part: Part): void {
  if (part.rows.length === 0) return;
  const { sheet } = pages;
  const { x, y, width, rowHeight } = part;
  const head = part.columns.map((column) => ({ text: column.head, ...HEAD }));
  drawRow(pages, part, { cells: head, baseline: y + 11 });
  sheet.line([x, y + HEAD_HEIGHT], [x + width, y + HEAD_HEIGHT], { colour: EDGE });
  part.rows.forEach((cells, i) => {
    const bottom = y + HEAD_HEIGHT + (i + 1) * rowHeight;
    drawRow(pages, part, { cells, baseline: bottom - 0.5 * rowHeight + 3.2 });
    sheet.line([x, bottom], [x + width, bottom], { colour: LINE });
  });
}

function drawRow(pages: Pages, part: Part, { cells, baseline }: { cells: readonly Cell[]; baseline: number }): void {
  const { sheet } = pages;
  const total = part.columns.reduce((sum, column) => sum + (column.share ?? 1), 0);
  let left = part.x;
  part.columns.forEach((column, i) => {
    const width = (part.width * (column.share ?? 1)) / total;
    const cell = cells[i] ?? "";
    const run: Run = typeof cell === "string" ? { text: cell } : cell;
    const style = { ...CELL, ...run };
    const text = shorten(sheet, run.text, { width: width - PADDING, style });
    const [line = []] = breakLines(sheet, [{ ...run, text }], { width, style: CELL });
    const x = column.align === "right" ? left + width - sheet.width(text, style) : left;
    drawLine(pages, line, { x, baseline });
    left += width;
  });
}
