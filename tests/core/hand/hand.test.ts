import { describe, expect, it } from "vitest";
import { fastEven } from "../../../src/core/fourier/fast-even.ts";
import { eigenSystem } from "../../../src/core/hand/eigen-system.ts";
import { evidenceRatio, type HelixCandidate, measureHand, ratioHistogram } from "../../../src/core/hand/hand.ts";
import { planHandGrid } from "../../../src/core/hand/hand-grid.ts";
import { findNeighbours, neighbourFeatures } from "../../../src/core/hand/neighbours.ts";
import { handEvidence, helixLogit } from "../../../src/core/hand/network.ts";
import { readHelices } from "../../../src/core/hand/read-helices.ts";
import { leadingBits, tubeness } from "../../../src/core/hand/ridges.ts";
import { valueAt } from "../../../src/core/hand/sampling.ts";
import { sharesOfPlace } from "../../../src/core/hand/shares-of-place.ts";
import { spreadOut } from "../../../src/core/hand/spread-out.ts";
import { HAND_WEIGHTS } from "../../../src/core/hand/weights.ts";
import type { Triple } from "../../../src/core/volume/grid.ts";
import { CANDIDATES, TRAINING } from "../../support/hand-candidates.ts";

describe("neighbours", () => {
  const at = (x: number, z: number, direction: Triple = [0, 0, 1]) => ({ centre: [x, 0, z] as Triple, direction });

  it("count along the axis by stretch, if they run along it, and packed helices beside it", () => {
    const axes = [at(0, 0), at(0, 3), at(0, 7), at(0, 12), at(9, 0), at(0, 4, [1, 0, 0])];
    const probability = [0.5, 0.9, 0.8, 0.7, 0.6, 1];
    const [first] = neighbourFeatures(findNeighbours(axes), probability);
    const expected = [0.9, 0.8, 0.7].map((sum) => Math.log(0.03 + sum));
    expect(first!.slice(0, 3)).toEqual(expected.map((value) => expect.closeTo(value, 6)));
    const beside = (apart: number) => Math.exp(-((apart - 9) ** 2) / 8);
    const packed = 0.6 * beside(9) + 0.9 * beside(3) + beside(4) + 0.5 * beside(0);
    expect(first![3]).toBeCloseTo(Math.log(0.03 + packed), 6);
    expect(first![4]).toBeCloseTo(Math.log(1 + 4.5), 6);
    expect(first![5]).toBeCloseTo(Math.log(4.5 / 6), 6);
  });
});

describe("the networks", () => {
  const { resolution, map } = TRAINING;
  const plain = readHelices(HAND_WEIGHTS, CANDIDATES, resolution);

  it("say of candidates what the training says", () => {
    plain.forEach(({ helix, evidence }, i) => {
      expect(helix).toBeCloseTo(1 / (1 + Math.exp(-map.logit[i]!)), 9);
      expect(evidence).toBeCloseTo(map.evidence[i]!, 9);
    });
    expect(evidenceRatio(plain)).toBeCloseTo(map.t, 9);
  });

  it("answer mirrored helices with the opposite evidence, to the last bit, and know them as well for helices", () => {
    const turned = CANDIDATES.map((one) => ({ ...one, hand: -one.hand }));
    readHelices(HAND_WEIGHTS, turned, resolution).forEach(({ helix, evidence }, i) => {
      expect(evidence).toBe(-plain[i]!.evidence);
      expect(helix).toBe(plain[i]!.helix);
    });
    expect(plain.some(({ evidence }) => Math.abs(evidence) > 0)).toBe(true);
  });

  it("take no side where both hands are equal", () => {
    const level = CANDIDATES.map((one) => ({ ...one, hand: 0 }));
    expect(readHelices(HAND_WEIGHTS, level, resolution).every(({ evidence }) => evidence === 0)).toBe(true);
  });

  it("have one hidden layer each", () => {
    const helix = { hidden: [[1, 2], [-1, 0]], bias: [0.5, 0], output: [2, 3], offset: 0.25 }; // biome-ignore format: matrix
    expect(helixLogit(helix, Float64Array.of(1, 1))).toBeCloseTo(0.25 + 2 * 3.5, 12);
    const hand = { even: [[1]], odd: [[2]], bias: [0.5], output: [3] };
    expect(handEvidence(hand, Float64Array.of(1), Float64Array.of(1))).toBeCloseTo(3 * (3.5 - 0), 12);
  });
});

describe("shares of a place", () => {
  const at = (x: number, direction: Triple = [0, 0, 1]) => ({ centre: [x, 0, 0] as Triple, direction });

  it("are whole for a candidate alone, and those of several at one place add up to one", () => {
    const shares = sharesOfPlace([at(0), at(0), at(0, [0, 0, -1]), at(50)], [0.9, 0.9, 0.3, 0.01]);
    expect(shares.slice(0, 3)).toEqual([1 / 3, 1 / 3, 1 / 3].map((share) => expect.closeTo(share, 12)));
    expect(shares[3]).toBeCloseTo(1, 12);
  });

  it("go to what is likelier a helix, and are not taken by what runs across", () => {
    const [likely, unlikely, across] = sharesOfPlace([at(0), at(0), at(0, [1, 0, 0])], [0.5, 0.05, 0.5]);
    expect([likely, unlikely, across]).toEqual([0.8, 0.2, 1].map((share) => expect.closeTo(share, 12)));
  });
});

