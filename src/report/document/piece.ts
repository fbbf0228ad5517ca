import type { CheckResult, Verdict } from "../../checks/check.ts";
import type { PngViews, ReportFigures, SliceFigure } from "../figures.ts";
import type { PlotSpec } from "../plots/plot.ts";
import type { Report } from "../report.ts";

/** What a report is written from. */
export interface ReportSource {
  readonly report: Report;
  readonly figures: ReportFigures;
}

/** Where text leads: a place in the report, or an address. */
export type Target = { readonly anchor: string } | { readonly url: string };

/** Text of one look; `verdict` lends it that verdict's colour. */
export interface Span {
  readonly text: string;
  readonly weight?: "bold";
  readonly verdict?: Verdict;
  readonly target?: Target;
  /** Names a figure: the text becomes its number and a link to it once figures are numbered. */
  readonly figure?: string;
}

export type Words = string | readonly Span[];

/** A numbered part of the report, such as "1  Input data". */
export interface PartHeading {
  readonly kind: "part";
  /** The anchor that links lead to. */
  readonly name: string;
  readonly title: string;
}

/** The head of a check's section: mark, title, verdict. */
export interface CheckHeading {
  readonly kind: "check";
  readonly name: string;
  readonly title: string;
  readonly result: CheckResult;
}

/** A small head: `label` within a section, `list` above the warnings. */
export interface Subheading {
  readonly kind: "subheading";
  readonly level: "label" | "list";
  readonly text: string;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly words: Words;
  /** `abstract`: the finding, in serif. `cause`: a note beside the warnings. */
  readonly voice?: "abstract" | "cause";
  /** Stays on the page of what follows. */
  readonly keep?: "withNext";
  /** The anchor that links to it lead to. */
  readonly name?: string;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** Stands before the item, such as the number of a section. */
  readonly marker?: Span;
  readonly words: Words;
}

export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
  /** Share of the width, relative to the other columns. */
  readonly share?: number;
}

export type Cell = string | Span;

export interface Table {
  readonly kind: "table";
  /** What the table holds, for readers who cannot see it. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** `long`: rows may be set closer, and in two columns. */
  readonly length?: "long";
}

/** The table of all checks with both readings. */
export interface CheckTable {
  readonly kind: "checks";
}

/** The list of all parts and checks, each with a link to it. */
export interface Contents {
  readonly kind: "contents";
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry {
  readonly name: string;
  readonly title: string;
  /** 1 for a part, 2 for a check. */
  readonly level: 1 | 2;
}

/** What the marks and the two readings mean. */
export interface Legend {
  readonly kind: "legend";
}

/** What figures have in common. */
interface Figure {
  /** Text refers to the figure by it; it also names the pictures. */
  readonly name: string;
  /** Counted through the report, from 1, once all pieces are there. */
  readonly number?: number;
  /** Stays with the text before it; other figures may move to where there is room. */
  readonly keep?: "withText";
  readonly caption: string;
  /** What the picture lets one see of this map, for readers who cannot see it. */
  readonly finding: string;
}

/** Three slices or projections. */
export interface Slices extends Figure {
  readonly kind: "slices";
  /** Absent where it was not drawn. */
  readonly figure: SliceFigure | undefined;
}

/** The three views of an isosurface. */
export interface Surfaces extends Figure {
  readonly kind: "surfaces";
  readonly views: PngViews;
  /** What the ends of the colour ramp stand for; absent where the surface has one colour. */
  readonly key?: ColourKey;
}

export interface ColourKey {
  readonly low: string;
  readonly high: string;
}

export interface Plot extends Figure {
  readonly kind: "plot";
  readonly plot: PlotSpec;
}

/** A part of the report as plain data, which every renderer sets in its own way. */
export type Piece =
  | PartHeading
  | CheckHeading
  | Subheading
  | Paragraph
  | List
  | Table
  | CheckTable
  | Contents
  | Legend
  | Slices
  | Surfaces
  | Plot;

/** A small head within a section: "Explanation", "Results", "Criterion". */
export function label(text: string): Subheading {
  return { kind: "subheading", level: "label", text };
}

export function paragraph(words: Words, options: Pick<Paragraph, "voice" | "keep" | "name"> = {}): Paragraph {
  return { kind: "paragraph", words, ...options };
}

/** "Figure 7", with a link to it; in text about figures that may be missing, see {@link numberFigures}. */
export function figure(name: string): Span {
  return { text: "", figure: name };
}

/** Words as spans. */
export function spansOf(words: Words): readonly Span[] {
  return typeof words === "string" ? [{ text: words }] : words;
}
