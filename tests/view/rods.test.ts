import { describe, expect, test } from "vitest";
import type { Triple } from "../../src/core/volume/grid.ts";
import { CHIMERAX_VIEWS } from "../../src/report/drawing/views.ts";
import type { Pose } from "../../src/view/pose.ts";
import { ROD_VERTICES, type Rod, rodAt, rodSurface } from "../../src/view/rods.ts";

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const minus = (a: Triple, b: Triple): Triple => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

const RODS: readonly Rod[] = [
  { centre: [3, -2, 5], direction: [0, 0, 1], length: 10, radius: 2 },
  { centre: [20, 0, 0], direction: [0.6, 0.64, 0.48], length: 8, radius: 1 },
];

describe("rods as a surface", () => {
  const { positions, normals, triangles } = rodSurface(RODS);
  const at = (values: Float32Array, i: number): Triple => [values[3 * i]!, values[3 * i + 1]!, values[3 * i + 2]!];
  const rodOf = (vertex: number) => RODS[Math.floor(vertex / ROD_VERTICES)]!;

  test("have every vertex on the rim of an end", () => {
    expect(positions).toHaveLength(3 * ROD_VERTICES * RODS.length);
    for (let i = 0; i < positions.length / 3; i++) {
      const { centre, direction, length, radius } = rodOf(i);
      const from = minus(at(positions, i), centre);
      const along = dot(from, direction);
      expect(Math.abs(along)).toBeCloseTo(length / 2, 4);
      expect(Math.sqrt(dot(from, from) - along * along)).toBeCloseTo(radius, 4);
    }
  });

  test("are closed, their triangles turned outward as their normals are", () => {
    let volume = 0;
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => at(positions, triangles[i + k]!)) as [Triple, Triple, Triple];
      const facing = cross(minus(b, a), minus(c, a));
      for (const k of [0, 1, 2]) expect(dot(facing, at(normals, triangles[i + k]!))).toBeGreaterThan(0);
      volume += dot(a, cross(b, c)) / 6;
    }
    // A prism with twelve sides.
    const expected = RODS.reduce((sum, { length, radius }) => sum + length * 3 * radius * radius, 0);
    expect(volume).toBeCloseTo(expected, 2);
  });
});

describe("the rod under the pointer", () => {
  const pose: Pose = { turn: CHIMERAX_VIEWS[2], centre: [0, 0, 0], half: 30 };
  const along: Rod = { centre: [0, 0, 0], direction: [1, 0, 0], length: 20, radius: 1 };
  const near = (right: number, up: number, slack = 0.5) => ({ at: { right, up }, slack });

  test("is the one that it is on, to its ends and a little beside", () => {
    expect(rodAt([along], pose, near(9, 1.4))).toBe(0);
    expect(rodAt([along], pose, near(9, 1.6))).toBeNull();
    expect(rodAt([along], pose, near(11.4, 0))).toBe(0);
    expect(rodAt([along], pose, near(12, 0))).toBeNull();
  });

  test("is the frontmost of several, also where one is seen from its end", () => {
    const front: Rod = { centre: [0, 0, 4], direction: [0, 1, 0], length: 20, radius: 1 };
    expect(rodAt([along, front], pose, near(0, 0))).toBe(1);
    expect(rodAt([front, along], pose, near(0, 0))).toBe(0);
    expect(rodAt([along, front], pose, near(5, 0))).toBe(0);
    const towards: Rod = { centre: [5, 0, -3], direction: [0, 0, 1], length: 20, radius: 1 };
    expect(rodAt([towards], pose, near(5.5, 0.5))).toBe(0);
  });

  test("moves with the pose", () => {
    expect(rodAt([along], { ...pose, centre: [0, 8, 0] }, near(0, -8))).toBe(0);
    expect(rodAt([], pose, near(0, 0))).toBeNull();
  });
});
