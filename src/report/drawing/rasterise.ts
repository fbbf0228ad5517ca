import type { SeenVertices } from "./camera.ts";

/** What is nearest at each sample of a square of `size` samples a side. */
export interface Samples {
  readonly size: number;
  /** Towards the viewer, in samples; −∞ where there is nothing. */
  readonly depth: Float32Array;
  /** Three a sample: right, up, towards the viewer; of unit length to within the interpolation, stale where there is nothing. */
  readonly normals: Float32Array;
  /** The triangle that is seen, −1 where there is nothing. */
  readonly triangle: Int32Array;
  /** Weights of its second and third corner, two a sample; the first has the rest. */
  readonly weights: Float32Array;
}

/** What is drawn: vertices as seen, and triangles counter-clockwise from outside. */
export interface SeenSurface extends SeenVertices {
  readonly triangles: Uint32Array;
}

/** Room for a picture, to be drawn into as often as one likes. Allocates 28 bytes a sample. */
export function makeSamples(size: number): Samples {
  return {
    size,
    depth: new Float32Array(size * size),
    normals: new Float32Array(3 * size * size),
    triangle: new Int32Array(size * size),
    weights: new Float32Array(2 * size * size),
  };
}

/**
 * Draws into the samples, in place, what was there before being lost: the nearest of all triangles at every sample, with
 * its normal. Triangles turned away are skipped, which a closed surface hides anyway. A sample counts by its centre.
 */
export function rasterise(surface: SeenSurface, samples: Samples): void {
  samples.depth.fill(-Infinity);
  samples.triangle.fill(-1);
  for (let t = 0; t < surface.triangles.length; t += 3) drawTriangle(surface, t, samples);
  interpolateNormals(surface, samples);
}

function drawTriangle({ positions, triangles }: SeenSurface, t: number, samples: Samples): void {
  const { size, depth, triangle, weights } = samples;
  const [a, b, c] = [3 * triangles[t]!, 3 * triangles[t + 1]!, 3 * triangles[t + 2]!];
  const [ax, ay, az] = [positions[a]!, positions[a + 1]!, positions[a + 2]!];
  const [abx, aby, abz] = [positions[b]! - ax, positions[b + 1]! - ay, positions[b + 2]! - az];
  const [acx, acy, acz] = [positions[c]! - ax, positions[c + 1]! - ay, positions[c + 2]! - az];
  // y grows downward here, so a triangle turned to the viewer has a negative area.
  const area = abx * acy - acx * aby;
  if (area >= 0) return;
  const left = Math.max(0, Math.ceil(ax + Math.min(0, abx, acx) - 0.5));
  const right = Math.min(size - 1, Math.floor(ax + Math.max(0, abx, acx) - 0.5));
  const top = Math.max(0, Math.ceil(ay + Math.min(0, aby, acy) - 0.5));
  const bottom = Math.min(size - 1, Math.floor(ay + Math.max(0, aby, acy) - 0.5));
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
      triangle[sample] = t;
      weights[2 * sample] = atB;
      weights[2 * sample + 1] = atC;
    }
  }
}

/** Linear between the corners of the triangle that each sample sees. */
function interpolateNormals({ normals: corners, triangles }: SeenSurface, samples: Samples): void {
  const { triangle, weights, normals } = samples;
  for (let sample = 0; sample < triangle.length; sample++) {
    const t = triangle[sample]!;
    if (t < 0) continue;
    const [a, b, c] = [3 * triangles[t]!, 3 * triangles[t + 1]!, 3 * triangles[t + 2]!];
    const [atB, atC] = [weights[2 * sample]!, weights[2 * sample + 1]!];
    const atA = 1 - atB - atC;
    const at = 3 * sample;
    normals[at] = atA * corners[a]! + atB * corners[b]! + atC * corners[c]!;
    normals[at + 1] = atA * corners[a + 1]! + atB * corners[b + 1]! + atC * corners[c + 1]!;
    normals[at + 2] = atA * corners[a + 2]! + atB * corners[b + 2]! + atC * corners[c + 2]!;
  }
}
