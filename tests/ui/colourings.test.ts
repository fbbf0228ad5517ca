import { expect, test } from "vitest";
import { evaluateLocalBFactor } from "../../src/checks/local-b-factor.ts";
import { evaluateLocalOccupancy } from "../../src/checks/local-occupancy.ts";
import { evaluateLocalResolution } from "../../src/checks/local-resolution.ts";
import { colouringsOf } from "../../src/ui/surface/colourings.ts";
import { localBFactorOf, localOccupancyOf, localResolutionOf } from "../support/sample-local.ts";

const RUN = [
  evaluateLocalResolution(localResolutionOf({ finest: 3, spread: 2, reportedPercentile: 0 }), 3),
  evaluateLocalBFactor(localBFactorOf({ median: -160, offset: -60 }), { resolution: 3, anisotropy: 0 }),
  evaluateLocalOccupancy(localOccupancyOf({ median: 0.7, spread: 0.4 }), { anisotropy: 0 }),
];

test("a run offers its local measurements with their percentiles", () => {
  expect(colouringsOf(RUN, "corrected")).toMatchObject([
    { name: "localResolution", range: [3, 5], ticks: ["3.0", "4.0", "5.0"] },
    { name: "localBFactor", range: [-200, 0], ticks: ["\u2212200", "\u2212100", "0"] },
    { name: "localOccupancy", ticks: ["50", "70", "90"] },
  ]);
});

test("the other reading has other numbers for the same colours", () => {
  const [, bFactor] = colouringsOf(RUN, "vrs");
  expect(bFactor).toMatchObject({ range: [-200, 0], ticks: ["\u2212260", "\u2212160", "\u221260"] });
});

test("nothing is offered before a run", () => expect(colouringsOf([], "corrected")).toEqual([]));
