import { truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isMapError } from "../../src/core/errors.ts";
import type { Engine, ValidationParameters } from "../../src/engine/engine.ts";
import { verifyReport } from "../../src/engine/verify-report.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { BLOB_LEVEL, blobMap, blobSpec } from "../support/blob-map.ts";
import { makeMrc, valuesOf } from "../support/mrc-builder.ts";
import { nodeEngine, watchedPlatform } from "../support/node-engine.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SIDE = 40;
const PARAMETERS: ValidationParameters = { contourLevel: BLOB_LEVEL, contourSource: "user", resolution: 6 };

/** NX to NZ and MX to MZ of 1300³ voxels. */
const VAST = Object.fromEntries([1, 2, 3, 8, 9, 10].map((word) => [word, 1300]));

const folder = temporaryFolder();
const path = folder.write("blobs.map", blobMap(SIDE));

async function reportOf(engine: Engine, parameters = PARAMETERS): Promise<string> {
  const { id } = await engine.open({ path });
  return renderJson((await engine.validate(id, parameters)).report);
}

/** A fulfilled promise fails the test; a rejected one gives its error as data. */
function errorOf(promise: Promise<unknown>) {
  return promise.then(
    () => expect.unreachable("it was accepted"),
    (error: unknown) => {
      if (!isMapError(error)) throw error;
      return { code: error.code, fields: error.fields };
    },
  );
}

describe("an engine over worker threads", () => {
  it("measures the same with one, two and three workers, byte by byte", async () => {
    const reports = [];
    for (const workers of [1, 2, 3]) reports.push(await reportOf(nodeEngine(watchedPlatform({ workers }))));
    expect(JSON.parse(reports[0]!).checks[1].measurements.componentCount).toBe(2);
    expect(reports[1]).toBe(reports[0]);
    expect(reports[2]).toBe(reports[0]);
  });

  it("opens a map with what its header and its voxels say", async () => {
    const values = valuesOf(blobSpec(SIDE));
    const opened = await nodeEngine().open({ path });
    expect(opened).toMatchObject({ fileName: "blobs.map", fileBytes: 1024 + 4 * SIDE ** 3, compression: "none" });
    expect(opened.grid).toMatchObject({ box: [SIDE, SIDE, SIDE], voxelSize: [2, 2, 2] });
    expect(opened.statistics.max).toBe(values.reduce((a, b) => Math.max(a, b)));
    expect(opened.contourSuggestions[0]!.level).toBeGreaterThan(0.1);
    expect(opened.contourSuggestions[0]!.level).toBeLessThan(0.8);
  });

  it("records the level of an expected mass among the suggestions", async () => {
    const engine = nodeEngine();
    const { id, contourSuggestions, ladder } = await engine.open({ path });
    expect(ladder.length).toBeGreaterThan(4);
    const { report } = await engine.validate(id, { ...PARAMETERS, molecularMass: 20 });
    expect(report.input.contourSuggestions.slice(0, -1)).toEqual(contourSuggestions);
    expect(report.input.contourSuggestions.at(-1)).toMatchObject({ method: "molecularMass" });
    const wrong = engine.validate(id, { ...PARAMETERS, molecularMass: -1 });
    expect(await errorOf(wrong)).toMatchObject({ code: "parameter.invalid" });
  });

  it("takes the voxel size of the user in place of the header's", async () => {
    const engine = nodeEngine();
    const opened = await engine.open({ path }, { voxelSize: 1.5 });
    expect(opened).toMatchObject({ voxelSizeSource: "user", grid: { voxelSize: [1.5, 1.5, 1.5] } });
    const { report } = await engine.validate(opened.id, { ...PARAMETERS, voxelSize: 1.25 });
    expect(report.input).toMatchObject({ voxelSizeSource: "user", voxelSize: [1.25, 1.25, 1.25] });
  });

  it("measures a binned map, says so, and verifies its report as it was read", async () => {
    const engine = nodeEngine();
    const opened = await engine.open({ path }, { binning: 2, voxelSize: 1.5 });
    expect(opened).toMatchObject({ binning: 2, grid: { box: [20, 20, 20], voxelSize: [3, 3, 3] } });
    const { report } = await engine.validate(opened.id, PARAMETERS);
    expect(report.input).toMatchObject({ binning: 2, box: [20, 20, 20], voxelSize: [3, 3, 3] });
    expect(report.input.diagnosis[0]).toMatchObject({ code: "binned", severity: "warning" });
    const { comparison } = await verifyReport(engine, { report, source: { path } });
    expect(comparison.differences).toEqual([]);
  });

  it("shows the slices of the file", async () => {
    const engine = nodeEngine();
    const { id } = await engine.open({ path });
    const values = valuesOf(blobSpec(SIDE));
    const { values: seen, width, height } = await engine.slice(id, "z", 7);
    expect([width, height]).toEqual([SIDE, SIDE]);
    const upsideDown = (i: number) => (SIDE - 1 - Math.floor(i / SIDE)) * SIDE + (i % SIDE);
    expect(seen).toEqual(seen.map((_, i) => values[7 * SIDE * SIDE + upsideDown(i)]!));
  });

  it("hands out the voxels where they lie, not a copy", async () => {
    const engine = nodeEngine();
    const { id } = await engine.open({ path });
    const [first, second] = [await engine.voxels(id), await engine.voxels(id)];
    expect(first).toEqual(valuesOf(blobSpec(SIDE)));
    expect(second!.buffer).toBe(first!.buffer);
    expect(first!.byteOffset).toBe(0);
  });

  it("announces every check once, in the order of the report", async () => {
    const engine = nodeEngine();
    const { id } = await engine.open({ path });
    const heard: string[] = [];
    const { report } = await engine.validate(id, PARAMETERS, { onCheck: ({ key }) => heard.push(key) });
    expect(heard).toEqual(report.checks.map(({ key }) => key));
  });

  it("plans, draws and renders", async () => {
    const engine = nodeEngine();
    expect(await engine.plan({ path })).toMatchObject({ box: [SIDE, SIDE, SIDE], voxelBytes: 4 * SIDE ** 3 });
    const { id } = await engine.open({ path });
    const validation = await engine.validate(id, PARAMETERS);
    const pictures = await engine.drawSurface(id, BLOB_LEVEL, { size: 64 });
    expect(pictures.map(({ width }) => width)).toEqual([64, 64, 64]);
    const pdf = await engine.renderPdf(validation);
    expect(new TextDecoder("latin1").decode(pdf.subarray(0, 5))).toBe("%PDF-");
    engine.close(id);
    expect((await engine.renderPdf(validation)).length).toBeLessThan(pdf.length);
  });
});

