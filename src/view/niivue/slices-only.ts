import { Niivue, type NVImage } from "@niivue/niivue";

/** The texture unit (TEXTURE8) of the scratch volume with which NiiVue begins a gradient volume. */
const GRADIENT_SCRATCH = 33992;

/**
 * NiiVue without the gradient volume that its 3-D rendering shades with. Slices have no use for it; making it costs 12
 * bytes a voxel for a while, 4 for good, and most of the time of an upload. NiiVue offers no switch for it, but takes the
 * box of the gradient from the image's header when it asks for the first texture: there, and only there, the box is one
 * voxel.
 */
export class SlicesOnly extends Niivue {
  #box: number[] | null = null;

  override refreshLayers(image: NVImage, layer: number): void {
    const dims = image.hdr?.dims;
    const whole = dims?.slice() ?? [];
    this.#box = dims ?? null;
    try {
      super.refreshLayers(image, layer);
    } finally {
      this.#box = null;
      dims?.splice(0, dims.length, ...whole);
    }
  }

  override rgbaTex(texture: WebGLTexture | null, unit: number, dims: number[], isInit?: boolean): WebGLTexture | null {
    if (unit === GRADIENT_SCRATCH && dims === this.#box) dims.splice(1, 3, 1, 1, 1);
    return super.rgbaTex(texture, unit, dims, isInit);
  }
}
