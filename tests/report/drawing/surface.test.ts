import { describe, expect, test } from "vitest";
import { extractSurface } from "../../../src/core/surface/marching-cubes.ts";
import type { Triple, Volume } from "../../../src/core/volume/grid.ts";
import { drawSurface, drawSurfaceViews } from "../../../src/report/drawing/surface.ts";
import { CHIMERAX_VIEWS } from "../../../src/report/drawing/views.ts";
import type { RgbImage } from "../../../src/report/figures.ts";

const SIZE = 100;
const VOXEL_SIZE: Triple = [1, 1, 1];

function volumeOf(box: Triple, value: (x: number, y: number, z: number) => number, voxelSize = VOXEL_SIZE): Volume {
  const voxels = new Float32Array(box[0] * box[1] * box[2]);
  let i = 0;
  for (let z = 0; z < box[2]; z++)
    for (let y = 0; y < box[1]; y++) for (let x = 0; x < box[0]; x++) voxels[i++] = value(x, y, z);
  return { grid: { box, voxelSize, origin: [0, 0, 0] }, voxels };
}

type Colour = "background" | "red" | "green" | "other";

/** At a point of the picture, from the left and top edges as fractions of its side. */
function colourAt({ width, height, rgb }: RgbImage, left: number, top: number): Colour {
  const at = 3 * (Math.floor(top * height) * width + Math.floor(left * width));
  const [r, g, b] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
  if (r === 255 && g === 255 && b === 255) return "background";
  if (r > 2 * g) return "red";
  return g > 2 * r ? "green" : "other";
}

/** Arms of 24 voxels along +x, 18 along +y, 12 along +z from a hub at 4, 4, 4; its mirror image is another body. */
const ARMS: Triple = [24, 18, 12];
const isArm = (along: number, a: number, b: number, length: number) =>
  along >= 1 && along <= 4 + length && Math.abs(a - 4) <= 3 && Math.abs(b - 4) <= 3;
const body = volumeOf([34, 34, 34], (x, y, z) =>
  isArm(x, y, z, 24) || isArm(y, z, x, 18) || isArm(z, x, y, 12) ? 1 : 0,
);

describe("the three views of a body with arms along +x, +y, +z", () => {
  const surface = extractSurface(body, 0.5);
  // The last voxels of each arm are red, the rest green.
  const vertexColours = new Uint8Array(surface.positions.length);
  for (let i = 0; i < surface.positions.length; i += 3) {
    const tip = ARMS.some((length, axis) => surface.positions[i + axis]! > length + 2);
    vertexColours.set(tip ? [220, 20, 20] : [20, 220, 20], i);
  }
  const images = CHIMERAX_VIEWS.map((view) =>
    drawSurface(surface, { view, size: SIZE, voxelSize: VOXEL_SIZE, vertexColours }),
  );
  // One scale: the x arm, 28 voxels with its hub, fills 1/1.05 of the side; the others are shorter in proportion.
  const reach = (length: number) => (length + 4) / 28 / 1.05 / 2;
  const hubFromTip = (length: number) => reach(length) - 3.5 / 28 / 1.05;

  test("view 1: y to the right, z up, x towards the viewer", () => {
    const [y, z] = [hubFromTip(18), hubFromTip(12)];
    expect(colourAt(images[0]!, 0.5 + reach(18) - 0.02, 0.5 + z)).toBe("red");
    expect(colourAt(images[0]!, 0.5 - y, 0.5 - reach(12) + 0.02)).toBe("red");
    expect(colourAt(images[0]!, 0.5 + y, 0.5 - z)).toBe("background");
    expect(colourAt(images[0]!, 0.5 - y, 0.5 + z)).toBe("red");
  });

  test("view 2: z to the right, x down, y away from the viewer", () => {
    const [z, x] = [hubFromTip(12), hubFromTip(24)];
    expect(colourAt(images[1]!, 0.5 + reach(12) - 0.02, 0.5 - x)).toBe("red");
    expect(colourAt(images[1]!, 0.5 - z, 0.5 + reach(24) - 0.02)).toBe("red");
    expect(colourAt(images[1]!, 0.5 + z, 0.5 + x)).toBe("background");
    expect(colourAt(images[1]!, 0.5 - z, 0.5 - x)).toBe("green");
  });

  test("view 3: x to the right, y up, z towards the viewer", () => {
    const [x, y] = [hubFromTip(24), hubFromTip(18)];
    expect(colourAt(images[2]!, 0.5 + reach(24) - 0.02, 0.5 + y)).toBe("red");
    expect(colourAt(images[2]!, 0.5 - x, 0.5 - reach(18) + 0.02)).toBe("red");
    expect(colourAt(images[2]!, 0.5 + x, 0.5 - y)).toBe("background");
    expect(colourAt(images[2]!, 0.5 - x, 0.5 + y)).toBe("red");
  });

  test("each view is a turn, not a mirror", () => {
    for (const { right, up, toward } of CHIMERAX_VIEWS) {
      const turned = [
        right[1] * up[2] - right[2] * up[1],
        right[2] * up[0] - right[0] * up[2],
        right[0] * up[1] - right[1] * up[0],
      ];
      expect(turned.map((component) => component + 0)).toEqual([...toward]);
    }
  });
});

