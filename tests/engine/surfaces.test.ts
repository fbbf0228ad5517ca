import { describe, expect, it } from "vitest";
import { extractSurface as naive } from "../../src/core/surface/marching-cubes.ts";
import { sampleMeasured } from "../../src/core/volume/sample-measured.ts";
import { voxelsWithin } from "../../src/core/volume/voxels-within.ts";
import { sketchBinning } from "../../src/engine/surfaces.ts";
import { pieceColour } from "../../src/report/drawing/piece-colours.ts";
import { paintValues } from "../../src/report/drawing/ramp.ts";
import { drawSurfaceViews } from "../../src/report/drawing/surface.ts";
import { BLOB_LEVEL, blobMap, blobSpec } from "../support/blob-map.ts";
import { createLocalEngine } from "../support/local-engine.ts";
import { makeMrc, valuesOf } from "../support/mrc-builder.ts";
import { nodeEngine } from "../support/node-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SIDE = 40;
const folder = temporaryFolder();
const path = folder.write("blobs.map", blobMap(SIDE));

describe.each([
  ["shared", () => nodeEngine()],
  ["private", createLocalEngine],
])("surfaces over %s memory", (_, makeEngine) => {
  it("are those of the map itself where it is small", async () => {
    const engine = makeEngine();
    const { id, grid } = await engine.open({ path });
    const iso = await engine.surface(id, BLOB_LEVEL, { detail: "sketch" });
    const voxels = Float32Array.from(valuesOf(blobSpec(SIDE)));
    expect(iso.binning).toBe(1);
    expect(iso.grid).toEqual(grid);
    expect(iso.surface).toEqual(naive({ grid, voxels }, BLOB_LEVEL));
    expect(iso.frame!.half).toBeGreaterThan(10);
    engine.dispose();
  });

  it("are empty above the maximum, and an abort before the start is heard", async () => {
    const engine = makeEngine();
    const { id } = await engine.open({ path });
    const { surface, frame } = await engine.surface(id, 9, { detail: "full" });
    expect([surface.triangles.length, frame]).toEqual([0, null]);
    const signal = AbortSignal.abort(new Error("moved on"));
    await expect(engine.surface(id, 0.1, { detail: "full", signal })).rejects.toThrow("moved on");
    engine.dispose();
  });
});

describe.each([
  ["shared", () => nodeEngine()],
  ["private", createLocalEngine],
])("a surface over %s memory, coloured by a local measurement", (_, makeEngine) => {
  it("has at each vertex the colour of the volume there, once a run has measured it", async () => {
    const engine = makeEngine();
    const { id, grid } = await engine.open({ path });
    const colouring = { name: "localOccupancy", range: [0, 1] } as const;
    expect((await engine.surface(id, BLOB_LEVEL, { detail: "full", colouring })).colours).toBeNull();
    await engine.validate(id, { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 8 });
    const { surface, colours } = await engine.surface(id, BLOB_LEVEL, { detail: "full", colouring });
    const volume = await engine.localVolume(id, "localOccupancy");
    const values = sampleMeasured(volume!, surface.positions, grid);
    expect(values.filter((value) => !Number.isNaN(value)).length).toBeGreaterThan(values.length / 2);
    expect(colours).toEqual(paintValues(values, [0, 1]));
    engine.dispose();
  });
});

describe.each([
  ["shared", () => nodeEngine()],
  ["private", createLocalEngine],
])("a surface over %s memory, coloured by its pieces", (_, makeEngine) => {
  it("has the colour of a piece on all of it, the largest piece's first, at any level", async () => {
    const engine = makeEngine();
    const blocks = { box: [24, 20, 16] as const, value: threeBlocks };
    const { id } = await engine.open({ path: folder.write("blocks.map", makeMrc(blocks)) });
    const { surface, colours, pieces } = await engine.surface(id, 0.5, {
      detail: "full",
      colouring: { name: "pieces" },
    });
    expect(pieces).toEqual({ count: 3, largestPercent: (100 * 216) / (216 + 64 + 8) });
    for (let i = 0; i < surface.positions.length / 3; i++) {
      const [x, y] = [surface.positions[3 * i]!, surface.positions[3 * i + 1]!];
      const rank = y > 12 ? 3 : x > 12 ? 2 : 1;
      expect([...colours!.subarray(3 * i, 3 * i + 3)]).toEqual([...pieceColour(rank)]);
    }
    const one = await engine.surface(id, 1.5, { detail: "sketch", colouring: { name: "pieces" } });
    expect(one.pieces).toEqual({ count: 1, largestPercent: 100 });
    expect([...one.colours!.subarray(0, 3)]).toEqual([...pieceColour(1)]);
    const none = await engine.surface(id, 9, { detail: "full", colouring: { name: "pieces" } });
    expect([none.pieces, none.colours]).toEqual([{ count: 0, largestPercent: 0 }, new Uint8Array(0)]);
    const pictures = await engine.drawSurface(id, 0.5, { size: 32, colouring: { name: "pieces" } });
    expect(pictures).not.toEqual(await engine.drawSurface(id, 0.5, { size: 32 }));
    engine.dispose();
  });
});

