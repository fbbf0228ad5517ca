import { describe, expect, it } from "vitest";
import { evaluateLocalResolution } from "../../../src/checks/local-resolution.ts";
import type { Triple } from "../../../src/core/volume/grid.ts";
import { localResolution } from "../../../workers/jobs/local-resolution.ts";
import { helixMap } from "../../support/helix-map.ts";
import { makeTestJob } from "../phases/scrambled-job.ts";

const SIZE = 64;
const BOX: Triple = [SIZE, SIZE, SIZE];
const VOXEL = 1.1;
const GRID = [VOXEL, VOXEL, VOXEL] as const;
const ATOM_VOLUME = 17.2;

/**
 * Helices blurred and never sharpened, with white noise that leaves a signal-to-noise ratio of 0.33 at `resolution`. The
 * power of N atoms exp(−r²/2σ²) is N(2πσ²)³exp(−4π²σ²s²), that of the noise in their volume its variance times the volume
 * and that of a voxel.
 */
function unsharpened(resolution: number, spread: number): Float32Array {
  const atom = (2 * Math.PI * spread ** 2) ** 3 * Math.exp(-((2 * Math.PI * spread) ** 2) / resolution ** 2);
  const variance = atom / (0.33 * ATOM_VOLUME * VOXEL ** 3);
  return helixMap(SIZE, { voxelSize: VOXEL, spread, noise: Math.sqrt(12 * variance) });
}

async function measured(voxels: Float32Array, { spread, reported }: { spread: number; reported: number }) {
  const { context, map } = makeTestJob({ box: BOX, voxels });
  const clean = helixMap(SIZE, { voxelSize: VOXEL, spread, noise: 0 });
  const level = clean
    .slice()
    .sort()
    .at(-Math.round((360 * ATOM_VOLUME) / VOXEL ** 3))!;
  const bytes = Uint8Array.from(clean, (value) => Number(value >= level));
  const mask = context.self.volumes.keep("map.mask", bytes.buffer);
  const request = { map: { ...map, grid: { ...map.grid, voxelSize: GRID } }, mask, resolution: reported };
  const { measurements } = (await localResolution(request, context))!;
  return evaluateLocalResolution(measurements, reported);
}

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);
const TOO_HIGH = "localResolution.reportedTooHigh";

describe("a map that was never sharpened", () => {
  it.each([
    { resolution: 3.2, spread: 0.9 },
    { resolution: 4.5, spread: 1.4 },
  ])("of $resolution Å is doubted by VRS's rule alone", async ({ resolution, spread }) => {
    const { warnings } = await measured(unsharpened(resolution, spread), { spread, reported: resolution });
    expect(codes(warnings.vrs)).toContain(TOO_HIGH);
    expect(warnings.corrected).toEqual([]);
  });

  it("of 9 Å is not taken for one of 3.5 Å", async () => {
    const { warnings } = await measured(unsharpened(9, 3), { spread: 3, reported: 3.5 });
    expect(codes(warnings.corrected)).toEqual([TOO_HIGH]);
  });
});
