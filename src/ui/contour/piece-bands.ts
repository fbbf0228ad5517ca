import { formatCount } from "../../core/format/numbers.ts";
import type { LevelMeasurement } from "../../core/volume/contour-suggestion.ts";
import type { LevelRange } from "./model.ts";

/** A stretch of levels at which the map falls into about as many pieces. */
export interface RibbonBand {
  readonly from: number;
  readonly to: number;
  /** 0 is one piece; more is more pieces. */
  readonly crowd: number;
  readonly label: string;
}

/** Most pieces of each kind of band; beyond the last there is one more. */
const MOST = [1, 5, 20, 100];

/** The ladder of components as bands side by side, each rung reaching halfway to its neighbours, cut to a range. */
export function pieceBands(ladder: readonly LevelMeasurement[], { low, high }: LevelRange): RibbonBand[] {
  const bands: RibbonBand[] = [];
  ladder.forEach(({ level, components }, i) => {
    if (components === 0) return;
    const from = Math.max(low, i === 0 ? level : (ladder[i - 1]!.level + level) / 2);
    const to = Math.min(high, i === ladder.length - 1 ? level : (level + ladder[i + 1]!.level) / 2);
    if (to <= from) return;
    const found = MOST.findIndex((most) => components <= most);
    const crowd = found < 0 ? MOST.length : found;
    const last = bands.at(-1);
    if (last?.crowd === crowd) bands[bands.length - 1] = { ...last, to };
    else bands.push({ from, to, crowd, label: labelOf(crowd) });
  });
  return bands;
}

function labelOf(crowd: number): string {
  if (crowd === 0) return "1 piece";
  const below = formatCount(MOST[crowd - 1]!);
  return crowd === MOST.length ? `more than ${below}` : `${MOST[crowd - 1]! + 1} to ${MOST[crowd]!}`;
}
