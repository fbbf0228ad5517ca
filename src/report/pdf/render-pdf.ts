import { jsPDF } from "jspdf";
import type { CheckKey, CheckResult } from "../../checks/check.ts";
import type { ReportFigures } from "../figures.ts";
import type { Report } from "../report.ts";
import { partHeading } from "./blocks/heading.ts";
import type { ReportFonts } from "./fonts.ts";
import { registerFonts } from "./fonts.ts";
import type { Block } from "./layout/block.ts";
import { flow } from "./layout/flow.ts";
import { drawFrames } from "./layout/frame.ts";
import type { Pages } from "./layout/pages.ts";
import { addPage, resolveLinks, startPages } from "./layout/pages.ts";
import { appendixSection } from "./sections/appendix.ts";
import { bFactorSection } from "./sections/b-factor.ts";
import { backgroundSection } from "./sections/background.ts";
import type { Content } from "./sections/content.ts";
import { addBookmarks, drawContents } from "./sections/contents.ts";
import { drawFront } from "./sections/front.ts";
import { inputSection } from "./sections/input.ts";
import { localBFactorSection } from "./sections/local-b-factor.ts";
import { localOccupancySection } from "./sections/local-occupancy.ts";
import { maskSection } from "./sections/mask.ts";
import { massSection } from "./sections/mass.ts";
import { referencesSection } from "./sections/references.ts";
import { summarySection } from "./sections/summary.ts";
import { unmeasuredSection } from "./sections/unmeasured.ts";
import { createSheet } from "./sheet.ts";
import { PAGE_HEIGHT } from "./tokens.ts";

export interface PdfSource {
  readonly report: Report;
  readonly figures: ReportFigures;
  readonly fonts: ReportFonts;
}

type Section = (content: Content, result: CheckResult) => Block[];

const SECTIONS: Readonly<Partial<Record<CheckKey, Section>>> = {
  mass: massSection,
  mask: maskSection,
  background: backgroundSection,
  bFactor: bFactorSection,
  localBFactor: localBFactorSection,
  localOccupancy: localOccupancySection,
};

const CONTENTS_PAGE = 2;
/** Below this a part starts on the next page. */
const LAST_START = 0.6 * PAGE_HEIGHT;
/** PDF's form of a date; a report holds no clock, so that equal reports are equal files. */
const NO_DATE = "D:19700101000000+00'00'";

/**
 * The report as a PDF file: A4, with contents, links and bookmarks. Equal reports, figures and fonts give equal bytes
 * in Node and in browsers. Allocates the file; reads its arguments only. Needs neither a page nor a clock.
 */
export function renderPdf({ report, figures, fonts }: PdfSource): Uint8Array<ArrayBuffer> {
  const doc = createDocument(report);
  const content: Content = { report, figures, sheet: createSheet(doc, registerFonts(doc, fonts)) };
  const pages = startPages(content.sheet, "Level 0: the map alone");
  drawFront(pages, content);
  startPage(pages, "Contents");
  startPage(pages, "Summary");
  flow(pages, summarySection(content));
  startPart(pages, "1 Input data");
  flow(pages, inputSection(content));
  startPart(pages, "2 Level 0 analysis");
  flow(pages, [partHeading({ name: "analysis", title: "2\u2002Level 0 analysis" })]);
  for (const result of report.checks) flow(pages, (SECTIONS[result.key] ?? unmeasuredSection)(content, result));
  startPart(pages, "References and appendix");
  flow(pages, referencesSection(content.sheet));
  flow(pages, appendixSection(content));
  drawContents(pages, { page: CONTENTS_PAGE, content });
  resolveLinks(pages);
  addBookmarks(pages);
  drawFrames(pages, report);
  return new Uint8Array(doc.output("arraybuffer"));
}

function createDocument(report: Report): jsPDF {
  const doc = new jsPDF({ unit: "pt", format: "a4", compress: true, putOnlyUsedFonts: true, precision: 3 });
  doc.setCreationDate(NO_DATE);
  doc.setFileId(report.input.sha256.slice(0, 32).toUpperCase());
  doc.setLanguage("en-GB");
  doc.setDocumentProperties({ title: "Cryo-EM map validation report", creator: `MapAssay ${report.software.version}` });
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
