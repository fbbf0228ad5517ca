import { cos, sin } from "../../core/math/elementary.ts";
import type { Samples } from "./rasterise.ts";

/** Directions around a block, and rings of growing radius (of the picture); together they tell a dent from a deep hole. */
const DIRECTIONS = 8;
const RINGS = [0.008, 0.024, 0.055, 0.11] as const;
/** Distance, of the picture, at which something in front no longer takes light away. */
const REACH = 0.4;
/** Height above the tangent plane, of the distance, from which on it counts. */
const LEAST = 0.08;
const STRENGTH = 1.9;
/** Blocks each way over which the light is averaged, and the depth step (of the picture) at which one surface ends. */
const SMOOTHING = 2;
const SAME_SURFACE = 0.02;

/** The first sample of each block, in units of blocks. */
interface Blocks {
  /** A side. */
  readonly count: number;
  readonly depth: Float32Array;
}

/**
 * How much of the light from all sides reaches each block of `step`×`step` samples, 0 to 1: one minus the mean height,
 * above the tangent plane at its first sample, of what stands around it on the picture; then averaged over the same
 * surface nearby. Allocates.
 * Method: ambient obscurance in screen space (McGuire et al., HPG 2011), with fixed directions in place of random ones.
 */
export function ambientLight(samples: Samples, step: number): Float32Array {
  const blocks = blocksOf(samples, step);
  const { count, depth } = blocks;
  const around = neighbourhood(count);
  const light = new Float32Array(count * count).fill(1);
  const normal = new Float64Array(3);
  for (let y = 0; y < count; y++) {
    for (let x = 0; x < count; x++) {
      if (depth[y * count + x] === -Infinity) continue;
      const at = 3 * step * (y * samples.size + x);
      for (let k = 0; k < 3; k++) normal[k] = samples.normals[at + k]!;
      light[y * count + x] = openness(blocks, { x, y, normal, around });
    }
  }
  return smooth(light, blocks);
}

function blocksOf({ size, depth }: Samples, step: number): Blocks {
  const count = Math.floor(size / step);
  const own = new Float32Array(count * count);
  for (let y = 0; y < count; y++) {
    for (let x = 0; x < count; x++) own[y * count + x] = depth[step * (y * size + x)]! / step;
  }
  return { count, depth: own };
}

function openness(
  { count, depth }: Blocks,
  { x, y, normal, around }: { x: number; y: number; normal: Float64Array; around: Int32Array },
): number {
  const nx = normal[0]!;
  const ny = normal[1]!;
  const nz = normal[2]!;
  const here = y * count + x;
  const depthHere = depth[here]!;
  let obscured = 0;
  for (let k = 0; k < around.length; k += 2) {
    const dx = around[k]!;
    const dy = around[k + 1]!;
    if (x + dx < 0 || y + dy < 0 || x + dx >= count || y + dy >= count) continue;
    const dz = depth[here + dy * count + dx]! - depthHere;
    const rise = nx * dx - ny * dy + nz * dz;
    // Also where there is nothing, −∞ below.
    if (!(rise > 0)) continue;
    const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    const height = rise / distance - LEAST;
    const nearness = 1 - distance / (REACH * count);
    if (height > 0 && nearness > 0) obscured += height * nearness;
  }
  return Math.max(0, 1 - (STRENGTH * 2 * obscured) / around.length);
}

/** Without it the few directions show as streaks. */
function smooth(light: Float32Array, { count, depth }: Blocks): Float32Array {
  const smoothed = new Float32Array(light.length).fill(1);
  for (let y = 0; y < count; y++) {
    const [top, bottom] = [Math.max(0, y - SMOOTHING), Math.min(count - 1, y + SMOOTHING)];
    for (let x = 0; x < count; x++) {
      const here = depth[y * count + x]!;
      if (here === -Infinity) continue;
      const [left, right] = [Math.max(0, x - SMOOTHING), Math.min(count - 1, x + SMOOTHING)];
      let sum = 0;
      let near = 0;
      for (let v = top; v <= bottom; v++) {
        for (let at = v * count + left; at <= v * count + right; at++) {
          if (Math.abs(depth[at]! - here) > SAME_SURFACE * count) continue;
          sum += light[at]!;
          near++;
        }
      }
      smoothed[y * count + x] = sum / near;
    }
  }
  return smoothed;
}

/** Steps in x and y, whole blocks, turned by half a direction from ring to ring. */
function neighbourhood(count: number): Int32Array {
  const steps = RINGS.flatMap((radius, ring) =>
    Array.from({ length: DIRECTIONS }, (_, i) => {
      const angle = (2 * Math.PI * (i + ring / 2)) / DIRECTIONS;
      return [Math.round(radius * count * cos(angle)), Math.round(radius * count * sin(angle))];
    }),
  );
  return Int32Array.from(steps.flat());
}
