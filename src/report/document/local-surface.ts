import { formatLevel } from "../../core/format/numbers.ts";
import type { Percentiles } from "../../core/volume/distribution.ts";
import type { LocalSurfaceName } from "../figures.ts";
import { formatLocal, LOCAL_WORDS } from "../text/local-words.ts";
import { startSentence } from "../text/words.ts";
import { figure, type Piece, type ReportSource, type Span } from "./piece.ts";

interface LocalSurfaceWords {
  readonly name: LocalSurfaceName;
  /** In the reading of the report; the colours span from the outer ones. */
  readonly percentiles: Percentiles;
  /** How to read it, a sentence. */
  readonly reading: string;
}

/** The three views of what was measured, coloured by it; nothing where they were not drawn. */
export function localSurface({ figures }: ReportSource, words: LocalSurfaceWords): Piece[] {
  const { name, percentiles, reading } = words;
  const drawn = figures.localSurfaces?.[name];
  if (!drawn) return [];
  const level = formatLevel(drawn.level);
  const quantity = startSentence(LOCAL_WORDS[name].quantity);
  const low = formatLocal(name, percentiles.p2_5);
  const high = formatLocal(name, percentiles.p97_5);
  return [
    {
      kind: "surfaces",
      name: surfaceName(name),
      views: drawn.views,
      key: { low, high },
      caption: `${quantity} on the isosurface of the resized map inside its mask, at level ${level}. Colours span the 2.5 to the 97.5 percentile. ${reading} Views as in the isosurface of the map.`,
      finding: `${quantity} on the surface, from ${low} to ${high}`,
    },
  ];
}

/** " Figure 12 shows their distribution, Figure 13 where they lie."; begins with a blank. */
export function whereShown({ figures }: ReportSource, name: LocalSurfaceName): Span[] {
  const distribution = [{ text: " " }, figure(name), { text: " shows how they are distributed" }];
  if (!figures.localSurfaces?.[name]) return [...distribution, { text: "." }];
  return [...distribution, { text: ", " }, figure(surfaceName(name)), { text: " where they lie." }];
}

function surfaceName(name: LocalSurfaceName): string {
  return `${name}-surface`;
}
