import { existsSync, readFileSync, writeFileSync } from "node:fs";

const page = new URL("../docs/performance.md", import.meta.url);
const HEAD = "# Performance\n\nWritten by `npm run bench -- --write`.";

/** Writes docs/performance.md. Sections that were not measured this time stay as they are; new ones follow. */
export function writePage(machine, sections) {
  const byTitle = new Map([...readSections(), ...sections.map((text) => [titleOf(text), text])]);
  writeFileSync(page, `${[HEAD, machine, ...byTitle.values()].join("\n\n")}\n`);
}

function readSections() {
  if (!existsSync(page)) return [];
  const [, ...sections] = readFileSync(page, "utf8")
    .trim()
    .split(/\n\n(?=## )/);
  return sections.map((text) => [titleOf(text), text]);
}

const titleOf = (text) => text.split("\n", 1)[0];
