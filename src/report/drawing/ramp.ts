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
    const place = gain > 0 ? Math.min(last, Math.max(0, (value - low) * gain)) : last / 2;
    const from = Math.min(last - 1, Math.floor(place));
    for (let k = 0; k < 3; k++) {
      const [a, b] = [RAMP[from]![k]!, RAMP[from + 1]![k]!];
      colours[3 * i + k] = Math.round(a + (place - from) * (b - a));
    }
  }
  return colours;
}
