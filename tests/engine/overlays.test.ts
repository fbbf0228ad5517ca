import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AXES, voxelCount } from "../../src/core/volume/grid.ts";
import { createEngine } from "../../src/engine/create-engine.ts";
import type { Engine, LocalVolumeName, Validation, ValidationParameters } from "../../src/engine/engine.ts";
import { measurementsOf } from "../../src/report/measured.ts";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { nodeEngine, watchedPlatform } from "../support/node-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SIDE = 32;
const PARAMETERS: ValidationParameters = { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 6 };
const FIRST = { axis: "z", index: 0 } as const;
const folder = temporaryFolder();
const start = [5, -7, 11] as const;
const path = folder.write("blobs.map", blobMap(SIDE, { start }));

describe.each(["shared", "private"] as const)("overlays with %s memory", (memory) => {
  async function opened(): Promise<{ engine: Engine; id: string }> {
    const engine = nodeEngine(watchedPlatform({ memory }));
    const { id } = await engine.open({ path });
    return { engine, id };
  }

  it("have the hard mask once a run has made it, at its level only, in the map's orientation", {
    timeout: 60_000,
  }, async () => {
    const { engine, id } = await opened();
    expect(await engine.overlaySlice(id, "hardMask", BLOB_LEVEL, FIRST)).toBeNull();
    expect(await engine.localVolume(id, "localBFactor")).toBeNull();
    const { figures } = await engine.validate(id, PARAMETERS);
    expect(await engine.overlaySlice(id, "hardMask", 2 * BLOB_LEVEL, FIRST)).toBeNull();
    for (const [k, axis] of AXES.entries()) {
      const { indices, slices } = figures.hardMask!;
      expect(await engine.overlaySlice(id, "hardMask", BLOB_LEVEL, { axis, index: indices![k]! })).toEqual(slices[k]);
    }
  });

  describe("of one run", () => {
    let engine: Engine;
    let id = "";
    let validation: Validation;
    beforeAll(async () => {
      engine = createEngine(watchedPlatform({ memory }));
      id = (await engine.open({ path })).id;
      validation = await engine.validate(id, PARAMETERS);
    });
    afterAll(() => engine.dispose());

    it("have the soft mask of the report's figures", async () => {
      const { indices, slices } = validation.figures.softMask!;
      for (const [k, axis] of AXES.entries()) {
        const slice = (await engine.overlaySlice(id, "softMask", BLOB_LEVEL, { axis, index: indices![k]! }))!;
        const worst = slice.values.reduce((most, v, i) => Math.max(most, Math.abs(v - slices[k]!.values[i]!)), 0);
        expect(worst).toBeLessThan(2e-6);
      }
    });

    it("have components by rank, as many voxels of each as the report counts", async () => {
      const counts: number[] = [];
      for (let index = 0; index < SIDE; index++) {
        const slice = await engine.overlaySlice(id, "components", BLOB_LEVEL, { axis: "z", index });
        for (const rank of slice!.values) counts[rank] = (counts[rank] ?? 0) + 1;
      }
      const { components, componentCount } = measurementsOf(validation.report, "mask")!;
      expect(counts).toHaveLength(componentCount + 1);
      for (const [i, { voxels }] of components.entries()) expect(counts[i + 1]).toBe(voxels);
    });

    it("have the local measurements as volumes that lie over the map", async () => {
      const { report } = validation;
      for (const name of ["localBFactor", "localOccupancy"] as const) {
        const { grid, voxels, mask, unit } = (await engine.localVolume(id, name))!;
        expect(unit).toBe(name === "localBFactor" ? "Å²" : "fraction");
        expect(voxels).toHaveLength(voxelCount(grid.box));
        const inside = voxels.filter((_, at) => mask[at] === 1).sort();
        expect(inside).toHaveLength(measurementsOf(report, name)!.resized.maskVoxels);
        expect(voxels.every((value, at) => mask[at] === 1 || value === 0)).toBe(true);
        expect(inside[0]).toBeCloseTo(smallest(report, name), 2);
        // Voxel ⌊N/2⌋ of both boxes is the one point that they share: 2 Å a voxel, first voxel at the header's start.
        for (const k of [0, 1, 2] as const) {
          const shared = grid.origin[k] + Math.floor(grid.box[k] / 2) * grid.voxelSize[k];
          expect(shared).toBeCloseTo(2 * (start[k] + SIDE / 2), 9);
        }
      }
    });

    it("have the nearest measured voxel at each voxel of a slice, and nothing elsewhere", async () => {
      const { grid, voxels, mask } = (await engine.localVolume(id, "localBFactor"))!;
      const slice = (await engine.overlaySlice(id, "localBFactor", BLOB_LEVEL, { axis: "z", index: 17 }))!;
      expect([slice.width, slice.height]).toEqual([SIDE, SIDE]);
      const nearest = (voxel: number, k: 0 | 1 | 2) =>
        Math.round((2 * (start[k] + voxel) - grid.origin[k]) / grid.voxelSize[k]);
      let [measured, wrong] = [0, 0];
      for (const [at, value] of slice.values.entries()) {
        const [x, y] = [at % SIDE, SIDE - 1 - Math.floor(at / SIDE)];
        const from = (nearest(17, 2) * grid.box[1] + nearest(y, 1)) * grid.box[0] + nearest(x, 0);
        const expected = mask[from] === 1 ? voxels[from] : Number.NaN;
        if (!Object.is(value, expected)) wrong++;
        if (!Number.isNaN(value)) measured++;
      }
      expect(wrong).toBe(0);
      expect(measured).toBeGreaterThan(100);
    });
  });

  it("are those of the latest run", async () => {
    const { engine, id } = await opened();
    await engine.validate(id, PARAMETERS);
    const first = (await engine.localVolume(id, "localOccupancy"))!;
    await engine.validate(id, { ...PARAMETERS, resolution: 8 });
    expect((await engine.localVolume(id, "localOccupancy"))!.grid.box).not.toEqual(first.grid.box);
    await engine.validate(id, { ...PARAMETERS, resolution: null });
    expect(await engine.localVolume(id, "localOccupancy")).toBeNull();
    expect(await engine.overlaySlice(id, "localOccupancy", BLOB_LEVEL, FIRST)).toBeNull();
  });

  it("are gone with the map", async () => {
    const { engine, id } = await opened();
    engine.close(id);
    await expect(engine.overlaySlice(id, "hardMask", BLOB_LEVEL, FIRST)).rejects.toThrow("no longer open");
    await expect(engine.localVolume(id, "localBFactor")).rejects.toThrow("no longer open");
  });
});

/** The first edge of the histogram, in the reading of the volume. */
function smallest(report: Parameters<typeof measurementsOf>[0], name: LocalVolumeName): number {
  if (name !== "localBFactor") return measurementsOf(report, "localOccupancy")!.histogram!.edges[0]!;
  const { histogram, whiteNoiseOffset } = measurementsOf(report, "localBFactor")!;
  return histogram!.edges[0]! - whiteNoiseOffset!;
}

it("give their memory back to a private worker when later runs have taken their place", async () => {
  const platform = watchedPlatform({ memory: "private" });
  const engine = nodeEngine(platform);
  const { id } = await engine.open({ path });
  for (const contourLevel of [0.3, 0.4, 0.5]) await engine.validate(id, { ...PARAMETERS, contourLevel });
  expect(platform.jobs).toContain("release");
  expect(await engine.localVolume(id, "localBFactor")).not.toBeNull();
  await engine.validate(id, { ...PARAMETERS, contourLevel: 0.4 });
  expect((await engine.localVolume(id, "localBFactor"))!.voxels.some((value) => value !== 0)).toBe(true);
});
