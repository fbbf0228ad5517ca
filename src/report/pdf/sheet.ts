import type { jsPDF } from "jspdf";
import type { Coverage, Face } from "./fonts.ts";
import { printable } from "./fonts.ts";

/** How a piece of text looks; size in points. */
export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
}

export type Align = "left" | "center" | "right";

/** The pages of the document with the few strokes that the report needs. All lengths in points, y downwards from the top. */
export interface Sheet {
  readonly doc: jsPDF;
  /** Width of the text as it will be printed. */
  width(text: string, style: TextStyle): number;
  write(text: string, at: { x: number; baseline: number }, style: TextStyle & { align?: Align }): void;
  line(from: Point, to: Point, stroke: Stroke): void;
  /** Straight lines through the points, as one path, so that dashes run on. */
  path(points: readonly Point[], stroke: Stroke): void;
}

export type Point = readonly [x: number, y: number];

export interface Stroke {
  readonly colour: string;
  readonly width?: number;
  /** Lengths of dash and gap; solid without. */
  readonly dash?: readonly [number, number];
}

/** A sheet over a document whose fonts are registered. Characters that a font lacks are replaced as they are written. */
export function createSheet(doc: jsPDF, coverage: Coverage): Sheet {
  const select = (style: TextStyle) => doc.setFont(style.face, "normal").setFontSize(style.size);
  const advances = new Map<string, number>();
  /** Of a character, in sizes; fonts are set without kerning. */
  const advanceOf = (face: Face, character: string) => {
    const key = face + character;
    const known = advances.get(key);
    if (known !== undefined) return known;
    const advance = doc.setFont(face, "normal").getStringUnitWidth(character);
    advances.set(key, advance);
    return advance;
  };
  const stroked = ({ colour, width = 0.5, dash }: Stroke) => {
    return doc
      .setDrawColor(colour)
      .setLineWidth(width)
      .setLineDashPattern(dash ? [...dash] : [], 0);
  };
  return {
    doc,
    width(text, { face, size }) {
      let width = 0;
      for (const character of printable(text, coverage[face])) width += advanceOf(face, character);
      return width * size;
    },
    write(text, { x, baseline }, style) {
      select(style).setTextColor(style.colour);
      doc.text(printable(text, coverage[style.face]), x, baseline, { align: style.align ?? "left" });
    },
    line([x0, y0], [x1, y1], stroke) {
      stroked(stroke).line(x0, y0, x1, y1).setLineDashPattern([], 0);
    },
    path(points, stroke) {
      const [[x0, y0] = [0, 0], ...rest] = points;
      const steps = rest.map(([x, y], i) => [x - points[i]![0], y - points[i]![1]]);
      stroked(stroke).lines(steps, x0, y0, [1, 1], "S").setLineDashPattern([], 0);
    },
  };
}

/** The text, or its beginning and end around "…", so that it is no wider than `width`. */
export function shorten(sheet: Sheet, text: string, { width, style }: { width: number; style: TextStyle }): string {
  const characters = Array.from(text);
  let kept = characters.length;
  let shown = text;
  while (kept > 2 && sheet.width(shown, style) > width) {
    kept--;
    const head = Math.ceil(kept / 2);
    shown = `${characters.slice(0, head).join("")}…${characters.slice(characters.length - (kept - head)).join("")}`;
  }
  return shown;
}
