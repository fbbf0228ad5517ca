import { expect, test } from "vitest";
import { alongStops } from "../../../src/core/math/along-stops.ts";

const STOPS = [10, 20, 0, 8];

test("is the stop itself at a stop, and linear between two", () => {
  expect([0, 1, 2, 3].map((place) => alongStops(STOPS, place))).toEqual(STOPS);
  expect([0.25, 1.5, 2.75].map((place) => alongStops(STOPS, place))).toEqual([12.5, 10, 6]);
});

test("stays at the ends beyond them", () => {
  expect([-1, -1e9, 3.1, 1e9].map((place) => alongStops(STOPS, place))).toEqual([10, 10, 8, 8]);
});
