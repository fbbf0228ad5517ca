import { expect, test } from "vitest";
import { handPlot } from "../../../src/report/plots/hand.ts";
import { handOf } from "../../support/sample-hand.ts";

test("the histogram of D says what its end bars hold, and a mean beyond them stands at the end", () => {
  const { evidence, ...rest } = handOf({ score: 0 });
  const plot = handPlot({ ...rest, evidence: { ...evidence, meanLogRatio: 4.26 } })!;
  expect(plot.x.label).toContain("D ≤ −4 and D ≥ 4");
  expect(plot.x.range).toEqual([-4, 4]);
  expect(plot.rules).toEqual([{ at: 4, label: "mean 4.26" }]);
});
