import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findBackground, findPlateau, signalHeight } from "../../../src/core/volume/contour-evidence.ts";
import { contourLadder, type LevelMeasurement, suggestContour } from "../../../src/core/volume/contour-suggestion.ts";
import type { MapHistogram } from "../../../src/core/volume/histogram.ts";
import type { MapStatistics } from "../../../src/core/volume/statistics.ts";
import { components, measure } from "../../support/contour.ts";
import { DATA_FOLDER } from "../../support/data-folder.ts";
import { seededRandom } from "../../support/random.ts";

/** A ball of radius 9 voxels in a box of 48, in Gaussian noise of the given rms deviation, zero outside the mask's radius (voxels). */
function ball({
  noise,
  height = 1,
  mask = Number.POSITIVE_INFINITY,
}: {
  noise: number;
  height?: number;
  mask?: number;
}) {
  const size = 48;
  const random = seededRandom(7);
  const values = new Float32Array(size ** 3);
  for (let i = 0; i < values.length; i++) {
    const [x, y, z] = [i % size, Math.floor(i / size) % size, Math.floor(i / (size * size))];
    const radius = Math.hypot(x - size / 2, y - size / 2, z - size / 2);
    let gaussian = 0;
    for (let k = 0; k < 12; k++) gaussian += random();
    values[i] = radius > mask ? 0 : noise * gaussian + height / (1 + Math.exp((radius - 9) / 0.8));
  }
  return { values, box: [size, size, size] as const };
}

function suggestionsOf(map: { values: Float32Array; box: readonly [number, number, number] }) {
  const { histogram, statistics } = measure(map.values);
  const ladder = components(map.values, map.box, contourLadder(histogram, statistics));
  return { histogram, statistics, ladder, suggestions: suggestContour({ histogram, statistics, ladder }) };
}

const FLAT: MapHistogram = { min: 2, max: 2, counts: [8], spike: { value: 2, voxels: 8 } };
const FLAT_STATISTICS: MapStatistics = { min: 2, max: 2, mean: 2, std: 0 };

describe("findBackground", () => {
  it("recovers centre and rms deviation of the noise beside a molecule", () => {
    const { level, std, masked, crowded } = findBackground(measure(ball({ noise: 0.1 }).values).histogram);
    expect(level).toBeCloseTo(0, 1);
    expect(std).toBeGreaterThan(0.09);
    expect(std).toBeLessThan(0.11);
    expect({ masked, crowded }).toEqual({ masked: false, crowded: false });
  });

  it("takes the constant outside a tight mask as its centre and calls the rest crowded", () => {
    const { level, masked, crowded } = findBackground(measure(ball({ noise: 0.1, mask: 11 }).values).histogram);
    expect({ level, masked, crowded }).toEqual({ level: 0, masked: true, crowded: true });
  });
});

describe("signalHeight", () => {
  it("is Σ n d² / Σ n d of what noise does not mirror", () => {
    // Symmetric noise about 0, and 30 voxels at 6.5 and 10 at 8.5.
    const counts = [0, 0, 0, 0, 20, 100, 20, 0, 0, 0, 0, 0, 30, 0, 10];
    const histogram: MapHistogram = { min: -5.5, max: 9.5, counts, spike: null };
    const background = { level: 0, std: 0.5, masked: false, crowded: false, values: histogram };
    expect(signalHeight(background)).toBeCloseTo((30 * 49 + 10 * 81) / (30 * 7 + 10 * 9), 12);
  });

  it("is null where nothing stands out", () => {
    const histogram: MapHistogram = { min: -1.5, max: 1.5, counts: [10, 50, 10], spike: null };
    expect(signalHeight({ level: 0, std: 1, masked: false, crowded: false, values: histogram })).toBeNull();
  });
});

describe("findPlateau", () => {
  const rung = (level: number, share: number): LevelMeasurement => ({
    level,
    voxels: 1000,
    components: 2,
    largestVoxels: 1000 * share,
  });

  it("interpolates its end in the logarithm of the height", () => {
    const plateau = findPlateau([rung(1, 0.5), rung(2, 0.95), rung(4, 1), rung(8, 0.8)], 0);
    expect(plateau?.from).toBe(2);
    expect(plateau?.to).toBeCloseTo(4 * Math.SQRT2, 12);
  });

  it("takes the highest run of levels in one piece, in any order of rungs", () => {
    expect(findPlateau([rung(8, 0.9), rung(1, 1), rung(4, 0.3)], 0)).toEqual({ from: 8, to: 8 });
  });

  it("is null for a map that is never in one piece", () =>
    expect(findPlateau([rung(1, 0.6), rung(2, 0.55)], 0)).toBeNull());
});

