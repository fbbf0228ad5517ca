import { INK, INK_2, verdictColour } from "../colours.ts";
import { figureAnchor } from "../document/number-figures.ts";
import type {
  ListItem,
  Paragraph,
  Piece,
  Plot,
  Slices,
  Subheading,
  Surfaces,
  Table,
  Words,
} from "../document/piece.ts";
import { spansOf } from "../document/piece.ts";
import { missingPicture, sliceLabels, VIEW_LABELS } from "../text/pictures.ts";
import { type FigureWords, pictureRow } from "./blocks/figure.ts";
import { checkHeading, label, partHeading } from "./blocks/heading.ts";
import { paragraph } from "./blocks/paragraph.ts";
import { plotFigure } from "./blocks/plot.ts";
import { table } from "./blocks/table.ts";
import type { Block } from "./layout/block.ts";
import type { Run } from "./layout/rich-text.ts";
import { breakLines, drawLine } from "./layout/rich-text.ts";
import { MARGIN } from "./page.ts";
import { slicePictures, surfacePictures } from "./pictures.ts";
import type { Content } from "./sections/content.ts";
import { contents } from "./sections/contents.ts";
import { legend } from "./sections/legend.ts";
import { summaryTable } from "./sections/summary-table.ts";
import type { Sheet, TextStyle } from "./sheet.ts";

const ABSTRACT: TextStyle = { face: "serifText", size: 11.6, colour: INK_2 };
const LIST_HEAD: TextStyle = { face: "serif", size: 12.5, colour: INK };
const ITEM: TextStyle = { face: "regular", size: 9.4, colour: INK_2 };
const MARKER_WIDTH = 26;
const LONG_ROWS = 50;

/** The pieces of a document as blocks of the PDF, in order. */
export function setPieces(content: Content, pieces: readonly Piece[]): Block[] {
  return pieces.flatMap((piece, i) => setPiece(content, piece, pieces[i - 1]?.kind));
}

function setPiece(content: Content, piece: Piece, before: Piece["kind"] | undefined): Block[] {
  const { sheet, report } = content;
  switch (piece.kind) {
    case "part":
      return [partHeading(piece)];
    case "check":
      return [checkHeading(piece.result, { ...piece, reading: report.reading })];
    case "subheading":
      return [subheading(sheet, piece)];
    case "paragraph":
      return [setParagraph(sheet, piece, before)];
    case "list":
      return piece.items.map((item) => listItem(sheet, item));
    case "table":
      return [setTable(piece)];
    case "checks":
      return [summaryTable(content)];
    case "contents":
      return [contents(piece)];
    case "legend":
      return legend(sheet);
    case "slices":
      return [setSlices(sheet, piece)];
    case "surfaces":
      return [setSurfaces(sheet, piece)];
    case "plot":
      return [plotFigure(sheet, figureWords(piece), piece)];
  }
}

function subheading(sheet: Sheet, { level, text }: Subheading): Block {
  if (level === "label") return label(sheet, text);
  return paragraph(sheet, text, { style: LIST_HEAD, gap: 16, placing: "withNext" });
}

function setParagraph(sheet: Sheet, { words, voice, keep, name }: Paragraph, before: Piece["kind"] | undefined): Block {
  const runs = runsOf(words);
  if (voice === "abstract") return paragraph(sheet, runs, { style: ABSTRACT, leading: 1.45 });
  if (voice === "cause") return causeNote(sheet, runs);
  const gap = { subheading: 2, table: 8, paragraph: 4 }[before as string] ?? 8;
  return paragraph(sheet, runs, { gap, ...(keep && { placing: keep }), ...(name && { anchor: name }) });
}

/** A note with a bar in the colour of warnings at its left. */
function causeNote(sheet: Sheet, runs: readonly Run[]): Block {
  const body = paragraph(sheet, runs, { indent: 10, gap: 12 });
  return {
    ...body,
    draw(pages, y) {
      body.draw(pages, y);
      sheet.line([MARGIN + 1, y], [MARGIN + 1, y + body.height], { colour: verdictColour("warning"), width: 2 });
    },
  };
}

function listItem(sheet: Sheet, { marker, words }: ListItem): Block {
  if (!marker) return paragraph(sheet, runsOf(words), { gap: 2 });
  const body = paragraph(sheet, runsOf(words), { indent: MARKER_WIDTH, gap: 2 });
  const [line = []] = breakLines(sheet, runsOf([marker]), { width: MARKER_WIDTH, style: ITEM });
  return {
    ...body,
    draw(pages, y) {
      body.draw(pages, y);
      drawLine(pages, line, { x: MARGIN, baseline: y + 9.95 });
    },
  };
}

function setTable({ columns, rows, length }: Table): Block {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : runsOf([cell])[0]!)));
  if (length !== "long") return table({ columns, rows: cells });
  return table({ columns, rows: cells, parts: rows.length > 8 ? 2 : 1, rowHeight: rows.length > LONG_ROWS ? 12 : 14 });
}

/** Three slices or projections with a caption, or a line that says that they are missing. */
function setSlices(sheet: Sheet, slices: Slices): Block {
  const { name, figure, caption } = slices;
  if (!figure) return paragraph(sheet, missingPicture(caption));
  const pictures = slicePictures(name, figure);
  return pictureRow(sheet, { ...figureWords(slices), pictures, labels: sliceLabels(figure.indices) });
}

function setSurfaces(sheet: Sheet, surfaces: Surfaces): Block {
  const pictures = surfacePictures(surfaces.name, surfaces.views);
  const { key } = surfaces;
  return pictureRow(sheet, { ...figureWords(surfaces), pictures, labels: VIEW_LABELS, ...(key && { key }) });
}

function figureWords({ name, number = 0, caption, keep }: Slices | Surfaces | Plot): FigureWords {
  return { anchor: figureAnchor(name), number, caption, placing: keep ? "inText" : "float" };
}

function runsOf(words: Words): Run[] {
  return spansOf(words).map(({ text, weight, verdict, target }) => ({
    text,
    ...(weight && { face: weight }),
    ...(verdict && { colour: verdictColour(verdict) }),
    ...(target && { target }),
  }));
}
