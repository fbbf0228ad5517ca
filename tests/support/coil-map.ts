import type { HelixAxis } from "../../src/core/hand/helix-axis.ts";
import type { SearchVolume } from "../../src/core/hand/ridges.ts";

const SIZE = 40;
const MIDDLE = (SIZE - 1) / 2;

/** Density that winds about the z axis with the pitch of an alpha helix; "left" turns the other way. As in tests/data/hand_candidates.py. */
export function coil(hand: "right" | "left"): SearchVolume {
  const sense = hand === "right" ? 1 : -1;
  const values = Float32Array.from({ length: SIZE ** 3 }, (_, i) => {
    const [x, y, z] = [(i % SIZE) - MIDDLE, (Math.floor(i / SIZE) % SIZE) - MIDDLE, Math.floor(i / SIZE ** 2) - MIDDLE];
    const ring = Math.exp(-((Math.hypot(x, y) - 2.3) ** 2) / 3);
    return ring * (1 + 0.5 * Math.cos(Math.atan2(y, x) - (sense * 2 * Math.PI * z) / 5.4));
  });
  return { box: [SIZE, SIZE, SIZE], spacing: [1, 1, 1], values };
}

/** The axis of the coil. */
export const COIL_AXIS: HelixAxis = { centre: [MIDDLE, MIDDLE, MIDDLE], direction: [0, 0, 1], normal: [1, 0, 0] };