describe("contourLadder", () => {
  it("has 16 ascending levels between the background and the maximum", () => {
    const { histogram, statistics } = measure(ball({ noise: 0.05 }).values);
    const ladder = contourLadder(histogram, statistics);
    expect(ladder).toHaveLength(16);
    expect([...ladder].sort((a, b) => a - b)).toEqual(ladder);
    expect(ladder.at(-1)).toBeLessThan(statistics.max);
    expect(ladder[0]).toBeGreaterThan(0);
  });

  it("is empty without contrast", () => expect(contourLadder(FLAT, FLAT_STATISTICS)).toEqual([]));
});

describe("suggestContour", () => {
  it.each([
    ["little noise", { noise: 0.03 }],
    ["much noise", { noise: 0.1 }],
    ["a tight mask", { noise: 0.05, mask: 11 }],
    ["a spherical mask", { noise: 0.05, mask: 23 }],
  ])("finds about half the height of a ball with %s, and is sure of it", (_, options) => {
    const [first] = suggestionsOf(ball(options)).suggestions;
    expect(first).toMatchObject({ method: "combined", version: 1, confidence: "high" });
    expect(first?.level).toBeGreaterThan(0.4);
    expect(first?.level).toBeLessThan(0.8);
  });

  it("is not sure of noise alone", () => {
    const [first] = suggestionsOf(ball({ noise: 1, height: 0 })).suggestions;
    expect(first?.confidence).toBe("low");
  });

  it("is not sure before the pieces are counted", () => {
    const { histogram, statistics } = measure(ball({ noise: 0.03 }).values);
    const [first] = suggestContour({ histogram, statistics });
    expect(first?.confidence).toBe("low");
    expect(first?.reason).toContain("no second opinion");
  });

  it("follows scale and offset of the map values", () => {
    const { values, box } = ball({ noise: 0.05 });
    const level = (map: Float32Array) => suggestionsOf({ values: map, box }).suggestions[0]!.level;
    const changed = level(values.map((value) => 512 + 64 * value));
    expect((changed - 512) / 64 / level(values)).toBeCloseTo(1, 1);
  });

  it("names each method once, with one sentence and a level inside the map", () => {
    const { suggestions, statistics } = suggestionsOf(ball({ noise: 0.05 }));
    expect(suggestions.map(({ method }) => method)).toEqual([
      "combined",
      "signal",
      "componentPlateau",
      "background",
      "volumeFraction",
    ]);
    for (const { level, reason } of suggestions) {
      expect(level).toBeGreaterThan(statistics.min);
      expect(level).toBeLessThan(statistics.max);
      expect(reason).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  it("suggests nothing without contrast", () =>
    expect(suggestContour({ histogram: FLAT, statistics: FLAT_STATISTICS })).toEqual([]));
});

const data = `${DATA_FOLDER}/data/maps`;

describe.skipIf(!existsSync(data))(`author's levels (needs ${data})`, () => {
  it.each([
    ["emd_1080.mrc", 0.8, "high"],
    ["emd_1997.map", 1, "low"],
    ["emd_5170.map", 0.8, "high"],
    ["emd_6824.mrc", 3, "high"],
    ["low-res-emd-32143_42.map", 0.01, "high"],
  ])("%s: within a factor of two of %s, confidence %s", (file, author, confidence) => {
    const [first] = suggestionsOf(readPlain(`${data}/${file}`)).suggestions;
    expect(first!.level / author).toBeGreaterThan(0.5);
    expect(first!.level / author).toBeLessThan(2);
    expect(first!.confidence).toBe(confidence);
  });

  it("emd_3197, two pieces that fill the box: low confidence", () => {
    expect(suggestionsOf(readPlain(`${data}/emd_3197.map`)).suggestions[0]?.confidence).toBe("low");
  });
});

/** A little-endian mode 2 file in memory order: the axis order does not change a histogram or a component. */
function readPlain(path: string) {
  const bytes = readFileSync(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const box = [view.getInt32(0, true), view.getInt32(4, true), view.getInt32(8, true)] as const;
  const start = bytes.byteOffset + 1024 + view.getInt32(92, true);
  const values = new Float32Array(bytes.buffer.slice(start, start + 4 * box[0] * box[1] * box[2]));
  return { values, box };
}
