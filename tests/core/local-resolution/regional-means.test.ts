import { expect, it } from "vitest";
import { POINT } from "../../../src/core/local-resolution/grid-points.ts";
import { blockSums, blocksOf } from "../../../src/core/local-resolution/regional-means.ts";
import { voxelCount } from "../../../src/core/volume/grid.ts";
import { SMALL_REGION, smallRegionPlace } from "../../support/energy-region.ts";

const KINDS = new Uint8Array(voxelCount(SMALL_REGION.grid)).map((_, at) => {
  const [x, y, z] = smallRegionPlace(at);
  const isInside = (x < 5 && y > 2 && y < 8 && z < 5) || (x > 8 && x < 14 && y > 5 && z > 9 && z < 14);
  return isInside ? POINT.inside : POINT.neither;
});
const POINTS = Array.from(KINDS.keys()).filter((at) => KINDS[at] === POINT.inside);

it("means are weighted by a Gaussian of 8 Å from block to block, over the points of the mask", () => {
  const value = (point: number) => 3 + ((point * 7) % 11) / 2;
  const blocks = blocksOf(SMALL_REGION, { kinds: KINDS, inside: POINTS.length });
  const [sums, ones] = [blockSums(blocks, value), blockSums(blocks, () => 1)];
  const steps = SMALL_REGION.lengths.map((length, axis) => (2 * length) / SMALL_REGION.grid[axis]!);
  const blockOf = (at: number) => smallRegionPlace(at).map((i) => Math.floor(i / 2));
  POINTS.forEach((at, point) => {
    let [sum, total] = [0, 0];
    POINTS.forEach((other, number) => {
      const apart = blockOf(other).map((i, axis) => Math.abs(i - blockOf(at)[axis]!));
      // Each axis is cut after a whole number of steps, three standard deviations to the nearest.
      if (apart.some((count, axis) => count > Math.round(24 / steps[axis]!))) return;
      const weight = Math.exp(-apart.reduce((d2, count, axis) => d2 + (count * steps[axis]!) ** 2, 0) / (2 * 8 ** 2));
      sum += weight * value(number);
      total += weight;
    });
    const place = blocks.places[point]!;
    expect(sums[place]! / ones[place]!).toBeCloseTo(sum / total, 9);
  });
  expect(POINTS.length).toBeGreaterThan(200);
});
