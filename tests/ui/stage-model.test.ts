import { describe, expect, it } from "vitest";
import {
  autoWindow,
  backgroundOf,
  placeText,
  sliceAspect,
  sliceLabel,
  sliceWidth,
  valueAt,
} from "../../src/ui/stage/model.ts";
import { sampleOpenedMap } from "../support/fake-engine.ts";

const grid = { box: [4, 6, 8], voxelSize: [2, 1, 1.5], origin: [0, 0, 0] } as const;

describe("the stage", () => {
  it("draws the solvent grey and the densest voxels white", () => {
    const map = sampleOpenedMap();
    const [background, window] = [backgroundOf(map), autoWindow(map)];
    const peak = map.histogram.min + (30.5 / 128) * (map.histogram.max - map.histogram.min);
    expect(Math.abs(background - peak)).toBeLessThan(0.02);
    expect((background - window.low) / (window.high - window.low)).toBeCloseTo(66 / 255);
    expect(window.high).toBeLessThan(map.histogram.max);
  });

  it("keeps a slice's shape in space", () => {
    expect(sliceAspect("z", grid)).toBeCloseTo(8 / 6);
    expect(sliceAspect("x", grid)).toBeCloseTo(6 / 12);
    expect(sliceAspect("y", grid)).toBeCloseTo(12 / 8);
    expect(sliceWidth("y", grid)).toBe(12);
  });

  it("reads the value under the crosshair, rows counted from the top", () => {
    const values = Float32Array.from({ length: 24 }, (_, i) => i);
    const slice = { width: 4, height: 6, values };
    expect(valueAt("z", [3, 0, 5], { slice, box: grid.box })).toBe(23);
    expect(valueAt("z", [0, 5, 5], { slice, box: grid.box })).toBe(0);
    expect(valueAt("z", [0, 5, 5], { slice: null, box: grid.box })).toBeNull();
  });

  it("names places and slices", () => {
    expect(placeText([1, 2, 3], grid)).toBe("2.0, 2.0, 4.5");
    expect(sliceLabel("z", 3, grid)).toBe("Z slice 3, 0 to 7, at 4.5\u00a0Å");
  });
});
