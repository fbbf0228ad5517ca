import type { ColourKey } from "../document/piece.ts";
import { RAMP } from "../drawing/ramp.ts";
import { html, type Markup } from "./markup.ts";

/** The ramp of a coloured surface between what its ends stand for. @param name of the figure, one of its own in the page */
export function colourKey(name: string, { low, high }: ColourKey): Markup {
  const stops = RAMP.map((colour, i) => {
    return html`<stop offset="${Math.round((10000 * i) / (RAMP.length - 1)) / 100}%" stop-color="rgb(${colour.join(" ")})"/>`;
  });
  return html`<div class="key"><span>${low}</span><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><defs><linearGradient id="ramp-${name}">${stops}</linearGradient></defs><rect width="100" height="8" fill="url(#ramp-${name})"/></svg><span>${high}</span></div>`;
}
