import type { SeenVertices } from "./camera.ts";

/** What is nearest at each sample of a square of `size` samples a side. */
export interface Samples {
  readonly size: number;
  /** Towards the viewer, in samples; −∞ where there is nothing. */
  readonly depth: Float32Array;
  /** Three a sample: right, up, towards the viewer; of unit length to within the interpolation. */
  readonly normals: Float32Array;
  /** Three bytes a sample, where the surface has colours of its own. */
  readonly colours: Uint8Array | null;
}

/** What is drawn: vertices as seen, triangles counter-clockwise from outside, and colours (3 bytes a vertex) or none. */
export interface SeenSurface extends SeenVertices {
  readonly triangles: Uint32Array;
  readonly colours: Uint8Array | null;
}

/**
 * Keeps the nearest of all triangles at every sample, interpolating linearly between their corners; triangles turned
 * away are skipped, which a closed surface hides anyway. A sample counts by its centre. Allocates.
 */
export function rasterise(surface: SeenSurface, size: number): Samples {
  const samples: Samples = {
    size,
    depth: new Float32Array(size * size).fill(-Infinity),
    normals: new Float32Array(3 * size * size),
    colours: surface.colours && new Uint8Array(3 * size * size),
  };
  for (let t = 0; t < surface.triangles.length; t += 3) drawTriangle(surface, t, samples);
  return samples;
}

function drawTriangle(surface: SeenSurface, t: number, { size, depth, normals, colours }: Samples): void {
  const { positions, triangles } = surface;
  const [a, b, c] = [3 * triangles[t]!, 3 * triangles[t + 1]!, 3 * triangles[t + 2]!];
  const [ax, ay] = [positions[a]!, positions[a + 1]!];
  const [abx, aby, acx, acy] = [positions[b]! - ax, positions[b + 1]! - ay, positions[c]! - ax, positions[c + 1]! - ay];
  // y grows downward here, so a triangle turned to the viewer has a negative area.
  const area = abx * acy - acx * aby;
  if (area >= 0) return;
  const left = Math.max(0, Math.ceil(ax + Math.min(0, abx, acx) - 0.5));
  const right = Math.min(size - 1, Math.floor(ax + Math.max(0, abx, acx) - 0.5));
  const top = Math.max(0, Math.ceil(ay + Math.min(0, aby, acy) - 0.5));
  const bottom = Math.min(size - 1, Math.floor(ay + Math.max(0, aby, acy) - 0.5));
  const [az, abz, acz] = [
    positions[a + 2]!,
    positions[b + 2]! - positions[a + 2]!,
    positions[c + 2]! - positions[a + 2]!,
  ];
  for (let y = top; y <= bottom; y++) {
    const py = y + 0.5 - ay;
    for (let x = left; x <= right; x++) {
      const px = x + 0.5 - ax;
      const atB = (px * acy - acx * py) / area;
      const atC = (abx * py - px * aby) / area;
      if (atB < 0 || atC < 0 || atB + atC > 1) continue;
      const z = az + atB * abz + atC * acz;
      const sample = y * size + x;
      if (z <= depth[sample]!) continue;
      depth[sample] = z;
      blend(surface.normals, [a, b, c], { atB, atC, target: normals, at: 3 * sample });
      if (colours && surface.colours) blend(surface.colours, [a, b, c], { atB, atC, target: colours, at: 3 * sample });
    }
  }
}

function blend(
  source: Float32Array | Uint8Array,
  [a, b, c]: readonly [number, number, number],
  { atB, atC, target, at }: { atB: number; atC: number; target: Float32Array | Uint8Array; at: number },
): void {
  const atA = 1 - atB - atC;
  for (let k = 0; k < 3; k++) target[at + k] = atA * source[a + k]! + atB * source[b + k]! + atC * source[c + k]!;
}
