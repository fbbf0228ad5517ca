import { describe, expect, it } from "vitest";
import { evaluateHand } from "../../src/checks/hand.ts";
import { evaluateLocalOccupancy } from "../../src/checks/local-occupancy.ts";
import { evaluateLocalResolution } from "../../src/checks/local-resolution.ts";
import { MapError } from "../../src/core/errors.ts";
import type { Engine, ValidationParameters } from "../../src/engine/engine.ts";
import { createApp } from "../../src/ui/app-context.tsx";
import { COLUMNS, sorted } from "../../src/ui/compare/columns.ts";
import type { ComparedMap } from "../../src/ui/compare/compared-map.ts";
import { createComparison } from "../../src/ui/compare/comparison.ts";
import { curveColour, overlaidCurves } from "../../src/ui/compare/curves.ts";
import { comparisonFinding, standingWords } from "../../src/ui/compare/words.ts";
import { createFakeEngine, sampleOpenedMap, sampleValidation } from "../support/fake-engine.ts";
import { handOf } from "../support/sample-hand.ts";
import { localOccupancyOf, localResolutionOf } from "../support/sample-local.ts";
import { sampleReport } from "../support/sample-report.ts";

/** Columns that the sample report has no value for, or that do not depend on the report. */
const WITHOUT_SAMPLE = ["name", "resolution", "localResolution", "localBFactor", "localOccupancy", "hand"];

const files = (...names: string[]) => names.map((name) => new File([], name));

/** An engine that writes down what it is asked to do, in order. */
function listing(answers: Partial<Engine> = {}) {
  const asked: string[] = [];
  const fake = createFakeEngine(answers);
  const engine: Engine = {
    ...fake,
    open: async (source, options) => {
      const name = "file" in source ? source.file.name : source.path;
      asked.push(`open ${name}`);
      return { ...(await fake.open(source, options)), id: name };
    },
    validate: (id, parameters, options) => {
      asked.push(`validate ${id} at ${parameters.contourLevel}, ${parameters.resolution} Å`);
      return fake.validate(id, parameters, options);
    },
    close: (id) => void asked.push(`close ${id}`),
  };
  return { engine, asked };
}

