import { moved, type Pose, rolled, turned, zoomed } from "../../view/pose.ts";

/** Radians and parts of the framed extent that one press of a key turns and moves. */
const KEY_TURN = Math.PI / 36;
const KEY_MOVE = 0.08;
const KEY_ZOOM = 1.15;
/** Pixels of wheel travel that make the surface e times as large. */
const WHEEL_PER_E = 600;

/** A pose and the pane it is seen in: its smaller side in CSS pixels, and what was framed, Å. */
export interface Seen {
  readonly pose: Pose;
  readonly side: number;
  readonly framed: number;
}

/** A finger, pen or mouse in the pane, CSS pixels from its left and top edges. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
}

/** One pointer dragged: across the pane is half a turn; or, moving, the surface stays under the pointer. */
export function dragged(seen: Seen, from: Pointer, to: Pointer, does: "turn" | "move"): Pose {
  const { pose, side } = seen;
  const step = { right: to.x - from.x, up: from.y - to.y };
  if (does === "move") return moved(pose, scaled(step, (2 * pose.half) / side));
  return { ...pose, turn: turned(pose.turn, scaled(step, Math.PI / side)) };
}

/** Two pointers: the surface follows them, larger as they part and turned in the plane as they turn. */
export function pinched(seen: Seen, from: readonly [Pointer, Pointer], to: readonly [Pointer, Pointer]): Pose {
  const span = ([a, b]: readonly [Pointer, Pointer]) => ({ x: b.x - a.x, y: b.y - a.y });
  const middle = ([a, b]: readonly [Pointer, Pointer]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [before, after] = [span(from), span(to)];
  const factor = Math.hypot(after.x, after.y) / Math.max(1, Math.hypot(before.x, before.y));
  const angle = Math.atan2(before.y, before.x) - Math.atan2(after.y, after.x);
  const pose = dragged(seen, middle(from), middle(to), "move");
  return zoomed({ ...pose, turn: rolled(pose.turn, angle) }, factor, seen.framed);
}

export function wheeled({ pose, framed }: Seen, travel: number): Pose {
  return zoomed(pose, Math.exp(-travel / WHEEL_PER_E), framed);
}

const ARROWS: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The pose that a key leads to; `null` for keys that mean nothing here. */
export function keyed({ pose, framed }: Seen, { key, shiftKey }: { key: string; shiftKey: boolean }): Pose | null {
  const arrow = ARROWS[key];
  if (arrow) {
    const step = { right: arrow[0], up: arrow[1] };
    if (shiftKey) return moved(pose, scaled(step, KEY_MOVE * pose.half));
    return { ...pose, turn: turned(pose.turn, scaled(step, KEY_TURN)) };
  }
  if (key === "PageUp") return { ...pose, turn: rolled(pose.turn, KEY_TURN) };
  if (key === "PageDown") return { ...pose, turn: rolled(pose.turn, -KEY_TURN) };
  if (key === "+" || key === "=") return zoomed(pose, KEY_ZOOM, framed);
  if (key === "-") return zoomed(pose, 1 / KEY_ZOOM, framed);
  return null;
}

function scaled({ right, up }: { right: number; up: number }, factor: number): { right: number; up: number } {
  return { right: factor * right, up: factor * up };
}
