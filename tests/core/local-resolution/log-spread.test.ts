import { expect, it } from "vitest";
import { BAND_WAVELENGTHS } from "../../../src/core/local-resolution/bands.ts";
import { addLogs, SPREAD_SUMS, spreadOf } from "../../../src/core/local-resolution/log-spread.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** The band of 8 Å. */
const FIRST = 4;
/** Logarithms of 40 points: noise that is partly shared by neighbouring bands. */
const LOGS = Array.from({ length: 40 }, (_, point) =>
  Float64Array.from({ length: BANDS }, (_, k) => Math.sin(point * 12.9 + k) + 0.5 * Math.sin(point * 7.3 + 4 * k) - 20),
);

const mean = (of: (logs: Float64Array) => number) => LOGS.reduce((sum, logs) => sum + of(logs), 0) / LOGS.length;

it("deviations and correlations are those of their definition", () => {
  const sums = new Float64Array(SPREAD_SUMS);
  for (const logs of LOGS) addLogs(sums, logs);
  const { deviations, correlations } = spreadOf(sums, LOGS.length);
  const centres = Array.from({ length: BANDS }, (_, k) => mean((logs) => logs[k]!));
  const covariance = (a: number, b: number) => mean((logs) => (logs[a]! - centres[a]!) * (logs[b]! - centres[b]!));
  for (let k = 0; k < BANDS; k++) expect(deviations[k]).toBeCloseTo(Math.sqrt(covariance(k, k)), 9);
  expect(correlations.length).toBe(2 * (BANDS - FIRST) - 3);
  for (let k = FIRST; k + 1 < BANDS; k++) {
    const expected = covariance(k, k + 1) / Math.sqrt(covariance(k, k) * covariance(k + 1, k + 1));
    expect(correlations[k - FIRST]).toBeCloseTo(expected, 5);
  }
  const last = covariance(BANDS - 3, BANDS - 1) / (deviations[BANDS - 3]! * deviations[BANDS - 1]!);
  expect(correlations.at(-1)).toBeCloseTo(last, 5);
});

it("bands that are the same everywhere have no correlation", () => {
  const sums = new Float64Array(SPREAD_SUMS);
  for (let i = 0; i < 5; i++) addLogs(sums, new Float64Array(BANDS).fill(-4));
  const { deviations, correlations } = spreadOf(sums, 5);
  expect([...deviations, ...correlations].every((value) => value === 0)).toBe(true);
});
