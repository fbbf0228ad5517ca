import type { Samples } from "./rasterise.ts";

/** How bright each sample is, and how much of the background it takes on: 1 where there is nothing else. */
export interface Light {
  readonly light: Float32Array;
  readonly haze: Float32Array;
}

/** Directions to the lights: right, up, towards the viewer. Lengths of one. */
const KEY = [-0.4, 0.6, 0.6928203230275509] as const;
const FILL = [0.64, -0.16, 0.7512655988397181] as const;
/** Parts of the light; a surface turned to the key light, in the open, has about 1. */
const AMBIENT = 0.46;
const SKY = 0.1;
const KEY_SHARE = 0.52;
const FILL_SHARE = 0.12;
/** How much of the background the farthest point takes on. */
const HAZE = 0.14;

/** Room for the light of a picture of `size` samples a side. Allocates 8 bytes a sample. */
export function makeLight(size: number): Light {
  return { light: new Float32Array(size * size), haze: new Float32Array(size * size) };
}

/**
 * Lights the samples, into `into`: light from all sides, dimmed where the surroundings stand higher, a soft light from
 * the upper left, a weak one from the right, and haze with depth. No highlights.
 *
 * @param ambient one value a block of `step`×`step` samples, 0 to 1
 */
export function lightSamples(
  { size, depth, normals }: Samples,
  { step, ambient, into }: { step: number; ambient: Float32Array; into: Light },
): void {
  const { light, haze } = into;
  const blocks = Math.floor(size / step);
  for (let y = 0; y < step * blocks; y++) {
    const row = Math.floor(y / step) * blocks;
    for (let x = 0; x < step * blocks; x++) {
      const sample = y * size + x;
      const z = depth[sample]!;
      if (z === -Infinity) {
        haze[sample] = 1;
        continue;
      }
      haze[sample] = HAZE * Math.min(1, Math.max(0, 0.5 - z / size));
      light[sample] = lightOn(normals, 3 * sample, ambient[row + Math.floor(x / step)]!);
    }
  }
}

function lightOn(normals: Float32Array, at: number, openness: number): number {
  const x = normals[at]!;
  const y = normals[at + 1]!;
  const z = Math.max(0, normals[at + 2]!);
  const unit = 1 / Math.sqrt(x * x + y * y + z * z || 1);
  const key = Math.max(0, (x * KEY[0] + y * KEY[1] + z * KEY[2]) * unit);
  const fill = Math.max(0, (x * FILL[0] + y * FILL[1] + z * FILL[2]) * unit);
  const sky = 0.5 + 0.5 * y * unit;
  return openness * (AMBIENT + SKY * sky) + (0.25 + 0.75 * openness) * (KEY_SHARE * key + FILL_SHARE * fill);
}
