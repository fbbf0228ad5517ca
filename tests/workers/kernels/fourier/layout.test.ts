import { describe, expect, it } from "vitest";
import type { Triple } from "../../../../src/core/volume/grid.ts";
import { layoutTransform } from "../../../../workers/kernels/fourier/layout.ts";

const BOXES: Triple[] = [
  [1, 1, 1],
  [2, 3, 5],
  [54, 54, 54],
  [100, 7, 3],
  [126, 126, 126],
  [254, 254, 254],
  [256, 256, 256],
];

describe.each([["single", 4] as const, ["double", 2] as const])("the layout in %s precision", (precision, lanes) => {
  const elementBytes = 16 / lanes;

  it.each(BOXES)("of a %i×%i×%i box holds map and half spectrum in whole vectors", (...box) => {
    const { nx, ny, nz, hx, hs, rowPitch, planePitch, bytes } = layoutTransform(box, precision);
    expect([nx, ny, nz]).toEqual(box);
    expect(hx).toBe(Math.floor(nx / 2) + 1);
    expect(hs).toBeGreaterThanOrEqual(hx);
    expect(hs % lanes).toBe(0);
    expect(rowPitch).toBe(2 * hs);
    expect(planePitch).toBeGreaterThanOrEqual(ny * rowPitch);
    expect(bytes).toBe(nz * planePitch * elementBytes);
  });

  it.each(BOXES)("of a %i×%i×%i box does not step through the cache in powers of two", (...box) => {
    const { rowPitch, planePitch } = layoutTransform(box, precision);
    expect((rowPitch * elementBytes) % 512).not.toBe(0);
    expect(((planePitch * elementBytes) / 64) % 2).toBe(1);
  });

  it("needs a box of 512 to fit one memory twice over", () => {
    const budget = precision === "single" ? 0.55 : 1.1;
    expect(layoutTransform([512, 512, 512], precision).bytes / 2 ** 30).toBeLessThan(budget);
  });
});
