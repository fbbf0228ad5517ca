/** How map values become greys, the same for every slice of a map, so that neighbouring slices can be compared. */
export interface GreyScale {
  /** Map value drawn in the slice's own grey: the solvent. */
  readonly background: number;
  /** Map value drawn white. */
  readonly white: number;
}

/** Grey of the background, 0…255: `--slice` of the light scheme. Values below the background go down to black. */
const BACKGROUND_GREY = 66;

/** White is the brightest picture allowed by the colour scheme: full in light, 80 % in dark. */
export const BRIGHTNESS = { light: 1, dark: 0.803 } as const;

export type ColourScheme = keyof typeof BRIGHTNESS;

/**
 * Fills RGBA pixels, 4 bytes a map value in the same order: background ↦ 66, white ↦ 255, linear between and below,
 * clipped, then dimmed in the dark scheme. In place.
 */
export function paintGreys(
  values: Float32Array,
  scale: GreyScale,
  scheme: ColourScheme,
  pixels: Uint8ClampedArray,
): void {
  const span = scale.white - scale.background;
  const gain = span > 0 ? (255 - BACKGROUND_GREY) / span : 0;
  const dim = BRIGHTNESS[scheme];
  for (let i = 0; i < values.length; i++) {
    const grey = BACKGROUND_GREY + gain * (values[i]! - scale.background);
    const shade = dim * Math.min(255, Math.max(0, grey));
    pixels[4 * i] = shade;
    pixels[4 * i + 1] = shade;
    pixels[4 * i + 2] = shade;
    pixels[4 * i + 3] = 255;
  }
}
