import { INK, INK_3, LINE, ON_MARK } from "../../colours.ts";
import type { Report } from "../../report.ts";
import { CONTENT_WIDTH, MARGIN, PAGE_HEIGHT } from "../page.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import { shorten } from "../sheet.ts";
import type { Pages } from "./pages.ts";

const SMALL: TextStyle = { face: "regular", size: 8.6, colour: INK_3 };
const NAME: TextStyle = { face: "serif", size: 11.25, colour: INK };
const RIGHT = MARGIN + CONTENT_WIDTH;
const BADGE = "#14222e";

/** Draws the running head and foot of every page. Call once, when all pages are there: the foot counts them. */
export function drawFrames(pages: Pages, report: Report): void {
  const { sheet } = pages;
  pages.heads.forEach((head, i) => {
    sheet.doc.setPage(i + 1);
    drawHead(sheet, head);
    drawFoot(sheet, report, `${i + 1} of ${pages.heads.length}`);
  });
}

/** The first and last characters of the file's hash, enough to tell files apart. */
export function shortHash({ input }: Report): string {
  return `${input.sha256.slice(0, 8)}…${input.sha256.slice(-8)}`;
}

function drawHead(sheet: Sheet, head: string): void {
  drawBadge(sheet);
  sheet.write("MapAssay", { x: MARGIN + 20, baseline: MARGIN + 4.5 }, NAME);
  sheet.write(head, { x: RIGHT, baseline: MARGIN + 4 }, { ...SMALL, align: "right" });
  sheet.line([MARGIN, MARGIN + 15], [RIGHT, MARGIN + 15], { colour: INK, width: 0.75 });
}

/** The sign of MapAssay: contours on an octagonal stamp. */
function drawBadge({ doc }: Sheet): void {
  const [x, y, unit] = [MARGIN, MARGIN - 6.5, 13.5 / 22] as const;
  const steps = [
    [8.8, 0],
    [5.6, 5.6],
    [0, 8.8],
    [-5.6, 5.6],
    [-8.8, 0],
    [-5.6, -5.6],
    [0, -8.8],
  ];
  doc.setFillColor(BADGE);
  doc.lines(
    steps.map((step) => step.map((length) => length * unit)),
    x + 6.6 * unit,
    y + unit,
    [1, 1],
    "F",
    true,
  );
  doc
    .setDrawColor(ON_MARK)
    .setFillColor(ON_MARK)
    .setLineWidth(1.25 * unit);
  doc.circle(x + 11 * unit, y + 11 * unit, 5.9 * unit, "S");
  doc.circle(x + 11 * unit, y + 11 * unit, 3.1 * unit, "S");
  doc.circle(x + 11 * unit, y + 11 * unit, unit, "F");
}

function drawFoot(sheet: Sheet, report: Report, number: string): void {
  const baseline = PAGE_HEIGHT - MARGIN + 16;
  sheet.line([MARGIN, baseline - 12], [RIGHT, baseline - 12], { colour: LINE });
  const hash = `\u2002·\u2002${shortHash(report)}`;
  const name = shorten(sheet, report.input.fileName, { width: 190 - sheet.width(hash, SMALL), style: SMALL });
  sheet.write(name + hash, { x: MARGIN, baseline }, SMALL);
  const reading = report.reading === "vrs" ? "VRS reading" : "corrected reading";
  sheet.write(reading, { x: (MARGIN + RIGHT) / 2 + 20, baseline }, { ...SMALL, align: "center" });
  sheet.write(number, { x: RIGHT, baseline }, { ...SMALL, align: "right" });
}
