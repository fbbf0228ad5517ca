import { alongStops } from "../../core/math/along-stops.ts";
import type { Rgb } from "./shade.ts";

/** The one ramp of local measurements, from low to high values: the design tokens' `--ramp`. Lightness rises throughout. */
export const RAMP: readonly Rgb[] = [
  [25, 12, 101],
  [31, 47, 124],
  [39, 80, 143],
  [52, 113, 157],
  [79, 142, 164],
  [118, 164, 163],
  [160, 176, 155],
  [205, 190, 159],
  [243, 216, 196],
  [254, 242, 243],
];

/** Red, green and blue of the ramp. */
const CHANNELS = [0, 1, 2].map((k) => RAMP.map((colour) => colour[k]!));

/** Where nothing was measured: a grey, which the ramp does not have. */
export const UNMEASURED: Rgb = [139, 146, 153];

/** The values at the ends of the ramp; values beyond them take the colour of the end. */
export type RampRange = readonly [low: number, high: number];

/** The range of a measurement's colours: its 2.5 and 97.5 percentiles, so that single voxels do not set it; `null` without them. */
export function rampRange({
  p2_5,
  p97_5,
}: {
  readonly p2_5: number | null;
  readonly p97_5: number | null;
}): RampRange | null {
  return p2_5 === null || p97_5 === null ? null : [p2_5, p97_5];
}

/** The colour of each value, 3 bytes a value, linear between the colours of the ramp; {@link UNMEASURED} for NaN. Allocates. */
export function paintValues(values: Float32Array, [low, high]: RampRange): Uint8Array<ArrayBuffer> {
  const colours = new Uint8Array(3 * values.length);
  const last = RAMP.length - 1;
  const gain = high > low ? last / (high - low) : 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      colours.set(UNMEASURED, 3 * i);
      continue;
    }
    const place = gain > 0 ? (value - low) * gain : last / 2;
    for (let k = 0; k < 3; k++) colours[3 * i + k] = Math.round(alongStops(CHANNELS[k]!, place));
  }
  return colours;
}
