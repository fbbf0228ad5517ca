import { describe, expect, it } from "vitest";
import { ruleAnchor, wordsFrom } from "../../../src/report/plots/frame.ts";
import type { PlotSpec } from "../../../src/report/plots/plot.ts";

function plotWith(...places: number[]): PlotSpec {
  return {
    name: "rules",
    description: "Rules alone.",
    x: { label: "x", scale: "linear", range: [0, 10] },
    y: { label: "y", scale: "linear", range: [0, 1] },
    curves: [],
    rules: places.map((at) => ({ at, label: String(at) })),
  };
}

describe("the words of a rule", () => {
  it("stand over it where it has no neighbour", () => {
    expect(ruleAnchor(plotWith(2), 2)).toBe("middle");
    expect(ruleAnchor(plotWith(2, 5), 5)).toBe("middle");
  });

  it("point away from a neighbour", () => {
    const plot = plotWith(2, 3);
    expect(plot.rules.map(({ at }) => ruleAnchor(plot, at))).toEqual(["end", "start"]);
  });

  it.each([
    { anchor: "start", place: 40, from: 40 },
    { anchor: "middle", place: 40, from: 30 },
    { anchor: "end", place: 40, from: 20 },
    { anchor: "end", place: 15, from: 10 },
    { anchor: "start", place: 95, from: 80 },
  ] as const)("$anchor at $place begin at $from, inside the frame", ({ anchor, place, from }) => {
    expect(wordsFrom({ left: 10, right: 100 }, place, { width: 20, anchor })).toBe(from);
  });
});
