import { describe, expect, it } from "vitest";
import { bandTotal, multiplicities, radialBand } from "../../../src/core/local/band.ts";
import { bandWidth, fitFrequencies, occupancyFrequencies } from "../../../src/core/local/frequencies.ts";
import { slopeOf, slopeWeights } from "../../../src/core/local/slope.ts";
import { whiteNoiseOffset } from "../../../src/core/local/white-noise.ts";

describe("frequencies", () => {
  it("run from 1/15 to 1/resolution with exact ends, also backwards", () => {
    for (const resolution of [3, 15, 40]) {
      const frequencies = fitFrequencies(resolution);
      expect(frequencies).toHaveLength(10);
      expect([frequencies[0], frequencies[9]]).toEqual([1 / 15, 1 / resolution]);
    }
  });

  it.each([
    [7, { size: 56, voxelSize: 3.5 }, 3],
    [3.27, { size: 68, voxelSize: 1.635 }, 5],
    [30, { size: 14, voxelSize: 15 }, 1],
  ])("of occupancy at %d Å fill the range with bands", (resolution, box, count) => {
    const frequencies = occupancyFrequencies(resolution, box);
    expect(frequencies).toHaveLength(count);
    expect(frequencies[0]).toBe(1 / 15);
    if (count > 1) expect(frequencies.at(-1)).toBe(1 / resolution);
  });
});

describe("bands", () => {
  const box = { size: 8, voxelSize: 2 };

  it("count every coefficient of the cube once", () => {
    const counts = multiplicities(8);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(512);
    expect([counts[0], counts[1], counts[2], counts[16], counts[48]]).toEqual([1, 6, 12, 3, 1]);
  });

  it("are Gaussians of 4.8 Fourier voxels", () => {
    expect(bandWidth(box)).toBeCloseTo(0.3, 12);
    const band = radialBand(box, 3 / 16);
    expect(band[9]).toBe(1);
    expect(band[0]).toBeCloseTo(Math.exp(-0.5 * (3 / 4.8) ** 2), 14);
    expect(bandTotal(new Float64Array(band.length).fill(1), multiplicities(8))).toBe(512);
  });
});

describe("slopes", () => {
  const frequencies = fitFrequencies(4);

  it("are those of least squares", () => {
    const weights = slopeWeights(frequencies);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0, 9);
    expect(
      slopeOf(
        weights,
        frequencies.map((f) => 3 - 25 * f * f),
      ),
    ).toBeCloseTo(-25, 10);
  });

  it("are the pseudo-inverse's where all frequencies are one", () => {
    const c = 1 / 225;
    const ones = slopeOf(slopeWeights(fitFrequencies(15)), new Array(10).fill(2));
    expect(ones).toBeCloseTo((2 * c) / (1 + c * c), 12);
  });
});

describe("whiteNoiseOffset", () => {
  // ALGORITHMS of VRS's method without the low-pass: voxel sizes that the resize does not make coarser.
  it.each([
    [60, 4, 8, -145],
    [100, 2, 4, -74],
    [160, 1.5, 3, -50],
    [22, 9, 18, 77],
  ])("of %d³ voxels of %d Å at %d Å is %d Å²", (size, voxelSize, resolution, expected) => {
    const offset = whiteNoiseOffset({ size, voxelSize }, fitFrequencies(resolution), voxelSize);
    expect(Math.round(offset!)).toBe(expected);
  });

  it("is none at 15 Å", () => expect(whiteNoiseOffset({ size: 20, voxelSize: 7.5 }, fitFrequencies(15), 3)).toBeNull());
});
