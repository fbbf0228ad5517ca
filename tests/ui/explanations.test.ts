import { describe, expect, it } from "vitest";
import { READINGS, type Reading } from "../../src/checks/check.ts";
import { HAND } from "../../src/checks/hand.ts";
import { failedCheck } from "../../src/checks/index.ts";
import { LOCAL_B_FACTOR } from "../../src/checks/local-b-factor.ts";
import { LOCAL_OCCUPANCY } from "../../src/checks/local-occupancy.ts";
import { LOCAL_RESOLUTION } from "../../src/checks/local-resolution.ts";
import { formatBFactor } from "../../src/core/format/numbers.ts";
import { REFERENCES } from "../../src/report/text/references.ts";
import { checkContent } from "../../src/ui/check-page/content/check-content.ts";
import { explainNumber, NUMBER_KEYS, type NumberKey } from "../../src/ui/check-page/explanations/explanations.ts";
import { inReading } from "../../src/ui/check-page/explanations/number-words.ts";
import { figuresOf } from "../../src/ui/check-page/figures.ts";
import { handOf } from "../support/sample-hand.ts";
import { localBFactorOf, localOccupancyOf, localResolutionOf } from "../support/sample-local.ts";
import { sampleReport } from "../support/sample-report.ts";

const PARAMETERS = { contourLevel: 0.12, contourSource: "user", resolution: 6.5 } as const;

const LOCAL = [
  {
    ...failedCheck(LOCAL_RESOLUTION, ""),
    measurements: localResolutionOf({ finest: 5, spread: 3, reportedPercentile: 20 }),
  },
  { ...failedCheck(LOCAL_B_FACTOR, ""), measurements: localBFactorOf({ median: -200, offset: -180 }) },
  { ...failedCheck(LOCAL_OCCUPANCY, ""), measurements: localOccupancyOf({ median: 0.8, spread: 0.3 }) },
  { ...failedCheck(HAND, ""), measurements: handOf({ score: 0.2 }) },
];

const tablesOf = (reading: Reading) =>
  [...sampleReport().checks, ...LOCAL].flatMap(
    (result) => checkContent({ result, reading, parameters: PARAMETERS })?.tables ?? [],
  );

describe("the words about numbers", () => {
  it("explain every number of every table, by its row or its column, and are all used", () => {
    const used = new Set<NumberKey>();
    for (const table of READINGS.flatMap(tablesOf)) {
      for (const key of table.headExplains ?? []) used.add(key);
      for (const { explains, label } of table.rows) {
        expect(explains !== null || table.headExplains !== null, `${table.title}: ${label}`).toBe(true);
        if (explains) used.add(explains);
      }
    }
    expect(NUMBER_KEYS.filter((key) => !used.has(key))).toEqual([]);
  });

  it.each(NUMBER_KEYS)("say all there is to say about %s", (key) => {
    const words = explainNumber(key);
    const texts = READINGS.flatMap((reading) => [
      inReading(words.formula, reading),
      ...(words.criterion === null ? [] : [inReading(words.criterion, reading)]),
    ]);
    for (const text of [words.name, words.definition, words.vrs, ...texts])
      expect(text.trim().length).toBeGreaterThan(3);
    for (const sentence of [words.definition, words.vrs]) expect(sentence).toMatch(/^[A-Z\d].*\.$/);
    expect(REFERENCES.map(({ name }) => name)).toContain(words.source);
  });

  it("state the limits that the checks use", () => {
    expect(explainNumber("decentering").criterion).toContain("At most 20 %");
    expect(explainNumber("overlap").criterion).toContain("0.75");
    expect(inReading(explainNumber("bFactor").criterion!, "vrs")).toContain("−300 to 0 Å²");
  });
});

describe("a number in both readings", () => {
  const find = (reading: Reading, key: NumberKey) =>
    tablesOf(reading)
      .flatMap((table) => table.rows)
      .find(({ explains }) => explains === key)!;
  const figures = (reading: Reading, key: NumberKey) => {
    const row = find(reading, key);
    const others = tablesOf(reading === "vrs" ? "corrected" : "vrs");
    return figuresOf({ cell: row.cells[0]!, row }, { column: 0, reading, others });
  };

  it("is found in the other reading by what it is", () => {
    expect(figures("corrected", "marginRight")).toEqual({ corrected: "22.50\u00a0Å", vrs: "24.00\u00a0Å" });
    expect(figures("vrs", "marginRight")).toEqual(figures("corrected", "marginRight"));
  });

  it("is told apart by its label where several share their words", () => {
    const percentiles = tablesOf("corrected").flatMap(({ rows }) =>
      rows.filter(({ label }) => label === "97.5 % percentile"),
    );
    const row = percentiles.find(({ explains }) => explains === "localBFactorPercentile")!;
    const { vrs } = figuresOf(
      { cell: row.cells[0]!, row },
      { column: 0, reading: "corrected", others: tablesOf("vrs") },
    );
    const { p97_5 } = localBFactorOf({ median: -200, offset: -180 }).vrs.percentiles;
    expect(vrs).toBe(formatBFactor(p97_5, { decimals: 2 }));
  });

  it("stands alone where only one reading has it", () => {
    expect(Object.keys(figures("vrs", "outlierRatio"))).toEqual(["vrs"]);
    expect(Object.keys(figures("corrected", "effectiveVoxels"))).toEqual(["corrected"]);
  });
});