describe("a sphere", () => {
  const radius = 12;
  const ball = volumeOf([32, 32, 32], (x, y, z) => radius - Math.hypot(x - 15.5, y - 15.5, z - 15.5));
  const [image] = drawSurfaceViews(ball, 0, { size: SIZE });
  const brightness = (left: number, top: number) =>
    image.rgb[3 * (Math.floor(top * SIZE) * SIZE + Math.floor(left * SIZE)) + 1]!;

  test("covers a disc that nearly fills the picture", () => {
    let covered = 0;
    for (let i = 0; i < image.rgb.length; i += 3) if (image.rgb[i]! < 255) covered++;
    expect(covered / (SIZE * SIZE) / (Math.PI / 4 / 1.05 ** 2)).toBeCloseTo(1, 1);
  });

  test("is lit from the upper left, smoothly", () => {
    expect(brightness(0.35, 0.3)).toBeGreaterThan(brightness(0.5, 0.5));
    expect(brightness(0.5, 0.5)).toBeGreaterThan(brightness(0.65, 0.8));
    for (let left = 0.2; left < 0.8; left += 0.01) {
      expect(Math.abs(brightness(left, 0.5) - brightness(left + 0.01, 0.5))).toBeLessThan(8);
    }
  });
});

test("voxels that are not cubes are drawn in Å", () => {
  const slab = volumeOf(
    [12, 12, 12],
    (x, y, z) => (Math.min(x, y, z) > 0 && Math.max(x, y, z) < 11 ? 1 : 0),
    [4, 1, 1],
  );
  const [along, , across] = drawSurfaceViews(slab, 0.5, { size: SIZE });
  // x is four times as long: it fills view 3 from side to side, and in view 1 only a quarter is covered each way.
  expect([colourAt(across, 0.06, 0.5), colourAt(across, 0.5, 0.3)]).toEqual(["other", "background"]);
  expect([colourAt(along, 0.5, 0.5), colourAt(along, 0.3, 0.5)]).toEqual(["other", "background"]);
});

test("a hole is darker than the open face beside it", () => {
  const pitted = volumeOf([40, 40, 20], (x, y, z) =>
    x > 1 && x < 38 && y > 1 && y < 38 && z > 1 && z < 18 && !(Math.hypot(x - 20, y - 20) < 3 && z > 6) ? 1 : 0,
  );
  const image = drawSurfaceViews(pitted, 0.5, { size: SIZE })[2];
  const at = (left: number, top: number) => image.rgb[3 * (Math.floor(top * SIZE) * SIZE + Math.floor(left * SIZE))]!;
  expect(at(0.5, 0.5)).toBeLessThan(0.95 * at(0.25, 0.5));
});

test("an empty surface is the background", () => {
  const surface = extractSurface(body, 2);
  const image = drawSurface(surface, {
    view: CHIMERAX_VIEWS[0],
    size: 4,
    voxelSize: VOXEL_SIZE,
    background: [1, 2, 3],
  });
  expect([...image.rgb]).toEqual(Array.from({ length: 16 }, () => [1, 2, 3]).flat());
});

test("is the same twice, to the byte", () => {
  expect(drawSurfaceViews(body, 0.5, { size: 64 })).toEqual(drawSurfaceViews(body, 0.5, { size: 64 }));
});