/** Of 6³, 4³ and 2³ voxels; the second, at the box's face, is of the value 2. */
function threeBlocks(x: number, y: number, z: number): number {
  const within = (a: number, from: number, length: number) => a >= from && a < from + length;
  if (within(x, 2, 6) && within(y, 3, 6) && within(z, 4, 6)) return 1;
  if (within(x, 20, 4) && within(y, 3, 4) && within(z, 0, 4)) return 2;
  return within(x, 5, 2) && within(y, 15, 2) && within(z, 6, 2) ? 1 : 0;
}

describe.each([
  ["shared", () => nodeEngine()],
  ["private", createLocalEngine],
])("pictures of a surface over %s memory", (_, makeEngine) => {
  it("are grey until a run has measured what colours them, and then have the colours of the surface to be turned", async () => {
    const engine = makeEngine();
    const { id, grid } = await engine.open({ path });
    const options = { size: 48, colouring: { name: "localOccupancy", range: [0.5, 1] } } as const;
    const plain = await engine.drawSurface(id, BLOB_LEVEL, { size: 48 });
    expect(await engine.drawSurface(id, BLOB_LEVEL, options)).toEqual(plain);
    await engine.validate(id, { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 8 });
    const coloured = await engine.drawSurface(id, BLOB_LEVEL, options);
    const { colours } = await engine.surface(id, BLOB_LEVEL, { detail: "full", colouring: options.colouring });
    const volume = { grid, voxels: Float32Array.from(valuesOf(blobSpec(SIDE))) };
    expect(coloured).toEqual(drawSurfaceViews(volume, BLOB_LEVEL, { size: 48, coloursAt: () => colours }));
    expect(coloured).not.toEqual(plain);
    engine.dispose();
  });
});

describe.each([
  ["shared", () => nodeEngine()],
  ["private", createLocalEngine],
])("voxels by their value over %s memory", (_, makeEngine) => {
  it("are those of the map, and of a local measurement once a run has it", async () => {
    const engine = makeEngine();
    const { id, grid } = await engine.open({ path });
    const bin = { from: 0.2, to: 0.4, most: 1e6 };
    const voxels = Float32Array.from(valuesOf(blobSpec(SIDE)));
    const expected = voxelsWithin({ box: grid.box, voxels }, bin, 1e6);
    expect(expected.count).toBeGreaterThan(20);
    expect(await engine.voxelsWithin(id, { of: "map", ...bin })).toEqual({ ...expected, grid });

    const most = { of: "localOccupancy", from: 0.5, to: Number.POSITIVE_INFINITY, most: 1e6 } as const;
    expect(await engine.voxelsWithin(id, most)).toBeNull();
    await engine.validate(id, { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 8 });
    const volume = (await engine.localVolume(id, "localOccupancy"))!;
    const found = (await engine.voxelsWithin(id, most))!;
    expect(found.grid).toEqual(volume.grid);
    expect(found).toMatchObject(voxelsWithin({ ...volume, box: volume.grid.box }, most, 1e6));
    engine.dispose();
  });
});

it("sketches maps of up to 144³ as they are, larger ones on 2³, 3³ and 4³ voxels in one", () => {
  expect([32, 144, 145, 256, 400, 512].map((n) => sketchBinning([n, n, n]))).toEqual([1, 1, 2, 2, 3, 4]);
  expect(sketchBinning([4000, 4000, 8])).toBe(1);
});
