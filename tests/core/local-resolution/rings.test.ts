import { expect, it } from "vitest";
import { RING, ringsAround } from "../../../src/core/local-resolution/rings.ts";
import { type Triple, voxelCount } from "../../../src/core/volume/grid.ts";

const GRID: Triple = [17, 20, 14];
/** One of 2 Å has points at exactly 6, 8 and 12 Å. */
const SPACINGS: readonly Triple[] = [
  [2, 2, 2],
  [2.1, 1.9, 2.05],
];

const placeOf = (at: number): Triple => [
  at % GRID[0],
  Math.floor(at / GRID[0]) % GRID[1],
  Math.floor(at / (GRID[0] * GRID[1])),
];

/** A block, and a point at a corner of the grid. */
const isInside = (at: number) => {
  const [x, y, z] = placeOf(at);
  return (x > 8 && x < 12 && y > 9 && y < 14 && z > 7 && z < 10) || (x === 0 && y === 0 && z === 0);
};

it.each(SPACINGS)("rings of points %d, %d and %d Å apart are those of the distance to the nearest", (...spacing) => {
  const points = Array.from({ length: voxelCount(GRID) }, (_, at) => at);
  const inside = points.filter(isInside).map(placeOf);
  const rings = ringsAround(isInside, { grid: GRID, spacing: spacing as Triple });
  for (const at of points) {
    const here = placeOf(at);
    const squared = inside.map((other) =>
      other.reduce((sum, i, axis) => sum + ((i - here[axis]!) * spacing[axis]!) ** 2, 0),
    );
    const d = Math.sqrt(Math.min(...squared));
    const expected = isInside(at)
      ? RING.inside
      : d < 2.5
        ? RING.to2_5
        : d < 5
          ? RING.to5
          : d <= 6
            ? RING.to6
            : d < 8
              ? RING.to8
              : d < 12
                ? RING.to12
                : RING.beyond;
    expect(rings[at]).toBe(expected);
  }
});