describe("several maps", () => {
  it("are read one after the other and closed before the next is opened", async () => {
    const { engine, asked } = listing();
    const comparison = createComparison(engine);
    await comparison.add(files("a.map", "b.map"));
    expect(asked).toEqual(["open a.map", "close a.map", "open b.map", "close b.map"]);
    expect(comparison.store.getState()).toMatchObject({
      work: "none",
      maps: [{ state: "read", parameters: { contourLevel: 0.12, contourSource: "suggested" } }, { state: "read" }],
    });
  });

  it("are measured with the level and resolution of each, and hold results and no map", async () => {
    const { engine, asked } = listing();
    const comparison = createComparison(engine);
    await comparison.add(files("a.map", "b.map"));
    asked.length = 0;
    const [a, b] = comparison.store.getState().maps;
    comparison.setParameters(a!.id, { resolution: 7 });
    comparison.setParameters(b!.id, { contourLevel: 0.2, contourSource: "user" });
    await comparison.run();
    expect(asked).toEqual([
      ...["open a.map", "validate a.map at 0.12, 7 Å", "close a.map"],
      ...["open b.map", "validate b.map at 0.2, null Å", "close b.map"],
    ]);
    expect(comparison.store.getState().maps.map(({ state, report }) => [state, report?.checks.length])).toEqual([
      ["done", 8],
      ["done", 8],
    ]);
  });

  it("go on after one that cannot be read, and say why it has no result", async () => {
    const open: Engine["open"] = async (source) => {
      if ("file" in source && source.file.name === "bad.map") throw new MapError("map.notAMap", "These are notes.");
      return sampleOpenedMap();
    };
    const { engine } = listing({ open });
    const comparison = createComparison(engine);
    await comparison.add(files("bad.map", "b.map"));
    await comparison.run();
    const [bad, good] = comparison.store.getState().maps;
    expect([bad!.state, good!.state]).toEqual(["failed", "done"]);
    expect(standingWords(bad!)).toBe("This file is not a density map. These are notes.");
  });

  it("stop when cancelled, keep what is done, and go on from there", async () => {
    let cancel = () => {};
    const validate = async (
      _id: string,
      parameters: ValidationParameters,
      { signal }: { signal?: AbortSignal } = {},
    ) => {
      if (parameters.contourLevel === 9) cancel();
      signal?.throwIfAborted();
      return sampleValidation();
    };
    const { engine, asked } = listing({ validate });
    const comparison = createComparison(engine);
    cancel = comparison.cancel;
    await comparison.add(files("a.map", "b.map"));
    const second = comparison.store.getState().maps[1]!.id;
    comparison.setParameters(second, { contourLevel: 9 });
    await comparison.run();
    expect(comparison.store.getState().maps.map(({ state }) => state)).toEqual(["done", "read"]);
    expect(asked.at(-1)).toBe("close b.map");
    cancel = () => {};
    await comparison.run();
    expect(comparison.store.getState().maps.map(({ state }) => state)).toEqual(["done", "done"]);
  });

  it("are taken on again by the next run where a worker died", async () => {
    const answers = [() => Promise.reject(new MapError("worker.died", "It died.")), async () => sampleValidation()];
    const comparison = createComparison(listing({ validate: () => answers.shift()!() }).engine);
    await comparison.add(files("a.map"));
    await comparison.run();
    expect(comparison.store.getState().maps[0]).toMatchObject({ state: "failed", fault: { code: "worker.died" } });
    await comparison.run();
    expect(comparison.store.getState().maps[0]).toMatchObject({ state: "done", fault: null });
  });

  it("lose a result whose level changes, and leave when removed", async () => {
    const comparison = createComparison(listing().engine);
    await comparison.add(files("a.map"));
    await comparison.run();
    const { id } = comparison.store.getState().maps[0]!;
    comparison.setParameters(id, { contourLevel: 0.3 });
    expect(comparison.store.getState().maps[0]).toMatchObject({ state: "read", report: null });
    comparison.remove(id);
    expect(comparison.store.getState().maps).toEqual([]);
  });
});

describe("the page", () => {
  it("compares several dropped maps, opens one of one, and measures that again where it had a result", async () => {
    const { sha256 } = sampleValidation().report.input;
    const { engine, asked } = listing({ open: async () => sampleOpenedMap({ sha256 }) });
    const { actions, store } = createApp(engine);
    await actions.openFiles(files("a.map", "b.map"));
    expect(store.getState()).toMatchObject({ work: "compare", map: null });
    const { comparison } = store.getState();
    await comparison!.run();
    asked.length = 0;
    await actions.openCompared(comparison!.store.getState().maps[1]!);
    expect(asked).toEqual(["open b.map", "validate b.map at 0.12, null Å"]);
    expect(store.getState()).toMatchObject({ work: "map", run: { state: "done" } });
    await actions.compare();
    expect(store.getState().comparison).toBe(comparison);
  });
});

/** Compared maps with a result each, told apart by their names. */
async function measuredMaps(...names: string[]): Promise<readonly ComparedMap[]> {
  const comparison = createComparison(createFakeEngine());
  await comparison.add(files(...names));
  await comparison.run();
  return comparison.store.getState().maps;
}

