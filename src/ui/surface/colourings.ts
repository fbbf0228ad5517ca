import type { CheckResult, Reading } from "../../checks/check.ts";
import { formatDecimal } from "../../core/format/numbers.ts";
import type { Percentiles } from "../../core/volume/distribution.ts";
import type { LocalVolumeName } from "../../engine/engine.ts";
import { type RampRange, rampRange } from "../../report/drawing/ramp.ts";
import { measured } from "../../report/measured.ts";

/** A local measurement that the surface can be coloured by. */
export interface Colouring {
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
export function colouringsOf(results: readonly CheckResult[], reading: Reading): Colouring[] {
  return results.flatMap((result) => {
    const bFactor = measured(result, "localBFactor");
    if (bFactor) {
      const words = { name: "localBFactor", label: "B-factor", title: "local B-factor (Å²)" } as const;
      const range = rampRange(bFactor.corrected.percentiles);
      return offer(words, { range, percentiles: bFactor[reading].percentiles, factor: 1 });
    }
    const occupancy = measured(result, "localOccupancy");
    if (occupancy) {
      const words = { name: "localOccupancy", label: "Occupancy", title: "local occupancy (%)" } as const;
      const { percentiles } = occupancy;
      return offer(words, { range: rampRange(percentiles), percentiles, factor: 100 });
    }
    const resolution = measured(result, "localResolution");
    if (!resolution) return [];
    const words = { name: "localResolution", label: "Resolution", title: "local resolution (Å)" } as const;
    const { percentiles } = resolution;
    return offer(words, { range: rampRange(percentiles), percentiles, factor: 1, decimals: 1 });
  });
}

interface Scale {
  readonly range: RampRange | null;
  readonly percentiles: Percentiles;
  /** From the unit of the volume to that of the key. */
  readonly factor: number;
  /** Of the numbers of the key; 0 unless given. */
  readonly decimals?: number;
}

function offer(
  words: Pick<Colouring, "name" | "label" | "title">,
  { range, percentiles: { p2_5, p50, p97_5 }, factor, decimals = 0 }: Scale,
): Colouring[] {
  if (!range || p2_5 === null || p50 === null || p97_5 === null) return [];
  const tick = (value: number) => formatDecimal(factor * value, decimals);
  return [{ ...words, range, ticks: [tick(p2_5), tick(p50), tick(p97_5)] }];
}
