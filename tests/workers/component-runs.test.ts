import { expect, it } from "vitest";
import { componentRunsOf, rankAt } from "../../workers/component-runs.ts";
import { makeLocalWorker, mapHandle } from "../support/local-worker.ts";
import { seededRandom } from "../support/random.ts";

const box = [17, 9, 8] as const;

/** Labels by flood fill over the 26 neighbours, and the voxels of each. */
function flooded(inside: (at: number) => boolean): { labels: number[]; sizes: number[] } {
  const [nx, ny, nz] = box;
  const labels = new Array<number>(nx * ny * nz).fill(0);
  const sizes: number[] = [];
  for (let seed = 0; seed < labels.length; seed++) {
    if (labels[seed] !== 0 || !inside(seed)) continue;
    const stack = [seed];
    labels[seed] = sizes.push(0);
    while (stack.length > 0) {
      const at = stack.pop()!;
      sizes[labels[seed] - 1]++;
      const [x, y, z] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
      for (let step = 0; step < 27; step++) {
        const [i, j, k] = [x + (step % 3) - 1, y + (Math.floor(step / 3) % 3) - 1, z + Math.floor(step / 9) - 1];
        const next = (k * ny + j) * nx + i;
        if (i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz || labels[next] !== 0 || !inside(next)) continue;
        labels[next] = labels[seed];
        stack.push(next);
      }
    }
  }
  return { labels, sizes };
}

it("gives each voxel the rank of its component, those of most voxels first", async () => {
  const random = seededRandom(3);
  const voxels = Float32Array.from({ length: 17 * 9 * 8 }, random);
  const level = 0.4;
  const map = mapHandle(voxels, { box, voxelSize: 1 });
  const { buffer } = await makeLocalWorker().run("components", { map, level });
  const runs = componentRunsOf(new Uint32Array(buffer!), box);
  const { labels, sizes } = flooded((at) => voxels[at] >= Math.fround(level));
  const order = [...sizes.keys()].sort((a, b) => sizes[b] - sizes[a] || a - b);
  const expected = labels.map((label) => (label === 0 ? 0 : order.indexOf(label - 1) + 1));
  expect(new Set(expected).size).toBeGreaterThan(10);
  expect(labels.map((_, at) => rankAt(runs, Math.floor(at / 17), at % 17))).toEqual(expected);
});
