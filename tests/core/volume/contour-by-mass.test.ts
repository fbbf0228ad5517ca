import { describe, expect, it } from "vitest";
import { suggestByMass } from "../../../src/core/volume/contour-by-mass.ts";
import { type MapHistogram, voxelsAbove } from "../../../src/core/volume/histogram.ts";

/** 1000 voxels in ten bins from 0 to 1, most of them low. */
const histogram: MapHistogram = { min: 0, max: 1, counts: [550, 200, 100, 50, 40, 30, 20, 5, 3, 2], spike: null };

describe("the level of a molecular mass", () => {
  it("encloses the volume of the protein at 1207 Å³ per kDa", () => {
    const voxelVolume = 8;
    const mass = (100 * voxelVolume) / 1207;
    const { level, method, reason } = suggestByMass(histogram, { mass, voxelVolume })!;
    expect(level).toBeCloseTo(0.4, 6);
    expect(voxelsAbove(histogram, level)).toBeCloseTo(100, 6);
    expect(method).toBe("molecularMass");
    expect(reason).toContain("0.7\u00a0kDa".replace("\u00a0", " "));
  });

  it("falls as the mass grows and as voxels shrink", () => {
    const level = (mass: number, voxelVolume: number) => suggestByMass(histogram, { mass, voxelVolume })!.level;
    expect(level(2, 8)).toBeLessThan(level(1, 8));
    expect(level(1, 4)).toBeLessThan(level(1, 8));
  });

  it.each([
    ["a mass that fills the box", 1000],
    ["less than a voxel", 0.001],
    ["no number", Number.NaN],
  ])("is not suggested for %s", (_, mass) => expect(suggestByMass(histogram, { mass, voxelVolume: 8 })).toBeNull());
});
