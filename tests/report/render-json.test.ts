import { describe, expect, it } from "vitest";
import { compareKeys } from "../../src/report/json-keys.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { sampleReport } from "../support/sample-report.ts";

/** The same data with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reversed(entry)]),
  );
}

function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysOf)];
}

describe("renderJson", () => {
  it("gives the same bytes whatever the order of keys", () => {
    const report = sampleReport();
    expect(renderJson(reversed(report) as object)).toBe(renderJson(report));
  });

  it("loses nothing", () => {
    const report = sampleReport();
    expect(JSON.parse(renderJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it("orders keys as the contract does", () => {
    const report = JSON.parse(renderJson(sampleReport({ input: { title: "A map", emdbId: "EMD-1" } })));
    expect(Object.keys(report)).toEqual([
      "schemaVersion",
      "software",
      "reading",
      "input",
      "figures",
      "checks",
      "score",
    ]);
    expect(Object.keys(report.software)).toEqual(["name", "version"]);
    expect(Object.keys(report.input).slice(-9)).toEqual([
      "voxelSizeSource",
      "contourLevel",
      "contourSource",
      "resolution",
      "title",
      "emdbId",
      "contourSuggestions",
      "statistics",
      "diagnosis",
    ]);
    expect(Object.keys(report.input.contourSuggestions[0])).toEqual([
      "level",
      "method",
      "version",
      "confidence",
      "reason",
    ]);
    expect(Object.keys(report.input.diagnosis[0])).toEqual(["code", "severity", "message"]);
    expect(Object.keys(report.checks[0])).toEqual(["id", "key", "title", "status", "warnings", "measurements"]);
    expect(Object.keys(report.checks[4])).toEqual([
      "id",
      "key",
      "title",
      "status",
      "warnings",
      "reason",
      "measurements",
    ]);
    expect(Object.keys(report.checks[1].measurements)).toEqual([
      "componentCount",
      "rawVoxels",
      "rawVolume",
      "components",
      "componentsTo95",
      "remaining",
      "corrected",
      "vrs",
      "massCurve",
      "constructed",
    ]);
    expect(Object.keys(report.checks[3].measurements.guinier[0])).toEqual([
      "inverseResolutionSquared",
      "lnAmplitude",
      "fitted",
      "corrected",
    ]);
  });

  it("knows every key of a report", () => {
    const unknown = "";
    expect(keysOf(sampleReport()).filter((key) => compareKeys(key, unknown) > 0)).toEqual([]);
  });

  it("puts keys that the contract does not name last, in code-unit order", () => {
    expect(renderJson({ zebra: 1, Ant: 2, score: 3 }, 0)).toBe('{"score":3,"Ant":2,"zebra":1}\n');
  });

  it.each([
    [Number.NaN, "null"],
    [Number.POSITIVE_INFINITY, "null"],
    [-0, "0"],
    [0.1 + 0.2, "0.30000000000000004"],
    [1e-7, "1e-7"],
    [1e21, "1e+21"],
  ])("writes %s as %s", (value, text) => {
    expect(renderJson({ mean: value }, 0)).toBe(`{"mean":${text}}\n`);
  });

  it("writes typed arrays as lists and leaves out what is undefined", () => {
    expect(renderJson({ counts: new Float32Array([0.5, 2]), reason: undefined }, 0)).toBe('{"counts":[0.5,2]}\n');
  });

  it("ends with one line break and indents as told", () => {
    expect(renderJson({ score: 1 })).toBe('{\n  "score": 1\n}\n');
    expect(renderJson({ score: 1 }, 4)).toBe('{\n    "score": 1\n}\n');
  });
});
