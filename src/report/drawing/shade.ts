import type { RgbImage } from "../figures.ts";
import type { Light } from "./light.ts";
import type { Samples } from "./rasterise.ts";

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** One colour for the whole surface, or three bytes a vertex, linear between vertices. */
export type Paint = Rgb | Uint8Array;

/** A surface as its samples see it. */
export interface Scene {
  readonly samples: Samples;
  readonly light: Light;
  readonly triangles: Uint32Array;
}

interface Shading {
  /** Samples a pixel, each way. */
  readonly step: number;
  readonly paint: Paint;
  readonly background: Rgb;
}

/** The lit samples in their colours, each block of `step`×`step` averaged into a pixel. Allocates the picture. */
export function shade(scene: Scene, shading: Shading): RgbImage {
  const { step } = shading;
  const width = Math.floor(scene.samples.size / step);
  const rgb = new Uint8Array(3 * width * width);
  const sums = new Float64Array(3 * width);
  for (let y = 0; y < width; y++) {
    sums.fill(0);
    for (let v = 0; v < step; v++) addRow(sums, scene, { ...shading, row: step * y + v });
    for (let i = 0; i < sums.length; i++) {
      rgb[3 * width * y + i] = Math.min(255, Math.round(sums[i]! / (step * step)));
    }
  }
  return { width, height: width, rgb };
}

/** Adds the colours of a row of samples to the pixels that they belong to. */
function addRow(
  sums: Float64Array,
  { samples, light, triangles }: Scene,
  { step, paint, background, row }: Shading & { row: number },
): void {
  const { size, triangle, weights } = samples;
  const [backRed, backGreen, backBlue] = background;
  const plain = paint instanceof Uint8Array ? null : paint;
  let [red, green, blue] = plain ?? [0, 0, 0];
  for (let x = 0, at = 0; at < sums.length; at += 3) {
    for (const end = x + step; x < end; x++) {
      const sample = row * size + x;
      const haze = light.haze[sample]!;
      if (!plain && haze < 1) {
        const t = triangle[sample]!;
        const [a, b, c] = [3 * triangles[t]!, 3 * triangles[t + 1]!, 3 * triangles[t + 2]!];
        const [atB, atC] = [weights[2 * sample]!, weights[2 * sample + 1]!];
        const atA = 1 - atB - atC;
        red = atA * paint[a]! + atB * paint[b]! + atC * paint[c]!;
        green = atA * paint[a + 1]! + atB * paint[b + 1]! + atC * paint[c + 1]!;
        blue = atA * paint[a + 2]! + atB * paint[b + 2]! + atC * paint[c + 2]!;
      }
      const bright = light.light[sample]!;
      sums[at] = sums[at]! + Math.min(255, red * bright) * (1 - haze) + backRed * haze;
      sums[at + 1] = sums[at + 1]! + Math.min(255, green * bright) * (1 - haze) + backGreen * haze;
      sums[at + 2] = sums[at + 2]! + Math.min(255, blue * bright) * (1 - haze) + backBlue * haze;
    }
  }
}
