import { describe, expect, test } from "vitest";
import { extractSurface, extractSurfaceWithin } from "../../../src/core/surface/marching-cubes.ts";
import type { Surface } from "../../../src/core/surface/surface.ts";
import type { Triple, Volume } from "../../../src/core/volume/grid.ts";
import { seededRandom } from "../../support/random.ts";

function volumeOf(
  box: Triple,
  value: (x: number, y: number, z: number) => number,
  voxelSize: Triple = [1, 1, 1],
): Volume {
  const voxels = new Float32Array(box[0] * box[1] * box[2]);
  let i = 0;
  for (let z = 0; z < box[2]; z++)
    for (let y = 0; y < box[1]; y++) for (let x = 0; x < box[0]; x++) voxels[i++] = value(x, y, z);
  return { grid: { box, voxelSize, origin: [0, 0, 0] }, voxels };
}

/** Falls by one per voxel from a centre that is on no voxel. */
const CENTRE: Triple = [15.3, 16.1, 14.8];
const sphere = (radius: number) =>
  volumeOf([32, 33, 31], (x, y, z) => radius - Math.hypot(x - CENTRE[0], y - CENTRE[1], z - CENTRE[2]));

const noise = (box: Triple) => {
  const random = seededRandom(5);
  return volumeOf(box, () => random());
};

const vertex = (surface: Surface, i: number): Triple => [
  surface.positions[3 * i]!,
  surface.positions[3 * i + 1]!,
  surface.positions[3 * i + 2]!,
];
const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function corners(surface: Surface): [Triple, Triple, Triple][] {
  const result: [Triple, Triple, Triple][] = [];
  for (let t = 0; t < surface.triangles.length; t += 3) {
    const [a, b, c] = surface.triangles.subarray(t, t + 3);
    result.push([vertex(surface, a!), vertex(surface, b!), vertex(surface, c!)]);
  }
  return result;
}

const area = (surface: Surface) =>
  corners(surface).reduce((sum, [a, b, c]) => sum + Math.hypot(...cross(minus(b, a), minus(c, a))) / 2, 0);
/** By the divergence theorem; positive where triangles turn outward. */
const enclosed = (surface: Surface) => corners(surface).reduce((sum, [a, b, c]) => sum + dot(a, cross(b, c)) / 6, 0);

/** How often each directed edge is used. */
function directedEdges({ triangles }: Surface): Map<string, number> {
  const edges = new Map<string, number>();
  for (let t = 0; t < triangles.length; t += 3) {
    for (let k = 0; k < 3; k++) {
      const edge = `${triangles[t + k]} ${triangles[t + ((k + 1) % 3)]}`;
      edges.set(edge, (edges.get(edge) ?? 0) + 1);
    }
  }
  return edges;
}

function expectWatertight(surface: Surface): void {
  const edges = directedEdges(surface);
  const torn = [...edges].filter(
    ([edge, count]) => count !== 1 || edges.get(edge.split(" ").reverse().join(" ")) !== 1,
  );
  expect(torn).toEqual([]);
}

describe("a sphere", () => {
  const surface = extractSurface(sphere(10), 0);

  test("is watertight, of one piece, with every vertex shared", () => {
    expectWatertight(surface);
    const [vertices, triangles] = [surface.positions.length / 3, surface.triangles.length / 3];
    // Euler: V − E + F = 2 with E = 3F/2.
    expect(vertices - triangles / 2).toBe(2);
  });

  test("has the area, the volume and the radius of one", () => {
    expect(Math.abs(area(surface) / (4 * Math.PI * 100) - 1)).toBeLessThan(0.01);
    expect(Math.abs(enclosed(surface) / ((4 / 3) * Math.PI * 1000) - 1)).toBeLessThan(0.01);
    for (let i = 0; i < surface.positions.length / 3; i++) {
      expect(Math.abs(Math.hypot(...minus(vertex(surface, i), CENTRE)) - 10)).toBeLessThan(0.02);
    }
  });

  test("has unit normals along its radii, outward", () => {
    for (let i = 0; i < surface.positions.length / 3; i++) {
      const [x, y, z] = surface.normals.subarray(3 * i, 3 * i + 3);
      const radius = minus(vertex(surface, i), CENTRE);
      expect(Math.hypot(x!, y!, z!)).toBeCloseTo(1, 6);
      expect(dot([x!, y!, z!], radius) / Math.hypot(...radius)).toBeGreaterThan(0.999);
    }
  });
});

