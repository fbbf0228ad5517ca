import { checkTitle, findingSentence, unjudgedSentence, verdictWords } from "../../findings.ts";
import { formatLevel } from "../../../core/format/numbers.ts";
import { frontFacts } from "../../text/facts.ts";
import { drawMark } from "../blocks/mark.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Pages } from "../layout/pages.ts";
import { breakLines, drawLine } from "../layout/rich-text.ts";
import { drawPicture, slicePictures, surfacePictures } from "../pictures.ts";
import type { TextStyle } from "../sheet.ts";
import { shorten } from "../sheet.ts";
import { CONTENT_WIDTH, INK, INK_2, INK_3, LINE, MARGIN, PAGE_HEIGHT, SLICE, STAGE, verdictColour } from "../tokens.ts";
import type { Content } from "./content.ts";

const SMALL: TextStyle = { face: "regular", size: 8.8, colour: INK_3 };
const LEAD: TextStyle = { face: "serif", size: 12.5, colour: INK_2 };
const RIGHT = MARGIN + CONTENT_WIDTH;
const FACTS_WIDTH = 225;
const SURFACE_HEIGHT = 236;
const STRIP_HEIGHT = 126;

/** The first page: the finding, the marks of the eight checks, how the map looks, and what identifies it. */
export function drawFront(pages: Pages, content: Content): void {
  let y = drawTitle(pages, content);
  y = drawHallmark(pages, content, y + 16);
  drawFacts(pages, content, y + 18);
  y = drawSurface(pages, content, y + 18);
  drawStrip(pages, content, y + 14);
  drawProvenance(pages);
}

function drawTitle(pages: Pages, { report, sheet }: Content): number {
  const top = MARGIN + 42;
  sheet.write("Cryo-EM map validation report", { x: MARGIN, baseline: top + 6 }, SMALL);
  const title = report.input.title ?? report.input.fileName;
  const size = [30, 22, 17].find((points) => sheet.width(title, { ...LEAD, size: points }) <= CONTENT_WIDTH) ?? 17;
  const style: TextStyle = { face: "serif", size, colour: INK };
  const lines = breakLines(sheet, [{ text: shorten(sheet, title, { width: 1.9 * CONTENT_WIDTH, style }) }], { width: CONTENT_WIDTH, style });
  lines.forEach((line, i) => drawLine(pages, line, { x: MARGIN, baseline: top + 12 + (i + 1) * 1.12 * size }));
  const lead = paragraph(sheet, `${findingSentence(report, report.reading)}. ${unjudgedSentence(report, report.reading)}`, {
    style: LEAD,
    width: 0.92 * CONTENT_WIDTH,
  });
  const y = top + 22 + lines.length * 1.12 * size;
  lead.draw(pages, y);
  return y + lead.height;
}

function drawHallmark({ sheet }: Pages, { report }: Content, y: number): number {
  const cell = CONTENT_WIDTH / report.checks.length;
  const bottom = y + 88;
  for (const edge of [y, bottom]) sheet.line([MARGIN, edge], [RIGHT, edge], { colour: INK, width: 0.75 });
  report.checks.forEach((result, i) => {
    const x = MARGIN + i * cell + (i === 0 ? 0 : 6);
    const verdict = result.status[report.reading];
    if (i > 0) sheet.line([x - 6, y], [x - 6, bottom], { colour: LINE });
    drawMark(sheet, verdict, { x, y: y + 10, size: 19, letter: result.id.slice(2) });
    const title: TextStyle = { face: "regular", size: 8.6, colour: INK };
    const words: TextStyle = { face: "bold", size: 7.8, colour: verdictColour(verdict) };
    const lineOf = (text: string, style: TextStyle) => breakLines(sheet, [{ text }], { width: cell - 8, style });
    lineOf(checkTitle(result.key), title).forEach((line, k) => {
      for (const { x: dx, text } of line) sheet.write(text, { x: x + dx, baseline: y + 42 + 11 * k }, title);
    });
    lineOf(verdictWords(result, report.reading), words).forEach((line, k) => {
      for (const { x: dx, text } of line) sheet.write(text, { x: x + dx, baseline: y + 65 + 9.5 * k }, words);
    });
  });
  return bottom;
}

