import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

type Point = readonly [number, number, number];
interface Atom {
  readonly position: Point;
  readonly weight: number;
}
interface Bundle {
  readonly helix: (axis: { start: Point; end: Point }) => Atom[];
  readonly helixBundle: () => Atom[];
}

const scripts = new URL("../../scripts/", import.meta.url);
const { writeExample } = (await import(new URL("example-map.js", scripts).href)) as {
  writeExample: (out: string) => void;
};
const { helix, helixBundle } = (await import(new URL("example/helix-bundle.js", scripts).href)) as Bundle;

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const distance = (a: Point, b: Point) => Math.hypot(...minus(a, b));

/** N, Cα, C, O, Cβ of each residue: the first five of each nitrogen's run. */
function residues(atoms: readonly Atom[]): Point[][] {
  const starts = atoms.flatMap(({ weight }, i) => (weight === 7 ? [i] : []));
  return starts.map((start) => atoms.slice(start, start + 5).map(({ position }) => position));
}

describe("helix", () => {
  const chain = residues(helix({ start: [3, -2, 1], end: [12, 14, 28] }));

  it("rises 1.5 Å and turns 100° to the right with each residue", () => {
    const alphas = chain.map((residue) => residue[1]!);
    // 2·2.29 Å·sin 50° across and 1.5 Å along.
    const step = Math.hypot(2 * 2.29 * Math.sin((50 * Math.PI) / 180), 1.5);
    for (let i = 1; i < alphas.length; i++) expect(distance(alphas[i]!, alphas[i - 1]!)).toBeCloseTo(step, 9);
    const torsion = (a: Point, b: Point, c: Point, d: Point) => dot(minus(b, a), cross(minus(c, b), minus(d, c)));
    for (let i = 3; i < alphas.length; i++) {
      expect(torsion(alphas[i - 3]!, alphas[i - 2]!, alphas[i - 1]!, alphas[i]!)).toBeGreaterThan(0);
    }
  });

  it("has bonds of real length and L-amino acids", () => {
    chain.forEach(([n, alpha, c, o, beta], i) => {
      const next = chain[i + 1]?.[0];
      if (next) expect(distance(c!, next)).toBeCloseTo(1.33, 1);
      expect(distance(n!, alpha!)).toBeCloseTo(1.46, 1);
      expect(distance(alpha!, c!)).toBeCloseTo(1.53, 1);
      expect(distance(c!, o!)).toBeCloseTo(1.23, 1);
      expect(distance(alpha!, beta!)).toBeCloseTo(1.53, 1);
      expect(dot(cross(minus(n!, alpha!), minus(c!, alpha!)), minus(beta!, alpha!))).toBeGreaterThan(0);
    });
  });
});

describe("example map", () => {
  const folder = mkdtempSync(join(tmpdir(), "mapassay-example-"));
  const path = join(folder, "example.map.gz");
  let [file, map] = [Buffer.alloc(0), Buffer.alloc(0)];
  let voxels = new Float32Array();
  const at = ([x, y, z]: Point) => voxels[(Math.round(z) * 112 + Math.round(y)) * 112 + Math.round(x)]!;

  beforeAll(() => {
    writeExample(path);
    file = readFileSync(path);
    map = gunzipSync(file);
    voxels = new Float32Array(new Uint8Array(map.subarray(1024)).buffer);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has the same bytes everywhere", () => {
    expect(createHash("sha256").update(map).digest("hex")).toBe(
      "b850453c6254ffe3b3d01939a7be7af4b76ed0e89d75fec8f0166572dd9b3ca0",
    );
    expect(createHash("sha256").update(file).digest("hex")).toBe(
      "7d8f20fc75b3b8707a86e5d08e1e65b0d858fcb459aeb55d21640b22c728eef8",
    );
    expect(file.length).toBeLessThan(1_500_000);
  });

  it("has a sound MRC2014 header", () => {
    const integers = (word: number, count: number) =>
      Array.from({ length: count }, (_, i) => map.readInt32LE(4 * (word - 1 + i)));
    const reals = (word: number, count: number) =>
      Array.from({ length: count }, (_, i) => map.readFloatLE(4 * (word - 1 + i)));
    expect(integers(1, 10)).toEqual([112, 112, 112, 2, 0, 0, 0, 112, 112, 112]);
    expect(reals(11, 6)).toEqual([...new Array(3).fill(Math.fround(112 * 1.06)), 90, 90, 90]);
    expect(integers(17, 3)).toEqual([1, 2, 3]);
    expect([...integers(23, 2), ...integers(28, 1), ...reals(50, 3)]).toEqual([1, 0, 20140, 0, 0, 0]);
    expect(map.toString("latin1", 208, 212)).toBe("MAP ");
    expect([...map.subarray(212, 216)]).toEqual([0x44, 0x44, 0, 0]);
    expect(map.toString("latin1", 224, 304).trimEnd()).toBe("MapAssay example: ideal helix bundle, 3.5 A");
    expect(map.length).toBe(1024 + 4 * 112 ** 3);
  });

  it("has the statistics of its voxels", () => {
    const mean = voxels.reduce((sum, value) => sum + value, 0) / voxels.length;
    const std = Math.sqrt(voxels.reduce((sum, value) => sum + (value - mean) ** 2, 0) / voxels.length);
    expect(map.readFloatLE(76)).toBe(voxels.reduce((a, b) => Math.min(a, b)));
    expect(map.readFloatLE(80)).toBe(voxels.reduce((a, b) => Math.max(a, b)));
    expect(map.readFloatLE(84)).toBeCloseTo(mean, 8);
    expect(map.readFloatLE(216)).toBeCloseTo(std, 8);
  });

  it("shows the right hand: its atoms lie in density, those of the mirror image do not", () => {
    const atoms = helixBundle();
    const mean = (points: Point[]) => points.reduce((sum, point) => sum + at(point), 0) / points.length;
    const placed = atoms.map(({ position: [x, y, z] }): Point => [x / 1.06 + 56, y / 1.06 + 56, z / 1.06 + 56]);
    const density = mean(placed);
    expect(density).toBeGreaterThan(0.15);
    expect(mean(placed.map(([x, y, z]): Point => [112 - x, y, z]))).toBeLessThan(density / 2);
  });

  it("clears the margin of 25 Å, with its author's level and resolution beside it", () => {
    const facts = JSON.parse(readFileSync(join(folder, "example.json"), "utf8"));
    expect(facts).toEqual({ name: "example.map.gz", contourLevel: 0.065, resolution: 3.5 });
    const margin = 25 / 1.06;
    const outside = voxels.filter((_, i) =>
      [i % 112, Math.floor(i / 112) % 112, Math.floor(i / 112 ** 2)].some((c) => c < margin || c > 111 - margin),
    );
    expect(outside.length).toBeGreaterThan(1_000_000);
    expect(outside.filter((value) => value >= facts.contourLevel)).toHaveLength(0);
  });
});
