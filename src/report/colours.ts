import type { Verdict } from "../checks/check.ts";

/** The light scheme of the design tokens, as the page has them. */
export const INK = "#12181e";
export const INK_2 = "#38424c";
export const INK_3 = "#55606b";
export const LINE = "#d8dee4";
export const EDGE = "#7b8693";
export const ACTION = "#1f4db0";
export const STAGE = "#e9edf0";
export const ON_MARK = "#ffffff";

export const CURVES = {
  "curve-1": "#0b5f9e",
  "curve-2": "#b4531a",
  "curve-3": "#12181e",
  "curve-4": "#7a3f98",
  "curve-5": "#4c7a1f",
  "curve-6": "#a0124a",
  "curve-7": "#6b7783",
  "curve-8": "#00756f",
} as const;

const QUIET = "#4c5762";
const VERDICTS: Readonly<Record<Verdict, string>> = {
  ok: "#035f80",
  warning: "#945000",
  notApplicable: QUIET,
  informative: QUIET,
  failed: "#8c1020",
};

/** Hue belongs to judged verdicts; the others are grey. */
export function verdictColour(verdict: Verdict): string {
  return VERDICTS[verdict];
}
