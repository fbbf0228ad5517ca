import type { Triple } from "../core/volume/grid.ts";

/** How a body is turned: the directions, in its own x, y, z, that go right, up and towards the viewer. Unit vectors, right × up = toward. */
export interface Turn {
  readonly right: Triple;
  readonly up: Triple;
  readonly toward: Triple;
}

/** How and where a body is seen in parallel projection. */
export interface Pose {
  readonly turn: Turn;
  /** The place in the middle of the picture, Å in the body's own x, y, z. */
  readonly centre: Triple;
  /** Å from the middle of the picture to its nearer edge. */
  readonly half: number;
}

/** A pose may show this much less, or more, of space at a time than the one it began with. */
const ZOOM = { least: 1 / 40, most: 8 } as const;

/** Turns a body about the picture's upright axis, its front going right, and about the level one, its front going up; radians. */
export function turned(turn: Turn, { right: a, up: b }: { right: number; up: number }): Turn {
  const sideways = combine(turn.right, Math.cos(a), turn.toward, Math.sin(a));
  const front = combine(turn.toward, Math.cos(a), turn.right, -Math.sin(a));
  const up = combine(turn.up, Math.cos(b), front, Math.sin(b));
  return squared(sideways, up);
}

/** Turns a body in the plane of the picture, counter-clockwise, radians. */
export function rolled(turn: Turn, angle: number): Turn {
  const right = combine(turn.right, Math.cos(angle), turn.up, -Math.sin(angle));
  return squared(right, combine(turn.up, Math.cos(angle), turn.right, Math.sin(angle)));
}

/** Moves the body by Å to the right and up in the picture. */
export function moved(pose: Pose, { right, up }: { right: number; up: number }): Pose {
  const { turn, centre } = pose;
  return { ...pose, centre: combine(combine(centre, 1, turn.right, -right), 1, turn.up, -up) };
}

/** Makes the body `factor` times as large in the picture, between limits about the extent that was framed. */
export function zoomed(pose: Pose, factor: number, framed: number): Pose {
  return { ...pose, half: Math.min(ZOOM.most * framed, Math.max(ZOOM.least * framed, pose.half / factor)) };
}

/** Right angles again after many small turns; `toward` follows from the other two, so the body cannot be mirrored. */
function squared(right: Triple, up: Triple): Turn {
  const level = unit(right);
  const upright = unit(combine(up, 1, level, -dot(up, level)));
  return { right: level, up: upright, toward: cross(level, upright) };
}

function combine(a: Triple, s: number, b: Triple, t: number): Triple {
  return [s * a[0] + t * b[0], s * a[1] + t * b[1], s * a[2] + t * b[2]];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function unit(a: Triple): Triple {
  return combine(a, 1 / Math.sqrt(dot(a, a)), a, 0);
}

function cross(a: Triple, b: Triple): Triple {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
