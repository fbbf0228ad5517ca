import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import { seededRandom } from "../../../support/random.ts";

/** Shapes that exercise blocks, tails and flat boxes. */
export const SHAPES: readonly Triple[] = [
  [1, 1, 1],
  [1, 5, 7],
  [7, 1, 5],
  [5, 7, 1],
  [33, 17, 9],
  [16, 8, 8],
  [19, 3, 4],
];

export const DENSITIES = [0, 0.02, 0.1, 0.3, 0.6, 1];

/** Voxels that are 1 with the given probability, else 0. */
export function randomMask(box: Triple, density: number, seed = 1): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: voxelCount(box) }, () => Number(random() + 0.5 < density));
}

/** Offsets within the 3×3×3 cube that step along at most `steps` axes, the centre included. */
export function neighbourhood(steps: 2 | 3): Triple[] {
  const offsets: Triple[] = [];
  for (let i = 0; i < 27; i++) {
    const offset: Triple = [(i % 3) - 1, (Math.floor(i / 3) % 3) - 1, Math.floor(i / 9) - 1];
    if (offset.filter((d) => d !== 0).length <= steps) offsets.push(offset);
  }
  return offsets;
}

/** Indices of the neighbours of voxel i that lie in the box. */
function neighboursOf(i: number, [nx, ny, nz]: Triple, offsets: readonly Triple[]): number[] {
  const [x, y, z] = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
  return offsets
    .map(([dx, dy, dz]) => [x + dx, y + dy, z + dz] as const)
    .filter(([a, b, c]) => a >= 0 && a < nx && b >= 0 && b < ny && c >= 0 && c < nz)
    .map(([a, b, c]) => (c * ny + b) * nx + a);
}

/** 26-connected labels by flood fill from each unlabelled voxel in raster order. */
export function floodLabels(mask: Uint8Array, box: Triple): Uint32Array {
  const labels = new Uint32Array(mask.length);
  const offsets = neighbourhood(3);
  let label = 0;
  mask.forEach((bit, seed) => {
    if (!bit || labels[seed]) return;
    labels[seed] = ++label;
    const stack = [seed];
    while (stack.length > 0) {
      for (const j of neighboursOf(stack.pop()!, box, offsets)) {
        if (!mask[j] || labels[j]) continue;
        labels[j] = label;
        stack.push(j);
      }
    }
  });
  return labels;
}

/** One pass of 18-neighbour dilation, outer faces cleared. */
export function naiveDilation(mask: Uint8Array, box: Triple): Uint8Array {
  const offsets = neighbourhood(2);
  const [nx, ny, nz] = box;
  return mask.map((_, i) => {
    const [x, y, z] = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
    const onFace = x % (nx - 1 || 1) === 0 || y % (ny - 1 || 1) === 0 || z % (nz - 1 || 1) === 0;
    return onFace ? 0 : Number(neighboursOf(i, box, offsets).some((j) => mask[j]));
  });
}
