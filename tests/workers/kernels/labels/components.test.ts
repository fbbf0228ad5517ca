import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import type { Arena, Kernel } from "../../../../workers/kernels/kernel.ts";
import { largestComponent, paintComponent } from "../../../../workers/kernels/labels/components.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { type LabelledMap, labelMap } from "./label-map.ts";
import { DENSITIES, floodLabels, randomMask, SHAPES } from "./naive.ts";

const bench = makeKernel();

function labelled(mask: Uint8Array, box: Triple): LabelledMap {
  return labelMap(bench, Float32Array.from(mask), { box, level: 0.5 });
}

/** Labels of all voxels, by painting every component. */
function paintAll(map: LabelledMap, box: Triple): Uint32Array {
  const count = voxelCount(box);
  const mask = bench.arena.allocate(count);
  const labels = new Uint32Array(count);
  for (let label = 1; label <= map.sizes.length; label++) {
    paint(bench, map, { box, label, mask }).forEach((bit, i) => {
      if (bit) labels[i] = label;
    });
  }
  return labels;
}

function paint(
  { kernel }: { kernel: Kernel; arena: Arena },
  map: LabelledMap,
  { box, label, mask }: { box: Triple; label: number; mask: number },
): Uint8Array {
  const bytes = new Uint8Array(kernel.memory.buffer, mask, voxelCount(box)).fill(255);
  for (let z = box[2] - 1; z >= 0; z--) paintComponent(kernel, map, { box, z, label, mask });
  return bytes;
}

describe.each(SHAPES)("components of a %i × %i × %i box", (...box) => {
  it.each(DENSITIES)("equal a flood fill in raster order at density %f", (density) => {
    const mask = randomMask(box, density, 1 + 100 * density);
    const map = labelled(mask, box);
    const expected = floodLabels(mask, box);
    expect(paintAll(map, box)).toEqual(expected);
    const sizes = new Uint32Array(expected.reduce((n, label) => Math.max(n, label), 0));
    for (const label of expected) if (label) sizes[label - 1]!++;
    expect(map.sizes).toEqual(sizes);
  });
});

describe("components", () => {
  it("join through corners, in all four diagonal directions", () => {
    for (const [a, b] of [
      [0, 7],
      [1, 6],
      [2, 5],
      [3, 4],
    ] as const) {
      const mask = new Uint8Array(8);
      mask[a] = mask[b] = 1;
      expect([...labelled(mask, [2, 2, 2]).sizes]).toEqual([2]);
    }
  });

  it("do not join across a row's end", () => {
    expect([...labelled(Uint8Array.of(0, 0, 1, 1, 0, 0), [3, 2, 1]).sizes]).toEqual([1, 1]);
  });

  it("join long after they were numbered apart", () => {
    const comb = [1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
    expect([...labelled(Uint8Array.from(comb), [5, 3, 1]).sizes]).toEqual([11]);
  });

  it("include voxels equal to the level, which is rounded to float32", () => {
    const map = labelMap(bench, Float32Array.of(0.1, 0.2, 0), { box: [3, 1, 1], level: 0.1 });
    expect([...map.sizes]).toEqual([2]);
  });

  it("hold rows of 65536 voxels", () => {
    const box: Triple = [65536, 1, 1];
    expect([...labelled(new Uint8Array(65536).fill(1), box).sizes]).toEqual([65536]);
  });
});

describe("largestComponent", () => {
  it("takes the lowest label of the largest, and 0 of none", () => {
    expect(largestComponent(Uint32Array.of(3, 9, 1, 9))).toBe(2);
    expect(largestComponent(Uint32Array.of(4))).toBe(1);
    expect(largestComponent(new Uint32Array(0))).toBe(0);
  });
});