test("all 256 cases close: a volume of noise is watertight at several levels", () => {
  for (const level of [-0.3, 0, 0.2, 0.45]) expectWatertight(extractSurface(noise([13, 12, 14]), level));
});

test("what the box cuts is capped: a full box is a closed box", () => {
  const surface = extractSurface(
    volumeOf([4, 5, 6], () => 2),
    1,
  );
  expectWatertight(surface);
  expect(enclosed(surface)).toBeCloseTo(3 * 4 * 5, 4);
});

test("a sphere cut by the box stays closed and keeps its inside", () => {
  const surface = extractSurface(
    volumeOf([9, 20, 20], (x, y, z) => 6 - Math.hypot(x, y - 10, z - 10)),
    0,
  );
  expectWatertight(surface);
  expect(enclosed(surface) / ((2 / 3) * Math.PI * 216)).toBeCloseTo(1, 1);
});

test("three arms of different lengths point along +x, +y and +z: nothing is mirrored", () => {
  const arm = (along: number, a: number, b: number, length: number) =>
    along >= 4 && along <= 4 + length && Math.abs(a - 4) < 2 && Math.abs(b - 4) < 2;
  const surface = extractSurface(
    volumeOf([24, 22, 20], (x, y, z) => (arm(x, y, z, 15) || arm(y, z, x, 10) || arm(z, x, y, 5) ? 1 : 0)),
    0.5,
  );
  const farthest = [0, 1, 2].map((axis) =>
    surface.positions.reduce((most, p, i) => (i % 3 === axis ? Math.max(most, p) : most), 0),
  );
  expect(farthest).toEqual([19.5, 14.5, 9.5]);
  expect(enclosed(surface)).toBeGreaterThan(0);
});

test("normals are perpendicular to the surface in Å where voxels are not cubes", () => {
  // The plane x + y = const in Å: with voxels of 1 and 2 Å its normal is (1, 1)/√2, not that of the index lattice.
  const surface = extractSurface(
    volumeOf([20, 10, 4], (x, y) => -(x + 2 * y), [1, 2, 1]),
    -10.5,
  );
  const interior = [...Array(surface.positions.length / 3).keys()].filter((i) => {
    const [x, y, z] = vertex(surface, i);
    return x > 1 && y > 1 && z > 0.5 && z < 2.5;
  });
  expect(interior.length).toBeGreaterThan(5);
  for (const i of interior) {
    expect(surface.normals[3 * i]).toBeCloseTo(Math.SQRT1_2, 5);
    expect(surface.normals[3 * i + 1]).toBeCloseTo(Math.SQRT1_2, 5);
  }
});

test("nothing reaches the level: an empty surface", () => {
  expect(extractSurface(sphere(5), 6)).toEqual({
    positions: new Float32Array(0),
    normals: new Float32Array(0),
    triangles: new Uint32Array(0),
  });
});

test("is the same twice, to the bit", () => {
  expect(extractSurface(noise([9, 8, 7]), 0.1)).toEqual(extractSurface(noise([9, 8, 7]), 0.1));
});

test("within a budget it is the same surface, beyond it there is none", () => {
  const volume = sphere(10);
  const whole = extractSurface(volume, 0);
  const count = whole.triangles.length / 3;
  expect(extractSurfaceWithin(volume, 0, { mostTriangles: count })).toEqual(whole);
  expect(extractSurfaceWithin(volume, 0, { mostTriangles: count - 1 })).toBeNull();
});

test("asks after each layer whether it is still wanted", () => {
  let asked = 0;
  const cancellation = {
    throwIfAborted() {
      if (++asked === 3) throw new Error("no longer");
    },
  };
  expect(() => extractSurfaceWithin(sphere(10), 0, { mostTriangles: Infinity, cancellation })).toThrow("no longer");
  expect(asked).toBe(3);
});
