import { alongStops } from "../core/math/along-stops.ts";

/** How map values become colours in a slice; `grey` is the report's look. */
export type ColourMap = "grey" | "viridis" | "invertedGrey";

export const COLOUR_MAPS: readonly { readonly value: ColourMap; readonly name: string }[] = [
  { value: "grey", name: "Grey" },
  { value: "viridis", name: "Viridis" },
  { value: "invertedGrey", name: "Inverted grey" },
];

/** Colours in a table, from the window's low end to its high end. */
export const COLOURS = 256;

/** White is the brightest picture allowed by the colour scheme: full in light, 80 % in dark. */
const BRIGHTNESS = { light: 1, dark: 0.803 } as const;

export type ColourScheme = keyof typeof BRIGHTNESS;

/** Viridis (van der Walt and Smith, matplotlib 2.0, CC0) at every sixteenth of its length. */
const VIRIDIS =
  "440154 481a6c 472f7d 414487 39568c 31688e 2a788e 23888e 1f988b 22a884 35b779 54c568 7ad151 a5db36 d2e21b e9e51a fde725";

/**
 * The colours of a map, 3 bytes each (red, green, blue), `COLOURS` of them, dimmed in the dark scheme. Lightness rises
 * (falls, where inverted) throughout. Allocates.
 */
export function colourTable(map: ColourMap, scheme: ColourScheme): Uint8Array {
  const stops = stopsOf(map);
  const table = new Uint8Array(3 * COLOURS);
  for (let channel = 0; channel < 3; channel++) {
    const own = stops.map((stop) => stop[channel]!);
    for (let i = 0; i < COLOURS; i++) {
      const place = (i / (COLOURS - 1)) * (own.length - 1);
      table[3 * i + channel] = Math.round(BRIGHTNESS[scheme] * alongStops(own, place));
    }
  }
  return table;
}

function stopsOf(map: ColourMap): readonly (readonly number[])[] {
  if (map === "viridis") return VIRIDIS.split(" ").map(channels);
  const grey = [
    [0, 0, 0],
    [255, 255, 255],
  ];
  return map === "grey" ? grey : grey.reverse();
}

/** "440154" as red, green, blue, 0 to 255. */
function channels(hex: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
