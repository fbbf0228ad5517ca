import { describe, expect, test } from "vitest";
import type { Triple } from "../../src/core/volume/grid.ts";
import { CHIMERAX_VIEWS } from "../../src/report/drawing/views.ts";
import { moved, type Pose, rolled, type Turn, turned, zoomed } from "../../src/view/pose.ts";
import { seededRandom } from "../support/random.ts";

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Triple, b: Triple) => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
/** Where a place of the body is seen: right, up, towards the viewer. */
const seen = ({ right, up, toward }: Turn, place: Triple) => [dot(right, place), dot(up, place), dot(toward, place)];

const VIEW_3 = CHIMERAX_VIEWS[2];

describe("a body seen with x right, y up, z towards the viewer", () => {
  test("dragged right by a quarter turn, its front goes to the right and its left side comes to the front", () => {
    const turn = turned(VIEW_3, { right: Math.PI / 2, up: 0 });
    expectClose(seen(turn, [0, 0, 1]), [1, 0, 0]);
    expectClose(seen(turn, [-1, 0, 0]), [0, 0, 1]);
    expectClose(seen(turn, [0, 1, 0]), [0, 1, 0]);
  });

  test("dragged up by a quarter turn, its front goes up", () => {
    const turn = turned(VIEW_3, { right: 0, up: Math.PI / 2 });
    expectClose(seen(turn, [0, 0, 1]), [0, 1, 0]);
    expectClose(seen(turn, [1, 0, 0]), [1, 0, 0]);
  });

  test("rolled by a quarter turn, its right side goes up", () => {
    expectClose(seen(rolled(VIEW_3, Math.PI / 2), [1, 0, 0]), [0, 1, 0]);
  });
});

test("ten thousand turns later the axes are still square and not mirrored", () => {
  const random = seededRandom(9);
  let turn: Turn = CHIMERAX_VIEWS[1];
  for (let i = 0; i < 10_000; i++) {
    turn = turned(turn, { right: random() - 0.5, up: random() - 0.5 });
    turn = rolled(turn, random() - 0.5);
  }
  expect(dot(turn.right, turn.up)).toBeCloseTo(0, 12);
  expect(dot(turn.right, turn.right)).toBeCloseTo(1, 12);
  expectClose(cross(turn.right, turn.up), turn.toward);
});

test("moving and zooming keep to the picture's own directions and limits", () => {
  const pose: Pose = { turn: CHIMERAX_VIEWS[0], centre: [1, 2, 3], half: 50 };
  // View 1 has y to the right and z up: what moves right brings lower y to the middle.
  expect(moved(pose, { right: 5, up: 7 }).centre).toEqual([1, -3, -4]);
  expect(zoomed(pose, 2, 50).half).toBe(25);
  expect(zoomed(pose, 1e6, 50).half).toBe(50 / 40);
  expect(zoomed(pose, 1e-6, 50).half).toBe(400);
});

function expectClose(found: readonly number[], expected: readonly number[]): void {
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 9);
}