describe("what an engine refuses", () => {
  it("counts values that are no numbers and names the first", async () => {
    const bad = new Map([
      ["3,2,1", Number.NaN],
      ["0,3,4", Number.POSITIVE_INFINITY],
      ["5,5,5", Number.NEGATIVE_INFINITY],
    ]);
    const value = (x: number, y: number, z: number) => bad.get(`${x},${y},${z}`) ?? x + y;
    const file = folder.write("nan.map", makeMrc({ box: [6, 6, 6], value, statistics: [0, 10, 5] }));
    const error = await errorOf(nodeEngine().open({ path: file }));
    expect(error).toEqual({ code: "map.nonFinite", fields: { count: 3, firstIndex: [3, 2, 1] } });
  });

  it("opens a crystal and does not validate it", async () => {
    const engine = nodeEngine();
    const file = folder.write("crystal.map", blobMap(16, { spaceGroup: 19, angles: [90, 102, 90] }));
    const opened = await engine.open({ path: file });
    expect(opened.cell).toBe("crystal");
    expect(await errorOf(engine.validate(opened.id, PARAMETERS))).toMatchObject({ code: "map.crystal" });
  });

  it.each([
    { contourLevel: Number.NaN },
    { contourLevel: Number.POSITIVE_INFINITY },
    { resolution: 0 },
    { resolution: -3 },
    { resolution: Number.NaN },
    { voxelSize: 0 },
    { voxelSize: Number.POSITIVE_INFINITY },
  ])("%o", async (wrong) => {
    const engine = nodeEngine();
    const { id } = await engine.open({ path });
    const error = await errorOf(engine.validate(id, { ...PARAMETERS, ...wrong }));
    expect(error.code).toBe("parameter.invalid");
  });

  it("a map of more voxels than can be indexed, and takes the next one", async () => {
    const engine = nodeEngine();
    const vast = folder.write("vast.map", makeMrc({ box: [1, 1, 1], mode: 0, words: VAST }));
    truncateSync(vast, 1024 + 1300 ** 3);
    expect(await errorOf(engine.open({ path: vast }))).toMatchObject({ code: "map.tooLarge" });
    expect((await engine.open({ path })).statistics.max).toBeGreaterThan(0.9);
  });

  it("knows no map that was closed", async () => {
    const engine = nodeEngine();
    const { id } = await engine.open({ path });
    engine.close(id);
    const closed = { code: "job.failed" };
    expect(await errorOf(engine.validate(id, PARAMETERS))).toMatchObject(closed);
    expect(await errorOf(engine.slice(id, "x", 0))).toMatchObject(closed);
    expect(await errorOf(engine.drawSurface(id, 1))).toMatchObject(closed);
    expect(() => engine.close(id)).not.toThrow();
  });

  it("does nothing once it has been stopped", async () => {
    const engine = nodeEngine();
    await engine.open({ path });
    engine.dispose();
    expect(await errorOf(engine.open({ path }))).toMatchObject({ code: "worker.died" });
  });
});
