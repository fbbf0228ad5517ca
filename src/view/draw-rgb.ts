/** A picture of 3 bytes a pixel, rows from the top. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/**
 * Sizes the canvas to the picture and draws it without its background, so that it stands on the page's own colour.
 * The background is the colour of the first pixel; pixels at the outline, which are mixed with it, become translucent.
 */
export function drawCutOut(canvas: HTMLCanvasElement, picture: RgbPicture): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(picture.width, picture.height);
  cutOut(picture, image.data);
  context.putImageData(image, 0, 0);
}

/** Fills RGBA pixels, not premultiplied; in place. */
export function cutOut({ width, height, rgb }: RgbPicture, pixels: Uint8ClampedArray): void {
  const isBackground = (pixel: number) =>
    rgb[3 * pixel] === rgb[0] && rgb[3 * pixel + 1] === rgb[1] && rgb[3 * pixel + 2] === rgb[2];
  for (let row = 0, pixel = 0; row < height; row++) {
    for (let column = 0; column < width; column++, pixel++) {
      if (isBackground(pixel)) continue;
      const inner = row > 0 && column > 0 && row + 1 < height && column + 1 < width;
      const own = inner ? ownColour(pixel, { rgb, width, isBackground }) : pixel;
      pixels[4 * pixel] = rgb[3 * own]!;
      pixels[4 * pixel + 1] = rgb[3 * own + 1]!;
      pixels[4 * pixel + 2] = rgb[3 * own + 2]!;
      pixels[4 * pixel + 3] = own === pixel ? 255 : 255 * coverage(rgb[3 * pixel]!, rgb[3 * own]!, rgb[0]!);
    }
  }
}

interface Surroundings {
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly isBackground: (pixel: number) => boolean;
}

/** The pixel whose colour the surface has here: the one farthest from the background nearby, where the outline runs. */
function ownColour(pixel: number, { rgb, width, isBackground }: Surroundings): number {
  const beside = [pixel - 1, pixel + 1, pixel - width, pixel + width];
  if (!beside.some(isBackground)) return pixel;
  const contrast = (other: number) => Math.abs(rgb[3 * other]! - rgb[0]!);
  return beside.reduce((best, other) => (contrast(other) > contrast(best) ? other : best), pixel);
}

/** Share of the surface in a pixel that mixes it with the background. */
function coverage(mixed: number, own: number, background: number): number {
  return own === background ? 1 : Math.min(1, (mixed - background) / (own - background));
}
