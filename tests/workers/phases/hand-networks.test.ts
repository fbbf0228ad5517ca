import { describe, expect, it } from "vitest";
import type { HelixAxis } from "../../../src/core/hand/helix-axis.ts";
import { type Sampler, samplerOf } from "../../../src/core/hand/sampling.ts";
import { followAxis, measureAxis, placeNetworks } from "../../../workers/phases/hand-networks.ts";
import { coil } from "../../support/coil-map.ts";
import { axisOf, TRAINING } from "../../support/hand-candidates.ts";
import { makeTestJob } from "./scrambled-job.ts";

const { context } = makeTestJob({ box: [1, 1, 1], voxels: new Float32Array(1) });
const networks = placeNetworks(context);
const { resolution } = TRAINING;

function found(sampler: Sampler, start: HelixAxis) {
  const axis = followAxis(context.self, networks, { sampler, start });
  return { axis, ...measureAxis(context.self, networks, { sampler, axis, resolution }) };
}

describe("the networks of a cylinder", () => {
  const start = axisOf(TRAINING.start);
  const right = found(samplerOf(coil("right")), start);

  it("take a candidate where the training takes it, and say the same there", () => {
    const expected = axisOf(TRAINING.found);
    for (const part of ["centre", "direction", "normal"] as const) {
      right.axis[part].forEach((value, i) => {
        expect(value).toBeCloseTo(expected[part][i]!, 6);
      });
    }
    expect(right.helix).toBeCloseTo(TRAINING.helix, 5);
    expect(right.hand).toBeCloseTo(TRAINING.hand, 5);
  });

  it("draw a misplaced axis to the coil", () => {
    const off = ([x, y]: HelixAxis["centre"]) => Math.hypot(x - 19.5, y - 19.5);
    expect(off(right.axis.centre)).toBeLessThan(0.1 * off(start.centre));
    expect(Math.abs(right.axis.direction[2])).toBeGreaterThan(0.999);
  });

  it("do not depend on the sign of an axis or of its normal", () => {
    const minus = ([x, y, z]: HelixAxis["centre"]) => [-x, -y, -z] as const;
    const turned = { ...start, direction: minus(start.direction), normal: minus(start.normal) };
    const same = found(samplerOf(coil("right")), turned);
    same.centre.forEach((value, i) => {
      expect(value).toBeCloseTo(right.centre[i]!, 9);
    });
    expect([same.helix, same.hand]).toEqual([right.helix, right.hand].map((value) => expect.closeTo(value, 9)));
  });

  it("see the opposite hand in the mirrored map", () => {
    const mirror = ([x, y, z]: HelixAxis["centre"], last = 0) => [x, last - y, z] as const;
    const { centre, direction, normal } = start;
    const left = found(samplerOf(coil("left")), {
      centre: mirror(centre, 39),
      direction: mirror(direction),
      normal: mirror(normal),
    });
    expect(right.hand).toBeGreaterThan(1);
    expect(left.hand).toBeCloseTo(-right.hand, 5);
    expect(left.helix).toBeCloseTo(right.helix, 5);
    expect(left.logRatio).toBeCloseTo(-right.logRatio, 5);
  });
});
