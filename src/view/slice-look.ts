import { COLOURS, type ColourMap, type ColourScheme, colourTable } from "./colour-map.ts";

/** The map values that get the first and the last colour; values beyond are clipped. */
export interface DisplayWindow {
  readonly low: number;
  readonly high: number;
}

/** How a slice is coloured, the same for every slice of a map, so that neighbouring slices can be compared. */
export interface SliceLook {
  readonly window: DisplayWindow;
  readonly colourMap: ColourMap;
  readonly scheme: ColourScheme;
}

/** Grey of the background, 0…255: `--slice` of the light scheme. */
const BACKGROUND_GREY = 66;

/** The window that draws `background` in the slice's own grey and `white` at the top, as the report does. */
export function windowAround(background: number, white: number): DisplayWindow {
  const span = white > background ? white - background : 1;
  return { low: background - (BACKGROUND_GREY / (255 - BACKGROUND_GREY)) * span, high: background + span };
}

/**
 * Fills RGBA pixels, 4 bytes a map value in the same order, with colour `255 (value − low) / (high − low)` of the
 * look's table, rounded and clipped. In place.
 */
export function paintSlice(values: Float32Array, look: SliceLook, pixels: Uint8ClampedArray): void {
  const table = colourTable(look.colourMap, look.scheme);
  for (let i = 0; i < values.length; i++) {
    const at = 3 * colourIndex(values[i]!, look.window);
    pixels[4 * i] = table[at]!;
    pixels[4 * i + 1] = table[at + 1]!;
    pixels[4 * i + 2] = table[at + 2]!;
    pixels[4 * i + 3] = 255;
  }
}

/** The colour that a map value has, as CSS writes it. */
export function colourOf(value: number, look: SliceLook): string {
  const table = colourTable(look.colourMap, look.scheme);
  const at = 3 * colourIndex(value, look.window);
  return `rgb(${table[at]} ${table[at + 1]} ${table[at + 2]})`;
}

function colourIndex(value: number, { low, high }: DisplayWindow): number {
  const place = (value - low) / (high - low);
  return Math.round((COLOURS - 1) * Math.min(1, Math.max(0, place))) || 0;
}
