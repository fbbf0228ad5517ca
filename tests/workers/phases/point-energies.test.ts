import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BAND_WAVELENGTHS } from "../../../src/core/local-resolution/bands.ts";
import { mapFeatures, POINT_FEATURES, pointFeatures, takeLogs } from "../../../src/core/local-resolution/features.ts";
import { smoothEstimates } from "../../../src/core/local-resolution/smooth-estimates.ts";
import type { Triple } from "../../../src/core/volume/grid.ts";
import { measureEnergies, type PointEnergies } from "../../../workers/phases/point-energies.ts";
import { makeTestJob } from "./scrambled-job.ts";

const BANDS = BAND_WAVELENGTHS.length;

interface Example {
  readonly box: Triple;
  readonly voxelSize: Triple;
  readonly level: number;
  readonly maskVoxels: number;
  readonly points: number;
  readonly background: "used" | "none";
  readonly shown: readonly number[];
  readonly own: readonly string[];
  readonly regional: readonly string[];
  readonly around: readonly string[];
  readonly pointFeatures: readonly string[];
  readonly mapFeatures: string;
  readonly smoothed: string;
}

// Written by training/local_resolution/make_example.py with numpy 1.24 and scipy 1.10.
const EXAMPLES: readonly Example[] = JSON.parse(
  readFileSync(new URL("../../data/local-resolution.json", import.meta.url), "utf8"),
);

/** The map of the examples, by its formula. */
function exampleMap([nx, ny, nz]: Triple, voxelSize: Triple): Float32Array {
  const wave = (length: number, period: number) => Math.cos((2 * Math.PI * length) / period);
  return Float32Array.from({ length: nx * ny * nz }, (_, at) => {
    const [x, y, z] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
    const [dx, dy, dz] = [
      (x - nx / 2) * voxelSize[0],
      (y - ny / 2) * voxelSize[1],
      (z - nz / 2) * voxelSize[2],
    ] as const;
    const waves = wave(dx, 9.5) + 0.6 * wave(dy + dz, 7.1) + 0.4 * wave(dx - dz, 4.7);
    const grain = ((x * 73 + y * 179 + z * 283) ** 2 % 1013) / 1013 - 0.5;
    return Math.exp(-(dx * dx + dy * dy + dz * dz) / 200) * (2 + waves) + 0.3 * grain;
  });
}

function measured({ box, voxelSize, level }: Example, team: "plain" | "scrambled") {
  const voxels = exampleMap(box, voxelSize);
  const { context, map, longestMessage } = makeTestJob({ box, voxels, team });
  const bytes = Uint8Array.from(voxels, (value) => Number(value > level));
  const mask = context.self.volumes.keep("map.mask", bytes.buffer);
  const grid = { ...map.grid, voxelSize };
  const energies = measureEnergies(context, { map: { ...map, grid }, mask })!;
  const at = (address: number, point: number) => {
    const all = new Float32Array(context.self.kernel.memory.buffer, address, BANDS * energies.count);
    return Float64Array.from({ length: BANDS }, (_, k) => all[k * energies.count + point]!);
  };
  return { energies, at, longestMessage };
}

function features(energies: PointEnergies, at: (address: number, point: number) => Float64Array, point: number) {
  const [own, regional] = [at(energies.own, point), at(energies.regional, point)];
  const out = new Float64Array(POINT_FEATURES);
  takeLogs(own);
  takeLogs(regional);
  pointFeatures({ own, regional }, energies.ofMap.mean, out);
  return out;
}

const numbers = (row: string) => row.split(" ").map(Number);

function compare(values: Float64Array, row: string): void {
  const expected = numbers(row);
  expect(values.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(Math.abs(values[i]! - value)).toBeLessThan(5e-3);
}

describe.each(EXAMPLES)("the energies of a map of $voxelSize Å a voxel", (example) => {
  const { energies, at } = measured(example, "plain");

  it("are taken at the points of the reference", () => {
    expect(energies.count).toBe(example.points);
    expect(energies.ofMap.background === null).toBe(example.background === "none");
  });

  it("are those of the reference, and so are their means about each point", () => {
    example.shown.forEach((point, row) => {
      for (const kind of ["own", "regional"] as const) {
        const values = at(energies[kind], point);
        const expected = numbers(example[kind][row]!);
        // Where a band is nearly empty, rounding errors of the float32 transforms are what is left of it.
        const floor = 1e-5 * Math.max(...expected);
        for (const [k, value] of expected.entries())
          expect(Math.abs(values[k]! - value)).toBeLessThan(2e-3 * value + floor);
      }
    });
  });

  it("are those of the reference around the mask", () => {
    const { around } = energies.ofMap;
    expect(around.length).toBe(example.around.length);
    example.around.forEach((row, shell) => {
      const values = around[shell] ?? new Float64Array(BANDS);
      for (const [k, value] of numbers(row).entries())
        expect(Math.abs(values[k]! - value)).toBeLessThan(1e-3 * value + 1e-30);
    });
  });

  it("give the features of the reference", () => {
    for (const [row, point] of example.shown.entries())
      compare(features(energies, at, point), example.pointFeatures[row]!);
    compare(mapFeatures(energies.ofMap), example.mapFeatures);
  });

  it("give places on the grid at which estimates are smoothed as in the reference", () => {
    const { region, sorted, count } = energies;
    const values = Float32Array.from({ length: count }, (_, point) => 3 + ((point * 7) % 11) / 2);
    const smoothed = smoothEstimates({ region, kinds: sorted.kinds, values });
    const expected = numbers(example.smoothed);
    example.shown.forEach((point, i) => {
      expect(Math.abs(smoothed[point]! - expected[i]!)).toBeLessThan(2e-4);
    });
  });

  it("have the same bits whoever computes them", () => {
    const other = measured(example, "scrambled");
    for (const point of example.shown) {
      expect(other.at(other.energies.regional, point)).toEqual(at(energies.regional, point));
      expect(features(other.energies, other.at, point)).toEqual(features(energies, at, point));
    }
    expect(mapFeatures(other.energies.ofMap)).toEqual(mapFeatures(energies.ofMap));
    expect(other.longestMessage()).toBeLessThan(2600);
  });
});
