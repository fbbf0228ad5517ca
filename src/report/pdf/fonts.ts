import { strFromU8 } from "fflate";
import type { jsPDF } from "jspdf";
import { readCoverage } from "./cmap.ts";

/** The faces of the report: Inter for what the instrument says of itself, Source Serif 4 for heads and for what it found. */
export const FACES = ["regular", "medium", "bold", "serif", "serifText"] as const;
export type Face = (typeof FACES)[number];

/** TrueType files with glyf outlines (no variable fonts, no CFF), one a face. */
export type ReportFonts = Readonly<Record<Face, Uint8Array>>;

/** Where those files are, an address or a path a face. */
export type FontFiles = Readonly<Record<Face, string>>;

export type Coverage = Readonly<Record<Face, ReadonlySet<number>>>;

const STAND_IN = "?";

/** Gives the fonts to the document and tells what they cover; copies the bytes. */
export function registerFonts(doc: jsPDF, fonts: ReportFonts): Coverage {
  for (const face of FACES) {
    doc.addFileToVFS(`${face}.ttf`, strFromU8(fonts[face], true));
    doc.addFont(`${face}.ttf`, face, "normal");
  }
  return {
    regular: readCoverage(fonts.regular),
    medium: readCoverage(fonts.medium),
    bold: readCoverage(fonts.bold),
    serif: readCoverage(fonts.serif),
    serifText: readCoverage(fonts.serifText),
  };
}

/** The text with "?" for every character that the font cannot draw, which jsPDF would drop without a word. */
export function printable(text: string, covered: ReadonlySet<number>): string {
  return Array.from(text.normalize("NFC"), (character) => {
    return covered.has(character.codePointAt(0)!) ? character : STAND_IN;
  }).join("");
}
