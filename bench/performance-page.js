import { existsSync, readFileSync, writeFileSync } from "node:fs";

const page = new URL("../docs/performance.md", import.meta.url);
const HEAD = "# Performance\n\nWritten by `npm run bench -- --write`.";

/** Puts a section into docs/performance.md, in the place of the one of the same title or else last. */
export function writeSection(machine, section) {
  const byTitle = new Map([...readSections(), section].map((text) => [titleOf(text), text]));
  writeFileSync(page, `${[HEAD, machine, ...byTitle.values()].join("\n\n")}\n`);
}

function readSections() {
  if (!existsSync(page)) return [];
  const [, ...sections] = readFileSync(page, "utf8")
    .trim()
    .split(/\n\n(?=## )/);
  return sections;
}

const titleOf = (text) => text.split("\n", 1)[0];