function drawFacts(pages: Pages, { report, sheet }: Content, y: number): void {
  const left = RIGHT - FACTS_WIDTH;
  const name: TextStyle = { face: "regular", size: 9.2, colour: INK_3 };
  const row = 22;
  const facts = frontFacts(report);
  facts.forEach(([label, value], i) => {
    const baseline = y + i * row + 10;
    sheet.write(label, { x: left, baseline }, name);
    const style: TextStyle = { ...name, colour: INK };
    const width = FACTS_WIDTH - sheet.width(label, name) - 8;
    sheet.write(shorten(sheet, value, { width, style }), { x: RIGHT, baseline }, { ...style, align: "right" });
    sheet.line([left, baseline + 7], [RIGHT, baseline + 7], { colour: LINE });
  });
  const end = y + facts.length * row + 14;
  sheet.write("SHA-256 of the file as given", { x: left, baseline: end }, SMALL);
  const hash: TextStyle = { face: "regular", size: 8.8, colour: INK };
  [0, 32].forEach((from, i) => {
    sheet.write(report.input.sha256.slice(from, from + 32), { x: left, baseline: end + 12 * (i + 1) }, hash);
  });
}

function drawSurface(pages: Pages, { report, figures, sheet }: Content, y: number): number {
  const width = CONTENT_WIDTH - FACTS_WIDTH - 24;
  const [picture] = surfacePictures(figures.surface);
  const level = formatLevel(report.input.contourLevel);
  if (picture) {
    const scale = Math.min(width / picture.width, SURFACE_HEIGHT / picture.height);
    const size = { width: picture.width * scale, height: picture.height * scale };
    drawPicture(sheet, picture, { x: MARGIN + (width - size.width) / 2, y: y + (SURFACE_HEIGHT - size.height) / 2, ...size });
  } else {
    sheet.doc.setFillColor(STAGE).rect(MARGIN, y, width, SURFACE_HEIGHT, "F");
  }
  const caption = picture ? `Isosurface at level ${level}.` : `No surface was drawn at level ${level}.`;
  sheet.write(caption, { x: MARGIN, baseline: y + SURFACE_HEIGHT + 12 }, { ...SMALL, colour: INK_2 });
  return y + SURFACE_HEIGHT + 12;
}

function drawStrip(pages: Pages, { figures, sheet }: Content, y: number): void {
  const pictures = slicePictures("maxVariance", figures.maxVariance);
  const cell = (CONTENT_WIDTH - 18) / 3;
  [2, 1, 0].forEach((axis, i) => {
    const picture = pictures[axis]!;
    const x = MARGIN + i * (cell + 9);
    sheet.doc.setFillColor(SLICE).rect(x, y, cell, STRIP_HEIGHT, "F");
    const scale = Math.min(cell / picture.width, STRIP_HEIGHT / picture.height);
    const size = { width: picture.width * scale, height: picture.height * scale };
    drawPicture(sheet, picture, { x: x + (cell - size.width) / 2, y: y + (STRIP_HEIGHT - size.height) / 2, ...size });
    drawTag(sheet, `${"XYZ".charAt(axis)} ${figures.maxVariance.indices?.[axis] ?? ""}`.trim(), { x: x + 4, y: y + 4 });
  });
  const caption = { ...SMALL, colour: INK_2 };
  sheet.write("Slices of largest variance.", { x: MARGIN, baseline: y + STRIP_HEIGHT + 12 }, caption);
}

function drawTag(sheet: Content["sheet"], text: string, { x, y }: { x: number; y: number }): void {
  const style: TextStyle = { face: "medium", size: 8, colour: "#ffffff" };
  sheet.doc.setFillColor(INK).rect(x, y, sheet.width(text, style) + 9, 14, "F");
  sheet.write(text, { x: x + 4.5, baseline: y + 10 }, style);
}

function drawProvenance(pages: Pages): void {
  const text =
    "Measured on the machine of whoever made this report; the map was not uploaded. Anyone who has the map can check every number: drop the JSON report and the map on MapAssay, or run mapassay verify.";
  const block = paragraph(pages.sheet, text, { style: { ...SMALL, colour: INK_2 } });
  block.draw(pages, PAGE_HEIGHT - MARGIN - 12 - block.height);
}
