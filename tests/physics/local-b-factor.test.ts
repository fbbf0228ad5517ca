import { describe, expect, it } from "vitest";
import type { Triple } from "../../src/core/volume/grid.ts";
import type { MapHandle } from "../../workers/handles.ts";
import { makeLocalWorker, mapHandle, maskHandle, voxelsOf } from "../support/local-worker.ts";
import { seededRandom } from "../support/random.ts";
import { naiveLocalBFactors, transform } from "../workers/jobs/naive-local.ts";

const worker = makeLocalWorker();

/** Bytes of a ball about the middle of a cube, its radius as a share of the box. */
function ball(n: number, share: number): Uint8Array {
  return Uint8Array.from({ length: n ** 3 }, (_, at) => Number(distanceFromMiddle(at, n) < share * n));
}

function distanceFromMiddle(at: number, n: number): number {
  return Math.hypot((at % n) - n / 2, (Math.floor(at / n) % n) - n / 2, Math.floor(at / (n * n)) - n / 2);
}

/** Median local B-factors inside a ball of the resized map, in both readings, Å². */
async function medians(map: MapHandle, resolution: number): Promise<{ corrected: number; vrs: number }> {
  const resized = await worker.run("resize", { map, resolution });
  const mask = maskHandle(ball(resized.grid.box[0], 0.3));
  const request = { map: resized, mask, resolution, voxelSize: map.grid.voxelSize[0] };
  const { measurements } = (await worker.run("localBFactor", request))!;
  return { corrected: measurements.corrected.percentiles.p50!, vrs: measurements.vrs.percentiles.p50! };
}

describe("white noise", () => {
  const SEEDS = 20;
  const box: Triple = [40, 40, 40];
  const noise = (seed: number) => {
    const random = seededRandom(7919 * seed);
    // Four uniform numbers make it nearly normal.
    return Float32Array.from({ length: 40 ** 3 }, () => random() + random() + random() + random());
  };

  it.each([
    { resized: "as it is", voxelSize: 2, resolution: 4 },
    { resized: "made coarser", voxelSize: 1.5, resolution: 4 },
  ])("$resized has no local B-factor once its offset is taken off", async ({ voxelSize, resolution }) => {
    const found: number[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      found.push((await medians(mapHandle(noise(seed), { box, voxelSize }), resolution)).corrected);
    }
    const mean = found.reduce((sum, b) => sum + b, 0) / SEEDS;
    const deviation = Math.sqrt(found.reduce((sum, b) => sum + (b - mean) ** 2, 0) / (SEEDS - 1));
    expect(Math.abs(mean)).toBeLessThanOrEqual(Math.max((3 * deviation) / Math.sqrt(SEEDS), 6));
  });
});

describe("a map whose amplitudes fall off as exp(B·s²/4)", () => {
  const n = 24;
  const voxelSize = 1.5;
  const resolution = 3;
  const blurs = [50, 0, -50, -100, -200];

  /** Points in a ball, each a narrow Gaussian, over weak noise. */
  const sharp = (() => {
    const random = seededRandom(21);
    const atoms = Array.from({ length: 80 }, () => [0, 1, 2].map(() => n / 2 + 0.55 * n * random()));
    return Float64Array.from({ length: n ** 3 }, (_, at) => {
      const voxel = [at % n, Math.floor(at / n) % n, Math.floor(at / (n * n))];
      const density = atoms.map((atom) => Math.exp(-voxel.reduce((sum, v, k) => sum + (v - atom[k]!) ** 2, 0) / 1.2));
      return density.reduce((sum, value) => sum + value, 0) + 0.05 * random();
    });
  })();

  function blurred(b: number): Float32Array {
    const spectrum = transform({ re: sharp, im: new Float64Array(n ** 3) }, n, -1);
    const index = (k: number) => (k < n / 2 ? k : k - n);
    for (let at = 0; at < n ** 3; at++) {
      const k = [at % n, Math.floor(at / n) % n, Math.floor(at / (n * n))].map(index);
      const squared = k.reduce((sum, i) => sum + (i / (n * voxelSize)) ** 2, 0);
      const gain = Math.exp((b * squared) / 4) / n ** 3;
      spectrum.re[at]! *= gain;
      spectrum.im[at]! *= gain;
    }
    return Float32Array.from(transform(spectrum, n, 1).re);
  }

  it("has a median that follows B, at both ends the same as a direct calculation in double precision", async () => {
    const mask = ball(n, 0.3);
    const found: number[] = [];
    for (const b of blurs) {
      const voxels = blurred(b);
      const map = mapHandle(voxels, { box: [n, n, n], voxelSize });
      const { vrs } = await medians(map, resolution);
      expect(voxelsOf(await worker.run("resize", { map, resolution }))).toEqual(voxels);
      found.push(vrs);
      // The direct calculation takes a thousand times as long, so it is made at both ends.
      if (b !== blurs.at(0) && b !== blurs.at(-1)) continue;
      const naive = naiveLocalBFactors({ n, voxelSize, voxels, mask }, resolution).sort((a, c) => a - c);
      const middle = (naive[(naive.length - 1) >> 1]! + naive[naive.length >> 1]!) / 2;
      expect(Math.abs(vrs - middle)).toBeLessThan(0.5);
    }
    for (const [i, b] of found.entries()) if (i > 0) expect(b).toBeLessThan(found[i - 1]!);
  });
});
