import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Rooms whose output must be the same bytes on every engine, at any time, in any locale. */
const DETERMINISTIC = ["src/core", "src/checks", "src/report", "workers"];

/** Functions of Math whose last bit differs between engines. */
const ENGINE_DEPENDENT =
  /\bMath\.(exp|expm1|log|log2|log10|log1p|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|pow|cbrt|hypot|random)\b/;
const CLOCK_OR_LOCALE = /\b(Date\.now|new Date|performance\.now|toLocale\w*|Intl\.|localeCompare)\b/;
/** Powers, but for those of BigInt and of literal 2, which are exact. */
const ENGINE_POWER = /(?<!\d+n )(?<!\b2 )\*\*|\b2 \*\* (?!-?\d)/;

function sources(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))
    .filter((path) => !path.includes("kernels/assembly/"));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

function offenders(pattern: RegExp): string[] {
  return DETERMINISTIC.flatMap(sources).filter((path) =>
    pattern.test(withoutComments(readFileSync(root + path, "utf8"))),
  );
}

describe("what reaches a result", () => {
  test("uses core/math in place of the engine's functions", () => expect(offenders(ENGINE_DEPENDENT)).toEqual([]));
  test("takes powers by multiplication or core/math", () => expect(offenders(ENGINE_POWER)).toEqual([]));
  test("asks neither clock nor locale", () => expect(offenders(CLOCK_OR_LOCALE)).toEqual([]));
  test("is looked for in files that exist", () => expect(DETERMINISTIC.flatMap(sources).length).toBeGreaterThan(100));
});
