import { expect, it } from "vitest";
import { POINT } from "../../../src/core/local-resolution/grid-points.ts";
import { planRegion } from "../../../src/core/local-resolution/region.ts";
import { valuesOfMask } from "../../../src/core/local-resolution/spread.ts";
import { voxelCount } from "../../../src/core/volume/grid.ts";

const BOX = [20, 22, 24] as const;
const REGION = planRegion(
  [
    [8, 12],
    [8, 13],
    [8, 14],
  ],
  { voxelSize: [1, 1.25, 1.5] },
);

/** A value that is linear in the position in the map, in voxels. */
const linear = (x: number, y: number, z: number) => 3 + 0.1 * x - 0.05 * y + 0.02 * z;

function field(kind: (at: number) => number) {
  const [gx, gy] = REGION.grid;
  const kinds = new Uint8Array(voxelCount(REGION.grid)).map((_, at) => kind(at));
  const values = Array.from(kinds.keys())
    .filter((at) => kinds[at] === POINT.inside)
    .map((at) => {
      const point = [at % gx, Math.floor(at / gx) % gy, Math.floor(at / (gx * gy))];
      const [x, y, z] = point.map((i, axis) => (i * REGION.box[axis]!) / REGION.grid[axis]! + REGION.start[axis]!);
      return linear(x!, y!, z!);
    });
  return { region: REGION, kinds, values: Float32Array.from(values) };
}

it("values between points are linear", () => {
  const mask = new Uint8Array(voxelCount(BOX)).fill(1);
  const values = valuesOfMask(
    field(() => POINT.inside),
    { mask, box: BOX, otherwise: 0 },
  );
  let worst = 0;
  values.forEach((value, at) => {
    const expected = linear(at % BOX[0], Math.floor(at / BOX[0]) % BOX[1], Math.floor(at / (BOX[0] * BOX[1])));
    worst = Math.max(worst, Math.abs(value - expected));
  });
  expect(worst).toBeLessThan(1e-5);
});

it("voxels without any point around them get the other value", () => {
  const mask = new Uint8Array(voxelCount(BOX));
  mask[0] = 1;
  const values = valuesOfMask(
    field(() => POINT.background),
    { mask, box: BOX, otherwise: 4.5 },
  );
  expect(values).toEqual(Float32Array.of(4.5));
});
