import { describe, expect, test } from "vitest";
import { EXIT } from "../../src/cli/exit-status.ts";
import { USAGE } from "../../src/cli/usage.ts";
import { optionsIn, readText } from "./markdown.ts";

const COMMAND_LINE = readText("docs/command-line.md");
const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
const LIFECYCLE = /^(pre|post)/;

/** Scripts that a text calls: `npm run build`, `npm test`, `npm start`. */
function scriptsIn(text: string): string[] {
  const named = [...text.matchAll(/`npm (?:run )?([a-z0-9]+)/g)].map((match) => match[1]!);
  return [...new Set(named)];
}

describe("npm scripts", () => {
  test.each(["README.md", "CONTRIBUTING.md", "docs/command-line.md"])("%s names scripts that exist", (document) => {
    const named = scriptsIn(readText(document));
    expect(named).not.toEqual([]);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test("CONTRIBUTING.md names every script", () => {
    const ownScripts = Object.keys(scripts).filter((name) => !LIFECYCLE.test(name));
    expect(scriptsIn(readText("CONTRIBUTING.md")).sort()).toEqual(ownScripts.sort());
  });
});

describe("docs/command-line.md", () => {
  test("describes the options of the program's own usage, and no others", () => {
    expect(optionsIn(COMMAND_LINE)).toEqual(optionsIn(USAGE));
  });

  test("describes every command of the usage", () => {
    const commands = [...USAGE.matchAll(/^mapassay ([a-z]+)/gm)].map((match) => match[1]!);
    const described = [...COMMAND_LINE.matchAll(/^## mapassay ([a-z]+)/gm)].map((match) => match[1]!);
    expect(described).toEqual(commands);
  });

  test("lists every exit status", () => {
    const table = COMMAND_LINE.slice(COMMAND_LINE.indexOf("## Exit status"));
    const listed = [...table.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap((match) => match[1]!.split(", ").map(Number));
    expect(listed.sort((a, b) => a - b)).toEqual([...Object.values(EXIT)].sort((a, b) => a - b));
  });
});
