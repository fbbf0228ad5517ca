import { formatLength } from "../../core/format/numbers.ts";

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A small whole number as a word; above twelve in figures. */
export function sayNumber(count: number): string {
  return WORDS[count] ?? String(count);
}

/** The text with its first letter in upper case. */
export function startSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text as a sentence: first letter in upper case, a full stop at the end. Empty stays empty. */
export function asSentence(text: string): string {
  if (text === "") return "";
  return startSentence(/[.?]$/.test(text) ? text : `${text}.`);
}

/** A count with its noun: "1 piece", "24 pieces". */
export function counted(figures: string, count: number, noun: string): string {
  return `${figures} ${noun}${count === 1 ? "" : "s"}`;
}

/** A resolution with the digits that it was reported with, at least one and at most two: "7.0 Å", "3.27 Å". */
export function resolutionText(resolution: number): string {
  const tenths = 10 * resolution;
  return formatLength(resolution, { decimals: Math.abs(tenths - Math.round(tenths)) < 1e-6 ? 1 : 2 });
}
