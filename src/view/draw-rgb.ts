/** A picture of 3 bytes a pixel, rows from the top. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Sizes the canvas to the picture and draws it, pixel for pixel. */
export function drawRgb(canvas: HTMLCanvasElement, { width, height, rgb }: RgbPicture): void {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return;
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    image.data[4 * i] = rgb[3 * i]!;
    image.data[4 * i + 1] = rgb[3 * i + 1]!;
    image.data[4 * i + 2] = rgb[3 * i + 2]!;
    image.data[4 * i + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
