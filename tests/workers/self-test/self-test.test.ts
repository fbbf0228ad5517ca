import { describe, expect, it } from "vitest";
import { selfTest } from "../../../workers/self-test/self-test.ts";
import { makeKernel } from "../../support/kernel.ts";

describe("the self-test", () => {
  it.each(["shared", "private"] as const)("passes sound kernels over %s memory, with its numbers", (memory) => {
    const { verdict, transform, components, sums } = selfTest(makeKernel(memory).kernel);
    expect(verdict).toBe("passed");
    for (const error of [transform.forward, transform.roundTrip, sums]) expect(error).toBeLessThan(1e-13);
    expect(components.flood).toBeGreaterThan(100);
    expect(components).toEqual({ kernels: components.flood, flood: components.flood, equal: components.flood });
  });

  it.each(["forwardRowsDouble", "planeStatistics", "planeDeviation", "componentSizes"])(
    "fails where %s does nothing",
    (name) => {
      const { kernel } = makeKernel();
      expect(Object.keys(kernel.exports)).toContain(name);
      const broken = { memory: kernel.memory, exports: { ...kernel.exports, [name]: () => 0 } };
      expect(selfTest(broken).verdict).toBe("failed");
    },
  );
});
