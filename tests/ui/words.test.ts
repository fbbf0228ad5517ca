import { describe, expect, it } from "vitest";
import { MapError, toErrorRecord } from "../../src/core/errors.ts";
import { fileNameFor } from "../../src/ui/actions/export-report.ts";
import { bytesText, levelText, shortHash, shortName, voxelSizeText } from "../../src/ui/facts/model.ts";
import { axisText, diagnosisMark, headerFacts } from "../../src/ui/header-card/model.ts";
import { faultDetails, faultOf, isAbort } from "../../src/ui/messages.ts";
import { editableNumber, parseLength, parseNumber } from "../../src/ui/parameters/model.ts";
import { sampleOpenedMap } from "../support/fake-engine.ts";
import { sampleReport } from "../support/sample-report.ts";

describe("faults", () => {
  it("keep the error's own sentence and add what helps", () => {
    const fault = faultOf(new MapError("map.truncated", "The file ends early.", { expected: 4001024, found: 2636800 }));
    expect(fault).toMatchObject({ title: "Part of the map is missing", sentence: "The file ends early." });
    expect(fault.help.length).toBeGreaterThan(0);
    expect(faultDetails(fault)).toBe("map.truncated · expected 4001024 · found 2636800");
  });

  it("call what is no MapError a fault of our own", () => {
    expect(faultOf(new TypeError("x is undefined"))).toMatchObject({ code: "job.failed", sentence: "x is undefined" });
    expect(toErrorRecord("odd").code).toBe("job.failed");
  });

  it("know a cancelled step from a fault", () => {
    expect(isAbort(new DOMException("stop", "AbortError"))).toBe(true);
    expect(isAbort(new MapError("worker.died", "It died."))).toBe(false);
  });
});

describe("facts", () => {
  it("name voxel sizes, levels and files", () => {
    const grid = { box: [10, 10, 10], voxelSize: [1.06, 1.06, 1.06], origin: [0, 0, 0] } as const;
    expect(voxelSizeText(grid)).toBe("1.060\u00a0Å");
    expect(voxelSizeText({ ...grid, voxelSize: [1, 1, 2.5] })).toBe("1.000 × 1.000 × 2.500 Å");
    expect(levelText({ contourLevel: 0.6, contourSource: "suggested", resolution: null })).toBe("0.600 (suggested)");
    expect(bytesText(4_001_024)).toBe("3.82 MiB");
    expect(bytesText(840)).toBe("840 bytes");
    expect(shortHash(`1d9b73bf${"0".repeat(48)}f58b128f`)).toBe("1d9b73bf…f58b128f");
  });

  it("shorten a long name in the middle", () => {
    const name = `cryosparc_P12_J345_${"x".repeat(60)}_map_sharp.mrc`;
    expect(shortName(name)).toHaveLength(39);
    expect(shortName(name)).toMatch(/^cryosparc_P12.*…x*_map_sharp\.mrc$/);
  });

  it("read the header in words", () => {
    const facts = Object.fromEntries(headerFacts(sampleOpenedMap()).map(({ name, value }) => [name, value]));
    expect(facts).toMatchObject({ Axes: "x, y, z", Mode: "2, float32", Start: "−32, 0, 0", Box: "64 × 64 × 64" });
    expect(axisText([3, 2, 1])).toBe("z, y, x");
    expect(diagnosisMark({ code: "sound", severity: "info", message: "" })).toBe("ok");
    expect(diagnosisMark({ code: "bytes.extra", severity: "warning", message: "" })).toBe("warning");
  });

  it("name the report after the map", () => {
    const named = (fileName: string) => ({ report: sampleReport({ input: { fileName } }) });
    expect(fileNameFor(named("emd_1997.map.gz"), "pdf")).toBe("emd_1997-report.pdf");
    expect(fileNameFor(named(".mrc"), "json")).toBe("map-report.json");
  });
});

describe("number fields", () => {
  it.each([
    ["", null],
    [" 7.0 ", 7],
    ["7,5", 7.5],
    ["−0.02", -0.02],
    ["3.2e-5", 3.2e-5],
    ["seven", "invalid"],
  ])("read %j", (text, value) => expect(parseNumber(text)).toBe(value));

  it("take no length of zero or less", () => {
    expect([parseLength("0"), parseLength("-1"), parseLength("1.06")]).toEqual(["invalid", "invalid", 1.06]);
  });

  it("show numbers plainly for editing", () => {
    expect([editableNumber(null), editableNumber(1 / 3), editableNumber(12000)]).toEqual(["", "0.333333", "12000"]);
  });
});
