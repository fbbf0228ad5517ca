import { cos, sin } from "../../core/math/elementary.ts";
import type { Samples } from "./rasterise.ts";

/** Directions around a sample, and rings of growing radius; together they tell a dent from a deep hole. */
const DIRECTIONS = 8;
const RINGS = [0.008, 0.024, 0.055, 0.11] as const;
/** Distance, of the picture, at which something in front no longer takes light away. */
const REACH = 0.4;
const STRENGTH = 1.9;
/** Blocks each way over which the light is averaged, and the depth step (of the picture) at which one surface ends. */
const SMOOTHING = 2;
const SAME_SURFACE = 0.02;

/**
 * How much of the light from all sides reaches each sample, 0 to 1: one minus the mean height, above the sample's
 * tangent plane, of what stands around it on the picture. One value a block of `step`×`step` samples, looked up at the
 * first of them, then averaged over the same surface nearby. Allocates.
 * Method: ambient obscurance in screen space (McGuire et al., HPG 2011), with fixed directions in place of random ones.
 */
export function ambientLight(samples: Samples, step: number): Float32Array {
  const { size, depth } = samples;
  const blocks = Math.floor(size / step);
  const offsets = neighbourhood(size);
  const light = new Float32Array(blocks * blocks).fill(1);
  for (let y = 0; y < blocks; y++) {
    for (let x = 0; x < blocks; x++) {
      if (depth[step * (y * size + x)]! > -Infinity)
        light[y * blocks + x] = openness(samples, step * x, step * y, offsets);
    }
  }
  return smooth(light, samples, step);
}

/** Without it the few directions show as streaks. */
function smooth(light: Float32Array, { size, depth }: Samples, step: number): Float32Array {
  const blocks = Math.floor(size / step);
  const smoothed = new Float32Array(light.length).fill(1);
  for (let y = 0; y < blocks; y++) {
    for (let x = 0; x < blocks; x++) {
      const here = depth[step * (y * size + x)]!;
      if (here === -Infinity) continue;
      let [sum, count] = [0, 0];
      for (let v = Math.max(0, y - SMOOTHING); v <= Math.min(blocks - 1, y + SMOOTHING); v++) {
        for (let u = Math.max(0, x - SMOOTHING); u <= Math.min(blocks - 1, x + SMOOTHING); u++) {
          if (Math.abs(depth[step * (v * size + u)]! - here) > SAME_SURFACE * size) continue;
          sum += light[v * blocks + u]!;
          count++;
        }
      }
      smoothed[y * blocks + x] = sum / count;
    }
  }
  return smoothed;
}

function openness({ size, depth, normals }: Samples, x: number, y: number, offsets: Int32Array): number {
  const at = y * size + x;
  const [nx, ny, nz] = [normals[3 * at]!, normals[3 * at + 1]!, normals[3 * at + 2]!];
  let obscured = 0;
  for (let k = 0; k < offsets.length; k += 2) {
    const [dx, dy] = [offsets[k]!, offsets[k + 1]!];
    if (x + dx < 0 || y + dy < 0 || x + dx >= size || y + dy >= size) continue;
    const dz = depth[at + dy * size + dx]! - depth[at]!;
    if (dz === -Infinity) continue;
    const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    const height = (nx * dx - ny * dy + nz * dz) / distance;
    const nearness = 1 - distance / (REACH * size);
    if (height > 0.08 && nearness > 0) obscured += (height - 0.08) * nearness;
  }
  return Math.max(0, 1 - (STRENGTH * 2 * obscured) / offsets.length);
}

/** Steps in x and y, whole samples, turned by half a direction from ring to ring. */
function neighbourhood(size: number): Int32Array {
  const steps = RINGS.flatMap((radius, ring) =>
    Array.from({ length: DIRECTIONS }, (_, i) => {
      const angle = (2 * Math.PI * (i + ring / 2)) / DIRECTIONS;
      return [Math.round(radius * size * cos(angle)), Math.round(radius * size * sin(angle))];
    }),
  );
  return Int32Array.from(steps.flat());
}