describe("the table", () => {
  it("sorts by every column both ways, with what has no value last", async () => {
    const maps = await measuredMaps("b.map", "a.map", "c.map");
    const unread: ComparedMap = { ...maps[2]!, report: null, facts: null };
    const shown = [maps[0]!, unread, { ...maps[1]!, parameters: { ...maps[1]!.parameters, resolution: 3 } }];
    const names = (column: string, direction: "ascending" | "descending") =>
      sorted(shown, { column, direction }, "corrected").map(({ file }) => file.name);
    expect(names("name", "ascending")).toEqual(["a.map", "b.map", "c.map"]);
    expect(names("name", "descending")).toEqual(["c.map", "b.map", "a.map"]);
    expect(names("resolution", "descending")).toEqual(["a.map", "b.map", "c.map"]);
    for (const { key } of COLUMNS.filter(({ key }) => !WITHOUT_SAMPLE.includes(key))) {
      expect([key, names(key, "ascending").at(-1)]).toEqual([key, "c.map"]);
      expect([key, names(key, "descending").at(-1)]).toEqual([key, "c.map"]);
    }
  });

  it("shows key numbers, and how they stand to their criteria", async () => {
    const [map] = await measuredMaps("a.map");
    const cells = new Map(
      COLUMNS.map(({ key, text, standing }) => [key, [text?.(map!, "corrected"), standing?.(map!, "corrected")]]),
    );
    expect(cells.get("box")).toEqual(["64³", undefined]);
    expect(cells.get("passes")![0]).toMatch(/^\d of \d$/);
    for (const key of ["decentering", "margin", "pieces", "overlap", "bFactor"]) {
      expect(cells.get(key)![0], key).toMatch(/^\(?[−\d]/);
      expect(["plain", "outside", "unjudged"]).toContain(cells.get(key)![1]);
    }
  });

  it("has a column for each local check and the hand, in brackets where it is not judged", async () => {
    const [map] = await measuredMaps("a.map");
    const resolution = evaluateLocalResolution(localResolutionOf({ finest: 7, spread: 2, reportedPercentile: 0 }), 3);
    const occupancy = evaluateLocalOccupancy(localOccupancyOf({ median: 0.8, spread: 0.4 }), { anisotropy: 1 });
    const hand = evaluateHand(handOf({ score: 0.97, outcome: "mirrored" }));
    const report = sampleReport({ checks: [resolution, occupancy, hand] });
    const cell = (key: string) => {
      const { text, standing } = COLUMNS.find((column) => column.key === key)!;
      return [text!({ ...map!, report }, "corrected"), standing!({ ...map!, report }, "corrected")];
    };
    expect(cell("localResolution")).toEqual(["8.0", "outside"]);
    expect(cell("localOccupancy")).toEqual(["(80)", "unjudged"]);
    expect(cell("hand")).toEqual(["0.97", "outside"]);
  });

  it("finds in words", async () => {
    const maps = await measuredMaps("a.map", "b.map");
    const say = (state: Partial<Parameters<typeof comparisonFinding>[0]>) =>
      comparisonFinding({ maps, work: "none", ...state }, "corrected");
    expect(say({ maps: [] })).toContain("Drop two or more");
    expect(say({})).toMatch(/of two maps pass(es)? every judged check$/);
    const busy = [maps[0]!, { ...maps[1]!, state: "measuring" as const }];
    expect(say({ maps: busy, work: "measuring" })).toBe("Measuring map 2 of 2");
    const ready = maps.map((map) => ({ ...map, report: null, state: "read" as const }));
    expect(say({ maps: ready })).toBe("Two maps are ready");
  });
});

describe("curves over each other", () => {
  it("are one a map, each in its colour, Guinier curves with zero where they are nearest to 20 Å", async () => {
    const maps = await measuredMaps("a.map", "b.map");
    const spec = overlaidCurves(maps, "guinier")!;
    expect(spec.curves.map(({ name, colour }) => [name, colour])).toEqual([
      ["a.map", "curve-1"],
      ["b.map", "curve-2"],
    ]);
    const { x, y } = spec.curves[0]!;
    const nearest = x.reduce((best, at, i) => (Math.abs(at - 1 / 400) < Math.abs(x[best]! - 1 / 400) ? i : best), 0);
    expect(y[nearest]).toBe(0);
    expect(y[0]).not.toBe(0);
    expect(curveColour(8)).toBe(curveColour(0));
  });

  it("are shares of all voxels, so that boxes of any size compare", async () => {
    const maps = await measuredMaps("a.map");
    const shares = overlaidCurves(maps, "histogram")!.curves[0]!.y.map((share) => share ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(overlaidCurves([], "massCurve")).toBeNull();
  });
});
