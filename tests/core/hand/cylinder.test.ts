import { describe, expect, it } from "vitest";
import { meanStep, steppedAxis, unturned } from "../../../src/core/hand/axis-step.ts";
import { CYLINDER, cellCount, sampleCylinder, VIEWS, writeView } from "../../../src/core/hand/cylinder.ts";
import { answerOf } from "../../../src/core/hand/cylinder-answer.ts";
import type { HelixAxis } from "../../../src/core/hand/helix-axis.ts";
import { samplerOf } from "../../../src/core/hand/sampling.ts";
import { waveRatio } from "../../../src/core/hand/wave-ratio.ts";
import { COIL_AXIS, coil } from "../../support/coil-map.ts";

const sampler = samplerOf(coil("right"));
/** A place off the axis, with a frame that is turned. */
const ASIDE: HelixAxis = { centre: [20.3, 18.6, 19.2], direction: [0.6, 0, 0.8], normal: [0, 1, 0] };

function viewed(cells: Float64Array, view: (typeof VIEWS)[number]): Float64Array {
  const target = new Float64Array(cellCount(CYLINDER));
  writeView(cells, view, target);
  return target;
}

describe("a cylinder", () => {
  it("turned over is that about the axis of the opposite direction", () => {
    const { direction, ...place } = ASIDE;
    const opposite: HelixAxis = { ...place, direction: [-direction[0], 0, -direction[2]] };
    const turned = viewed(sampleCylinder(sampler, ASIDE), { hand: "own", axis: "turned" });
    sampleCylinder(sampler, opposite).forEach((value, i) => {
      expect(turned[i]).toBeCloseTo(value, 9);
    });
  });

  it("mirrored is that of the mirrored map", () => {
    const mirrored = viewed(sampleCylinder(sampler, COIL_AXIS), { hand: "mirrored", axis: "own" });
    sampleCylinder(samplerOf(coil("left")), COIL_AXIS).forEach((value, i) => {
      expect(mirrored[i]).toBeCloseTo(value, 6);
    });
  });

  it("has the four views, each of which undoes itself", () => {
    const cells = sampleCylinder(sampler, ASIDE);
    for (const view of VIEWS) expect(viewed(viewed(cells, view), view)).toEqual(cells);
  });

  it("tells the hand of a coil by the ratio of its waves", () => {
    const right = waveRatio(sampleCylinder(sampler, COIL_AXIS));
    expect(right).toBeGreaterThan(2);
    expect(waveRatio(sampleCylinder(samplerOf(coil("left")), COIL_AXIS))).toBeCloseTo(-right, 6);
  });
});

describe("a step", () => {
  it("goes across the axis and tilts it", () => {
    const { centre, direction, normal } = steppedAxis(COIL_AXIS, [0.5, -1, 0.75, 0]);
    expect(centre).toEqual([20, 18.5, 19.5].map((value) => expect.closeTo(value, 12)));
    expect(direction).toEqual([0.6, 0, 0.8].map((value) => expect.closeTo(value, 12)));
    expect(normal).toEqual([0.8, 0, -0.6].map((value) => expect.closeTo(value, 12)));
  });

  it("of a view leads to the same place as that of the cylinder itself", () => {
    // Seen in the mirror, and seen from the axis turned over, whose second direction is the opposite.
    const step = [0.3, 0.4, 0.1, -0.2] as const;
    const { direction, ...place } = ASIDE;
    const opposite: HelixAxis = { ...place, direction: [-direction[0], 0, -direction[2]] };
    const there = steppedAxis(ASIDE, unturned(step, { hand: "own", axis: "turned" }));
    const same = steppedAxis(opposite, step);
    there.centre.forEach((value, i) => {
      expect(same.centre[i]).toBeCloseTo(value, 12);
      expect(same.direction[i]).toBeCloseTo(-there.direction[i]!, 12);
    });
    expect(unturned(step, { hand: "mirrored", axis: "own" })).toEqual([0.3, -0.4, 0.1, 0.2]);
    expect(unturned(step, { hand: "mirrored", axis: "turned" })).toEqual([0.3, 0.4, -0.1, 0.2]);
  });

  it("is the mean of all views", () => {
    expect(meanStep([[1, 2, 3, 4], [3, 2, 1, 0]])).toEqual([2, 2, 2, 2]); // biome-ignore format: two steps
  });
});

describe("an answer", () => {
  it("is even for the helix and odd for the hand", () => {
    const outputs = [[1, 5], [2, 1], [3, 6], [6, 2]] as const; // biome-ignore format: four views
    expect(answerOf(outputs, VIEWS)).toEqual({ helix: 3, hand: 4 });
    const mirrored = [outputs[1], outputs[0], outputs[3], outputs[2]];
    expect(answerOf(mirrored, VIEWS)).toEqual({ helix: 3, hand: -4 });
  });
});
