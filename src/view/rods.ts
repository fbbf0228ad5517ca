import type { Surface } from "../core/surface/surface.ts";
import type { Triple } from "../core/volume/grid.ts";
import type { Pose } from "./pose.ts";

/** A short cylinder, Å in the space of poses. */
export interface Rod {
  readonly centre: Triple;
  /** Unit vector along its axis. */
  readonly direction: Triple;
  readonly length: number;
  readonly radius: number;
}

const SIDES = 12;

/** Rods as one surface in Å, open ends closed; vertex i of rod k is at k·{@link ROD_VERTICES} + i. Allocates. */
export function rodSurface(rods: readonly Rod[]): Surface {
  const positions: number[] = [];
  const normals: number[] = [];
  const triangles: number[] = [];
  for (const [k, rod] of rods.entries()) {
    addRings(rod, positions, normals);
    for (const index of TRIANGLES) triangles.push(k * ROD_VERTICES + index);
  }
  return {
    positions: Float32Array.from(positions),
    normals: Float32Array.from(normals),
    triangles: Uint32Array.from(triangles),
  };
}

/** Two rings of the side and two of the ends, whose normals lie along the axis. */
export const ROD_VERTICES = 4 * SIDES;

function addRings({ centre, direction, length, radius }: Rod, positions: number[], normals: number[]): void {
  const first = across(direction);
  const second = cross(direction, first);
  for (const part of ["side", "end"] as const) {
    for (const end of [-1, 1]) {
      for (let i = 0; i < SIDES; i++) {
        const angle = (2 * Math.PI * i) / SIDES;
        for (const k of [0, 1, 2] as const) {
          const outward = Math.cos(angle) * first[k] + Math.sin(angle) * second[k];
          positions.push(centre[k] + (end * length * direction[k]) / 2 + radius * outward);
          normals.push(part === "side" ? outward : end * direction[k]);
        }
      }
    }
  }
}

/** Counter-clockwise seen from outside: the side between the first two rings, and a fan on each of the others. */
const TRIANGLES = Array.from({ length: SIDES }, (_, i) => {
  const next = (i + 1) % SIDES;
  const side = [i, next, SIDES + next, i, SIDES + next, SIDES + i];
  if (i === 0 || next === 0) return side;
  const [low, high] = [2 * SIDES, 3 * SIDES];
  return [...side, low, low + next, low + i, high, high + i, high + next];
}).flat();

/**
 * The rod under a place of the picture, the frontmost of several; `null` where there is none.
 * @param at Å to the right of the picture's middle and up from it @param slack Å beside a rod that still count
 */
export function rodAt(
  rods: readonly Rod[],
  { turn, centre }: Pose,
  { at, slack }: { at: { readonly right: number; readonly up: number }; slack: number },
): number | null {
  let found: number | null = null;
  let front = Number.NEGATIVE_INFINITY;
  for (const [k, rod] of rods.entries()) {
    const middle: Triple = [rod.centre[0] - centre[0], rod.centre[1] - centre[1], rod.centre[2] - centre[2]];
    const [x, y] = [at.right - dot(turn.right, middle), at.up - dot(turn.up, middle)];
    const [ax, ay] = [dot(turn.right, rod.direction), dot(turn.up, rod.direction)];
    const seen = ax * ax + ay * ay;
    const along = seen === 0 ? 0 : Math.min(rod.length / 2, Math.max(-rod.length / 2, (x * ax + y * ay) / seen));
    const depth = dot(turn.toward, middle) + along * dot(turn.toward, rod.direction);
    if (Math.hypot(x - along * ax, y - along * ay) > rod.radius + slack || depth <= front) continue;
    [found, front] = [k, depth];
  }
  return found;
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Triple, b: Triple): Triple {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** A unit vector at a right angle, from the axis that the direction is farthest from. */
function across(direction: Triple): Triple {
  const sizes = direction.map(Math.abs);
  const least = sizes.indexOf(Math.min(...sizes));
  const [x, y, z] = cross(direction, [least === 0 ? 1 : 0, least === 1 ? 1 : 0, least === 2 ? 1 : 0]);
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}
