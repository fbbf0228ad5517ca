import { ACTION } from "../../colours.ts";
import type { Target } from "../../document/piece.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import type { Pages } from "./pages.ts";
import { linkTo } from "./pages.ts";

/** Text of one look within a paragraph; what it leaves out comes from the paragraph. */
export interface Run extends Partial<TextStyle> {
  readonly text: string;
  readonly target?: Target;
}

/** A part of a line, ready to draw at `x` from the line's start. */
interface Segment {
  readonly x: number;
  readonly width: number;
  readonly text: string;
  readonly style: TextStyle;
  readonly target?: Target | undefined;
}

export type Line = readonly Segment[];

interface Word {
  readonly text: string;
  readonly width: number;
  readonly run: Run;
  readonly style: TextStyle;
  /** What stands before it: lines break at blanks and cuts, not where two runs touch. */
  readonly before: "blank" | "cut" | "nothing";
}

/** Blanks at which a line may end: not before a unit. */
const BREAKS = / (?![%Åσ])/;

/** Runs from plain text or runs. */
export function toRuns(text: string | readonly Run[]): readonly Run[] {
  return typeof text === "string" ? [{ text }] : text;
}

/** Sets runs in lines of at most `width` points. Breaks at blanks; a word wider than a line breaks anywhere. */
export function breakLines(sheet: Sheet, runs: readonly Run[], { width, style }: { width: number; style: TextStyle }) {
  const lines: Line[] = [];
  let line: Word[] = [];
  let used = 0;
  for (const cluster of clustersOf(wordsOf(sheet, runs, { width, style }))) {
    const [first] = cluster;
    const blank = first?.before === "blank" && line.length > 0 ? sheet.width(" ", first.style) : 0;
    const taken = cluster.reduce((sum, word) => sum + word.width, 0);
    if (line.length > 0 && used + blank + taken > width) {
      lines.push(toSegments(sheet, line));
      [line, used] = [[...cluster], taken];
    } else {
      line.push(...cluster);
      used += blank + taken;
    }
  }
  if (line.length > 0) lines.push(toSegments(sheet, line));
  return lines;
}

/** Words that touch, such as a link and the comma after it, which share a line. */
function clustersOf(words: readonly Word[]): Word[][] {
  const clusters: Word[][] = [];
  for (const word of words) {
    if (word.before === "nothing" && clusters.length > 0) clusters.at(-1)!.push(word);
    else clusters.push([word]);
  }
  return clusters;
}

/** Draws a line and makes its links live. */
export function drawLine(pages: Pages, line: Line, { x, baseline }: { x: number; baseline: number }): void {
  const { sheet } = pages;
  for (const segment of line) {
    const left = x + segment.x;
    sheet.write(segment.text, { x: left, baseline }, segment.style);
    if (!segment.target) continue;
    const { size } = segment.style;
    sheet.line([left, baseline + 1.5], [left + segment.width, baseline + 1.5], { colour: ACTION, width: 0.4 });
    const area = [left, baseline - size, segment.width, 1.4 * size] as const;
    if ("url" in segment.target) sheet.doc.link(...area, { url: segment.target.url });
    else linkTo(pages, segment.target.anchor, { area });
  }
}

function wordsOf(sheet: Sheet, runs: readonly Run[], { width, style }: { width: number; style: TextStyle }): Word[] {
  const words: Word[] = [];
  let before: Word["before"] = "nothing";
  for (const run of runs) {
    const { text, target, ...look } = run;
    const own: TextStyle = { ...style, ...(target ? { colour: ACTION } : {}), ...look };
    for (const [i, piece] of text.split(BREAKS).entries()) {
      if (i > 0) before = "blank";
      if (piece === "") continue;
      for (const part of pieces(sheet, piece, { width, style: own })) {
        words.push({ text: part, width: sheet.width(part, own), run, style: own, before });
        before = "cut";
      }
      before = "nothing";
    }
  }
  return words;
}

/** A word in pieces that fit a line each. */
function pieces(sheet: Sheet, word: string, { width, style }: { width: number; style: TextStyle }): string[] {
  if (sheet.width(word, style) <= width) return [word];
  const parts: string[] = [""];
  for (const character of word) {
    if (sheet.width(parts.at(-1)! + character, style) > width) parts.push("");
    parts[parts.length - 1] += character;
  }
  return parts;
}

/** Words of one run become one piece of text, so that the PDF can be searched and copied. */
function toSegments(sheet: Sheet, words: readonly Word[]): Line {
  const segments: Segment[] = [];
  let end = 0;
  let last: Word | undefined;
  for (const word of words) {
    const blank = word.before === "blank" && last ? " " : "";
    if (last?.run === word.run) {
      const before = segments.pop()!;
      const text = before.text + blank + word.text;
      segments.push({ ...before, text, width: sheet.width(text, word.style) });
    } else {
      const x = end + (blank === "" ? 0 : sheet.width(" ", word.style));
      segments.push({ x, width: word.width, text: word.text, style: word.style, target: word.run.target });
    }
    const tail = segments.at(-1)!;
    end = tail.x + tail.width;
    last = word;
  }
  return segments;
}
