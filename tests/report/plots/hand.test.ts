import { expect, test } from "vitest";
import { handPlot } from "../../../src/report/plots/hand.ts";
import { handOf } from "../../support/sample-hand.ts";

test("the histogram of D says what its end bars hold, and a mean beyond them stands at the end", () => {
  const { evidence, ...rest } = handOf({ score: 0 });
  const plot = handPlot({ ...rest, evidence: { ...evidence, meanLogRatio: 2.26 } })!;
  expect(plot.x.label).toContain("D ≤ −2 and D ≥ 2");
  expect(plot.x.range).toEqual([-2, 2]);
  expect(plot.rules).toEqual([{ at: 2, label: "mean 2.26" }]);
});
