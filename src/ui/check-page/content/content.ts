import type { CheckResult, Reading } from "../../../checks/check.ts";
import type { Triple } from "../../../core/volume/grid.ts";
import type { PlotSpec } from "../../../report/plots/plot.ts";
import type { Parameters } from "../../state/parameters.ts";
import type { NumberKey } from "../explanations/explanations.ts";

/** A figure of a table; `outside` is one that breaks its criterion. */
export interface Cell {
  readonly text: string;
  readonly state: "plain" | "outside";
}

export interface TableRow {
  readonly label: string;
  /** What its numbers are, where they explain themselves; `null` where the heads of the columns do. */
  readonly explains: NumberKey | null;
  readonly cells: readonly Cell[];
  /** What is allowed, in words; empty where nothing is judged. */
  readonly limit: string;
  /** The voxel that the first cell names, to which the crosshair can go. */
  readonly place?: Triple;
}

/** Numbers of one reading. */
export interface NumberTable {
  readonly title: string;
  readonly head: readonly string[];
  /** What the numbers of each column are; `null` where the rows say it. */
  readonly headExplains: readonly NumberKey[] | null;
  readonly rows: readonly TableRow[];
  /** Whether the last column states limits. */
  readonly limits: "shown" | "none";
}

/** What the page of a check says: words and numbers of the open reading, all made here and drawn elsewhere. */
export interface CheckContent {
  readonly explanation: string;
  readonly tables: readonly NumberTable[];
  readonly plot: PlotSpec | null;
  readonly criterion: string;
  /** Where the two readings part, in a sentence; `null` where they do not. */
  readonly difference: string | null;
}

/** What a check's content is made from. */
export interface ContentRequest {
  readonly result: CheckResult;
  readonly reading: Reading;
  readonly parameters: Parameters;
}

export function plain(text: string): Cell {
  return { text, state: "plain" };
}

/** A figure that is marked where it breaks its criterion. */
export function judgedCell(text: string, breaks: boolean): Cell {
  return { text, state: breaks ? "outside" : "plain" };
}
