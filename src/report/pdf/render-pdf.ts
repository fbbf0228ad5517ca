import { jsPDF } from "jspdf";
import { writeDocument } from "../document/write-document.ts";
import type { ReportFigures } from "../figures.ts";
import type { Report } from "../report.ts";
import { embedPngAsIs } from "./embed-png.ts";
import type { ReportFonts } from "./fonts.ts";
import { registerFonts } from "./fonts.ts";
import { flow } from "./layout/flow.ts";
import { drawFrames } from "./layout/frame.ts";
import type { Pages } from "./layout/pages.ts";
import { addPage, resolveLinks, startPages } from "./layout/pages.ts";
import { reportMetadata } from "./metadata.ts";
import { PAGE_HEIGHT } from "./page.ts";
import type { Content } from "./sections/content.ts";
import { addBookmarks, fillContents } from "./sections/contents.ts";
import { drawFront } from "./sections/front.ts";
import { setPieces } from "./set-pieces.ts";
import { createSheet } from "./sheet.ts";

export interface PdfSource {
  readonly report: Report;
  readonly figures: ReportFigures;
  readonly fonts: ReportFonts;
}

/** Below this a part starts on the next page. */
const LAST_START = 0.78 * PAGE_HEIGHT;
/** PDF's form of a date; a report holds no clock, so that equal reports are equal files. */
const NO_DATE = "D:19700101000000+00'00'";

/**
 * The report as a PDF file: A4, with contents, links and bookmarks, and with the report's JSON in its metadata. Equal reports, figures and fonts give equal bytes
 * in Node and in browsers. Allocates the file; reads its arguments only. Needs neither a page nor a clock.
 */
export function renderPdf({ report, figures, fonts }: PdfSource): Uint8Array<ArrayBuffer> {
  const doc = createDocument(report);
  const content: Content = { report, figures, sheet: createSheet(doc, registerFonts(doc, fonts)) };
  const pages = startPages(content.sheet, "Level 0: the map alone");
  drawFront(pages, content);
  for (const [i, { head, pieces }] of writeDocument(content).entries()) {
    if (i === 0) startPage(pages, head);
    else startPart(pages, head);
    flow(pages, setPieces(content, pieces));
  }
  fillContents(pages);
  resolveLinks(pages);
  addBookmarks(pages);
  drawFrames(pages, report);
  return new Uint8Array(doc.output("arraybuffer"));
}

function createDocument(report: Report): jsPDF {
  embedPngAsIs();
  const doc = new jsPDF({ unit: "pt", format: "a4", compress: true, putOnlyUsedFonts: true, precision: 3 });
  doc.setCreationDate(NO_DATE);
  doc.setFileId(report.input.sha256.slice(0, 32).toUpperCase());
  doc.setLanguage("en-GB");
  doc.setDocumentProperties({ title: "Cryo-EM map validation report", creator: `MapAssay ${report.software.version}` });
  doc.addMetadata(reportMetadata(report), true);
  doc.viewerPreferences({ DisplayDocTitle: true });
  return doc;
}

function startPage(pages: Pages, head: string): void {
  pages.head = head;
  addPage(pages);
}

/** A part begins on the page where the last one ended if that leaves it room, else on a fresh one. */
function startPart(pages: Pages, head: string): void {
  pages.head = head;
  if (pages.y > LAST_START) addPage(pages);
}
