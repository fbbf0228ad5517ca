import { readdirSync, readFileSync } from "node:fs";

/** The root of the repository. */
export const ROOT = new URL("../../", import.meta.url);

/** Markdown files that people read, by their path from the root. */
export function documents(): string[] {
  const inFolder = (folder: string) =>
    readdirSync(new URL(folder, ROOT))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}${name}`);
  return [...inFolder("./"), ...inFolder("docs/")].map((path) => path.replace(/^\.\//, ""));
}

export function readText(path: string): string {
  return readFileSync(new URL(path, ROOT), "utf8");
}

/** Targets of links and pictures, in their order; fenced code is left out. */
export function linksOf(markdown: string): string[] {
  return [...markdown.replace(/```[\s\S]*?```/g, "").matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
}

/** The anchor that a heading gets: lower case, blanks to hyphens, no punctuation. */
export function anchorOf(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "");
  return kept.trim().replace(/ /g, "-");
}

export function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1]!));
}

/** Long options such as --json, each once, sorted. */
export function optionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option))].sort();
}
