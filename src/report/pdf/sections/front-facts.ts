import { ACTION, INK, INK_3, LINE } from "../../colours.ts";
import { frontFacts } from "../../text/facts.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { TextStyle } from "../sheet.ts";
import { shorten } from "../sheet.ts";
import type { Content } from "./content.ts";

const NAME: TextStyle = { face: "regular", size: 9.2, colour: INK_3 };
const VALUE: TextStyle = { face: "regular", size: 9.2, colour: INK };
const HASH: TextStyle = { face: "regular", size: 8.8, colour: INK };
const RIGHT = MARGIN + CONTENT_WIDTH;
/** Rows are set closer where the entry is named too. */
const ROW = { few: 21, many: 19.5 };
const FEW = 8;
const HALF_HASH = 32;

/** The facts of the map at the right of the page, and the hash that tells it from every other file. */
export function drawFrontFacts({ sheet, report }: Content, { y, width }: { y: number; width: number }): void {
  const left = RIGHT - width;
  const facts = frontFacts(report);
  const row = facts.length > FEW ? ROW.many : ROW.few;
  for (const [i, [name, value, url]] of facts.entries()) {
    const baseline = y + i * row + 10;
    sheet.write(name, { x: left, baseline }, NAME);
    const room = width - sheet.width(name, NAME) - 8;
    const shown = shorten(sheet, value, { width: room, style: VALUE });
    sheet.write(shown, { x: RIGHT, baseline }, { ...VALUE, ...(url && { colour: ACTION }), align: "right" });
    if (url) sheet.doc.link(RIGHT - sheet.width(shown, VALUE), baseline - 9, sheet.width(shown, VALUE), 12, { url });
    sheet.line([left, baseline + row / 3], [RIGHT, baseline + row / 3], { colour: LINE });
  }
  const end = y + facts.length * row + 14;
  sheet.write("SHA-256 of the file as given", { x: left, baseline: end }, { ...NAME, size: 8.8 });
  const { sha256 } = report.input;
  sheet.write(sha256.slice(0, HALF_HASH), { x: left, baseline: end + 12 }, HASH);
  sheet.write(sha256.slice(HALF_HASH), { x: left, baseline: end + 24 }, HASH);
}
