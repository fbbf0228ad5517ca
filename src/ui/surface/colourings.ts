import type { CheckResult, Reading } from "../../checks/check.ts";
import type { LocalVolumeName } from "../../engine/engine.ts";
import { type RampRange, rampRange } from "../../report/drawing/ramp.ts";
import { addedBy, localValues } from "../../report/local-values.ts";
import { formatLocalNumber, LOCAL_WORDS } from "../../report/text/local-words.ts";
import { startSentence } from "../../report/text/words.ts";

/** What the surface can be coloured by. */
export type Colouring = MeasuredColouring | typeof PIECES;

/** Its pieces, at whatever level; no run is needed. */
export const PIECES = { name: "pieces", label: "Pieces" } as const;

/** A local measurement of a run. */
export interface MeasuredColouring {
  readonly name: LocalVolumeName;
  /** On the control. */
  readonly label: string;
  /** Over the colour key: quantity and unit. */
  readonly title: string;
  /** In the unit of the volume. */
  readonly range: RampRange;
  /** Low end, median and high end, as the reading has them. */
  readonly ticks: readonly [string, string, string];
}

/** What a run's results offer to colour the surface by; the colours are the same in both readings, the numbers are not. */
export function colouringsOf(results: readonly CheckResult[], reading: Reading): MeasuredColouring[] {
  return results.flatMap((result) => {
    const values = localValues(result);
    const range = values && rampRange(values.percentiles);
    const median = values?.percentiles.p50 ?? null;
    if (!range || median === null) return [];
    const { name } = values;
    const { quantity, unit } = LOCAL_WORDS[name];
    const tick = (value: number) => formatLocalNumber(name, value + addedBy(reading, values));
    const label = startSentence(quantity.replace("local ", ""));
    const ticks = [tick(range[0]), tick(median), tick(range[1])] as const;
    return [{ name, label, title: `${quantity} (${unit})`, range, ticks }];
  });
}
