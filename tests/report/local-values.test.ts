import { describe, expect, it } from "vitest";
import { evaluateLocalBFactor } from "../../src/checks/local-b-factor.ts";
import { evaluateLocalOccupancy } from "../../src/checks/local-occupancy.ts";
import { addedBy, localValues } from "../../src/report/local-values.ts";
import { formatLocal, formatLocalEdge } from "../../src/report/text/local-words.ts";
import { localBFactorOf, localOccupancyOf } from "../support/sample-local.ts";
import { sampleMask } from "../support/sample-report.ts";

const facts = { resolution: 3, anisotropy: 0 };

describe("the values of a local check", () => {
  it("are those of its volume: corrected B-factors, to which VRS's reading adds the offset", () => {
    const measurements = localBFactorOf({ median: -160, offset: -60 });
    const values = localValues(evaluateLocalBFactor(measurements, facts))!;
    expect(values).toMatchObject({
      name: "localBFactor",
      percentiles: measurements.corrected.percentiles,
      offset: -60,
    });
    expect(values.percentiles.p50! + addedBy("vrs", values)).toBe(measurements.vrs.percentiles.p50);
    expect(addedBy("corrected", values)).toBe(0);
  });

  it("are VRS's B-factors where there is nothing to correct them by", () => {
    const measurements = { ...localBFactorOf({ median: -160, offset: 0 }), whiteNoiseOffset: null };
    expect(localValues(evaluateLocalBFactor(measurements, facts))).toMatchObject({
      percentiles: measurements.vrs.percentiles,
      offset: 0,
    });
  });

  it("are the same in both readings for an occupancy", () => {
    const values = localValues(evaluateLocalOccupancy(localOccupancyOf({ median: 0.7, spread: 0.4 }), facts))!;
    expect(addedBy("vrs", values)).toBe(0);
  });

  it("are none of another check", () => expect(localValues(sampleMask())).toBeNull());
});

it("local values have a unit, and the edges of bins the decimals that tell them apart", () => {
  expect(formatLocal("localBFactor", -402.3)).toBe("\u2212402\u00a0Å²");
  expect(formatLocal("localOccupancy", 0.62)).toBe("62\u00a0%");
  expect(formatLocal("localResolution", 3.41)).toBe("3.4\u00a0Å");
  expect(formatLocalEdge("localResolution", 3.41)).toBe("3.41\u00a0Å");
});
