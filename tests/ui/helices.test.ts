import { expect, test } from "vitest";
import { helixPlace, helixRods } from "../../src/ui/surface/helices.ts";

const RIGHT = { centre: [10.4, 20.6, 30], direction: [0, 0, 1], probability: 0.9, logRatio: 1.2 } as const;
const LEFT = { centre: [5, 5, 5], direction: [1, 0, 0], probability: 0.7, logRatio: -0.4 } as const;

test("helices are rods in Å of the hand that D says, the thicker one at the crosshair", () => {
  const [right, left] = helixRods([RIGHT, LEFT], { voxelSize: [1, 1.5, 2] }, [10, 21, 30]);
  expect(right).toMatchObject({ centre: [10.4, 20.6 * 1.5, 60], direction: [0, 0, 1], hand: "right" });
  expect(right!.place).toEqual(helixPlace(RIGHT));
  expect(left).toMatchObject({ hand: "left", place: [5, 5, 5], length: right!.length });
  expect(right!.radius).toBeGreaterThan(left!.radius);
});
