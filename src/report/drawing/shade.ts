import type { RgbImage } from "../figures.ts";
import type { Samples } from "./rasterise.ts";

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** One colour for the whole surface, or three bytes a sample. */
export type Paint = Rgb | Uint8Array;

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

/**
 * Lights the samples and averages each block of `step`×`step` into a pixel: light from all sides, dimmed where the
 * surroundings stand higher, a soft light from the upper left, a weak one from the right, and haze with depth.
 * No highlights. Allocates.
 */
export function shade(
  samples: Samples,
  { step, ambient, paint, background }: { step: number; ambient: Float32Array; paint: Paint; background: Rgb },
): RgbImage {
  const width = Math.floor(samples.size / step);
  const rgb = new Uint8Array(3 * width * width);
  const sum: [number, number, number] = [0, 0, 0];
  for (let pixel = 0; pixel < width * width; pixel++) {
    sum.fill(0);
    const first = step * (Math.floor(pixel / width) * samples.size + (pixel % width));
    for (let k = 0; k < step * step; k++) {
      const sample = first + Math.floor(k / step) * samples.size + (k % step);
      addSample(sum, samples, sample, { openness: ambient[pixel]!, paint, background });
    }
    for (let c = 0; c < 3; c++) rgb[3 * pixel + c] = Math.min(255, Math.round(sum[c]! / (step * step)));
  }
  return { width, height: width, rgb };
}

function addSample(
  sum: [number, number, number],
  { size, depth, normals }: Samples,
  sample: number,
  { openness, paint, background }: { openness: number; paint: Paint; background: Rgb },
): void {
  const z = depth[sample]!;
  const light = z > -Infinity ? lightOn(normals, 3 * sample, openness) : 0;
  const haze = z > -Infinity ? HAZE * Math.min(1, Math.max(0, 0.5 - z / size)) : 1;
  const at = paint instanceof Uint8Array ? 3 * sample : 0;
  for (let c = 0; c < 3; c++) {
    const own = paint[at + c]!;
    sum[c] = sum[c]! + Math.min(255, own * light) * (1 - haze) + background[c]! * haze;
  }
}

function lightOn(normals: Float32Array, at: number, openness: number): number {
  const [x, y, z] = [normals[at]!, normals[at + 1]!, Math.max(0, normals[at + 2]!)];
  const unit = 1 / Math.sqrt(x * x + y * y + z * z || 1);
  const key = Math.max(0, (x * KEY[0] + y * KEY[1] + z * KEY[2]) * unit);
  const fill = Math.max(0, (x * FILL[0] + y * FILL[1] + z * FILL[2]) * unit);
  const sky = 0.5 + 0.5 * y * unit;
  return openness * (AMBIENT + SKY * sky) + (0.25 + 0.75 * openness) * (KEY_SHARE * key + FILL_SHARE * fill);
}
