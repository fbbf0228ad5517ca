import { expect, it } from "vitest";
import { POINT } from "../../../src/core/local-resolution/grid-points.ts";
import { smoothEstimates } from "../../../src/core/local-resolution/smooth-estimates.ts";
import { voxelCount } from "../../../src/core/volume/grid.ts";
import { SMALL_REGION, smallRegionPlace } from "../../support/energy-region.ts";

/** Two blocks of the grid and a point by itself, of which one block touches its first face. */
const isInside = (x: number, y: number, z: number) =>
  (x < 4 && y > 2 && y < 7 && z < 5) ||
  (x > 7 && x < 11 && y > 5 && z > 9 && z < 14) ||
  (x === 7 && y === 8 && z === 6);

const KINDS = new Uint8Array(voxelCount(SMALL_REGION.grid)).map((_, at) => {
  const [x, y, z] = smallRegionPlace(at);
  return isInside(x, y, z) ? POINT.inside : at % 3 === 0 ? POINT.background : POINT.neither;
});
const POINTS = Array.from(KINDS.keys()).filter((at) => KINDS[at] === POINT.inside);

const smooth = (value: (point: number) => number) =>
  smoothEstimates({
    region: SMALL_REGION,
    kinds: KINDS,
    values: Float32Array.from(POINTS, (_, point) => value(point)),
  });

it("a value that is the same everywhere stays, next to the mask's edge too", () => {
  for (const value of smooth(() => 4.25)) expect(value).toBeCloseTo(4.25, 5);
});

it("values are weighted by a Gaussian of 3 Å over the points of the mask", () => {
  const value = (point: number) => 3 + ((point * 7) % 11) / 2;
  const smoothed = smooth(value);
  const spacing = SMALL_REGION.lengths.map((length, axis) => length / SMALL_REGION.grid[axis]!);
  POINTS.forEach((at, point) => {
    let [sum, total] = [0, 0];
    const here = smallRegionPlace(at);
    POINTS.forEach((other, number) => {
      const apart = smallRegionPlace(other).map((i, axis) => Math.abs(i - here[axis]!));
      // Each axis is cut after a whole number of steps, three standard deviations to the nearest.
      if (apart.some((steps, axis) => steps > Math.round(9 / spacing[axis]!))) return;
      const squared = apart.reduce((squares, steps, axis) => squares + (steps * spacing[axis]!) ** 2, 0);
      const weight = Math.exp(-squared / (2 * 3 ** 2));
      sum += weight * value(number);
      total += weight;
    });
    expect(smoothed[point]).toBeCloseTo(sum / total, 4);
  });
  expect(POINTS.length).toBeGreaterThan(80);
});
