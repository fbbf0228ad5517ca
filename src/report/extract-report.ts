import { strFromU8, unzlibSync } from "fflate";
import { MapError } from "../core/errors.ts";
import { decodeBase64 } from "./base64.ts";
import { REPORT_ELEMENT, REPORT_PROPERTY } from "./embedding.ts";
import { readReport } from "./read-report.ts";
import type { Report } from "./report.ts";

/** A report with a thousand rows stays well below; more is no report of ours. */
const MOST_BYTES = 2 ** 26;

/**
 * The report that a file holds, whatever its form: PDF, HTML or JSON, told apart by how they begin. Only the data is
 * read, not the words and pictures around it. Allocates; pure.
 * @throws report.notAReport where the file is none, or is damaged
 */
export function extractReport(bytes: Uint8Array): Report {
  return readReport(extractJson(bytes));
}

/** The data that a file holds, not yet looked at: a report, or what is written in its place when a map is refused. */
export function extractJson(bytes: Uint8Array): unknown {
  return parse(findJson(bytes));
}

function findJson(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES) throw notAReport("The file is too large for a report.");
  const text = strFromU8(bytes, true);
  if (text.startsWith("%PDF-")) return fromPdf(text);
  const start = text
    .slice(0, 1024)
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (start.startsWith("{")) return strFromU8(bytes).replace(/^\ufeff/, "");
  if (start.startsWith("<")) return fromHtml(strFromU8(bytes));
  throw notAReport("The file is neither a PDF, HTML nor JSON file.");
}

function fromPdf(text: string): string {
  const held = between(text, `<${REPORT_PROPERTY}>`, `</${REPORT_PROPERTY}>`);
  const deflated = held === null ? null : decodeBase64(held);
  if (!deflated) throw notAReport("The PDF holds no report of MapAssay in its metadata.");
  try {
    return strFromU8(unzlibSync(deflated));
  } catch (cause) {
    throw notAReport("The report in the PDF’s metadata is damaged.", cause);
  }
}

function fromHtml(text: string): string {
  const json = between(text, `<script type="application/json" id="${REPORT_ELEMENT}">`, "</script>");
  if (json === null) throw notAReport("The HTML file holds no report of MapAssay.");
  return json;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw notAReport("The report’s JSON is damaged.", cause);
  }
}

function between(text: string, before: string, after: string): string | null {
  const from = text.indexOf(before);
  const to = text.indexOf(after, from + before.length);
  return from < 0 || to < 0 ? null : text.slice(from + before.length, to);
}

function notAReport(reason: string, cause?: unknown): MapError {
  return new MapError("report.notAReport", `${reason} Choose a report that MapAssay wrote.`, {}, cause);
}
