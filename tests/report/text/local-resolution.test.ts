import { expect, it } from "vitest";
import { methodText } from "../../../src/report/text/local-resolution.ts";
import { localResolutionOf } from "../../support/sample-local.ts";

const NO_BREAK = "\u00a0";
const measured = localResolutionOf({ finest: 3, spread: 2, reportedPercentile: 10 });

it("tells the method's error, and to which side it leans where it has no noise to go by", () => {
  const text = methodText(measured);
  expect(text).toContain("MapAssay band energies, version 1");
  expect(text).toContain("On 200 simulated maps");
  expect(text.replaceAll(NO_BREAK, " ")).toContain(
    "wrong by 0.6 Å at a point, by 0.4 Å in a map’s median and by 1.1 Å in the 97.5 percentile",
  );
  expect(text).toContain("The noise outside the mask was used.");
  expect(text).not.toContain("leans");
  const without = methodText({ ...measured, method: { ...measured.method, background: "none" } });
  expect(without).toContain("no noise outside the mask");
  expect(without).toContain("leans to the fine side");
});
