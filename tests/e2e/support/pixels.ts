import type { Locator, Page } from "@playwright/test";
import { decode } from "fast-png";

/** Pixels of a slice's canvas in the colour of an overlay, within 40 of 255 a channel. */
export function pixelsOf(canvas: Locator, token: string): Promise<number> {
  return canvas.evaluate((element, name) => {
    const target = element as HTMLCanvasElement;
    const colour = getComputedStyle(target).getPropertyValue(name).trim();
    const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    const { data } = target.getContext("2d")!.getImageData(0, 0, target.width, target.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (wanted.every((channel, k) => Math.abs(data[i + k]! - channel) < 40)) count++;
    }
    return count;
  }, token);
}

/** Colours of the surface's picture, to 32 steps a channel, that are no greys. */
export async function hues(page: Page): Promise<number> {
  return huesOf(decode(await page.getByRole("img", { name: /Isosurface/ }).screenshot()));
}

/** The same of any picture. */
export function huesOf({ data, channels }: Pick<ReturnType<typeof decode>, "data" | "channels">): number {
  const seen = new Set<number>();
  for (let i = 0; i < data.length; i += channels) {
    const [r, g, b] = [data[i]! >> 3, data[i + 1]! >> 3, data[i + 2]! >> 3];
    if (Math.max(r, g, b) - Math.min(r, g, b) > 5) seen.add((r << 10) | (g << 5) | b);
  }
  return seen.size;
}

/** Pixels of the surface's picture that are orange: the discs of marked voxels, near or far. */
export async function markedIn(page: Page): Promise<number> {
  const { data, channels } = decode(await page.getByRole("img", { name: /Isosurface/ }).screenshot());
  let count = 0;
  for (let i = 0; i < data.length; i += channels) if (data[i]! - data[i + 2]! > 60) count++;
  return count;
}

/** Where on the page the middle of a picture, which no key covers, is bluest: a rod in a surface of grey. */
export async function blueIn(picture: Locator): Promise<{ x: number; y: number }> {
  const { data, channels, width, height } = decode(await picture.screenshot());
  const row = channels * width;
  const box = (await picture.boundingBox())!;
  let [most, at] = [0, 0];
  for (let i = row * Math.floor(0.3 * height); i < row * Math.floor(0.6 * height); i += channels) {
    const blue = data[i + 2]! - data[i]!;
    if (blue > most) [most, at] = [blue, i / channels];
  }
  return { x: box.x + (at % width), y: box.y + Math.floor(at / width) };
}