function candidate(x: number, evidence: number, helix = 0.9): HelixCandidate {
  return { centre: [x, 0, 0], direction: [0, 0, 1], helix, evidence, logRatio: evidence };
}

describe("the evidence of a map", () => {
  const far = Array.from({ length: 60 }, (_, i) => candidate(30 * i, 1));

  it("is odd, and grows with helices that agree", () => {
    expect(evidenceRatio(far)).toBeCloseTo(60 / 10, 12);
    expect(evidenceRatio(far.map((one) => ({ ...one, evidence: -one.evidence })))).toBe(-evidenceRatio(far));
  });

  it("counts neighbours that contradict the rest together", () => {
    const mixed = (step: number) => [...far, ...Array.from({ length: 20 }, (_, i) => candidate(-60 - step * i, -1))];
    expect(evidenceRatio(mixed(0.5))).toBeLessThan(evidenceRatio(mixed(30)));
  });

  it.each([
    ["correct", far, null],
    ["mirrored", far.map((one) => ({ ...one, evidence: -1 })), null],
    ["undetermined", far.map((one) => ({ ...one, helix: 0.01 })), "helices"],
    ["undetermined", far.map((one, i) => ({ ...one, evidence: i % 2 === 0 ? 1 : -1 })), "signal"],
    ["undetermined", far.map((one) => ({ ...one, helix: 0.64 })), "helices"],
    ["undetermined", [], "helices"],
  ] as const)("says %s", (outcome, candidates, reason) => {
    const { score, evidence } = measureHand(candidates, HAND_WEIGHTS, (centre) => centre);
    expect([evidence.outcome, evidence.reason]).toEqual([outcome, reason]);
    expect(score === null).toBe(candidates.length === 0);
    if (outcome === "correct") expect(score).toBeLessThan(0.05);
    if (outcome === "mirrored") expect(score).toBeGreaterThan(0.95);
  });

  it("shows helices that do not touch", () => {
    const { evidence } = measureHand(
      [candidate(0, 1), candidate(3, 1, 0.8), candidate(9, 1, 0.7)],
      HAND_WEIGHTS,
      (c) => c,
    );
    expect(evidence.helices.map(({ centre }) => centre[0])).toEqual([0, 9]);
  });

  it("counts ratios beyond the edges in the outer bins", () => {
    const { counts } = ratioHistogram([{ logRatio: -5 }, { logRatio: 0.05 }, { logRatio: 7 }]);
    expect([counts[0], counts[10], counts[19]]).toEqual([1, 1, 1]);
  });
});

describe("ridges", () => {
  it("are found by the eigenvalues of a known matrix", () => {
    const { values, vectors } = eigenSystem({ xx: 2, yy: 2, zz: 5, xy: 1, xz: 0, yz: 0 });
    [1, 3, 5].forEach((expected, i) => {
      expect(values[i]).toBeCloseTo(expected, 14);
    });
    expect(Math.abs(vectors[0][0] + vectors[0][1])).toBeLessThan(1e-14);
    expect(tubeness([-4, -4, 1])).toBe(3);
    expect(tubeness([-4, 1, 1])).toBe(0);
  });

  it("compare with twenty bits", () => {
    const value = 0.123456789;
    expect(leadingBits(value * (1 + 1e-9))).toBe(leadingBits(value));
    expect(Math.abs(leadingBits(value) / value - 1)).toBeLessThan(2 ** -20);
  });

  it("are thinned out best first; equal neighbours stay together", () => {
    const grid = { box: [20, 3, 3] as const, spacing: [1, 1, 1] as const };
    const ridge = { indices: Uint32Array.of(5, 7, 9, 10), tubeness: Float32Array.of(4, 3, 2, 2) };
    expect(spreadOut(ridge, grid)).toEqual([5, 9, 10]);
  });
});

describe("the search grid", () => {
  it("has sizes that transform fast and voxels of at most 1 Å", () => {
    expect([61, 97, 100, 127].map(fastEven)).toEqual([64, 100, 100, 128]);
    const { axes } = planHandGrid({ voxelSize: [1.3, 1.3, 1.3] }, [
      [10, 80],
      [0, 40],
      [5, 6],
    ]);
    for (const { size, spacing, padded, count } of axes) {
      expect(spacing).toBeLessThanOrEqual(1);
      expect(size * spacing).toBeCloseTo(padded * 1.3, 9);
      expect(padded).toBeGreaterThanOrEqual(count);
    }
  });

  it("interpolates a linear map exactly and knows nothing outside", () => {
    const values = Float32Array.from(
      { length: 64 },
      (_, i) => (i % 4) + 2 * (Math.floor(i / 4) % 4) + 3 * Math.floor(i / 16),
    );
    const volume = { box: [4, 4, 4], spacing: [1, 1, 1], values } as const;
    expect(valueAt(volume, 1.25, 0.5, 2.75)).toBeCloseTo(1.25 + 1 + 8.25, 6);
    expect(valueAt(volume, 3.5, 1, 1)).toBe(0);
  });
});
