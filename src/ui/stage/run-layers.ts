import type { CheckResult, Reading } from "../../checks/check.ts";
import { OUTLIER_SIGMAS } from "../../core/volume/background.ts";
import type { ComponentRow } from "../../core/volume/components.ts";
import type { LocalVolumeName } from "../../engine/engine.ts";
import { type RampRange, rampRange } from "../../report/drawing/ramp.ts";
import { addedBy, localValues } from "../../report/local-values.ts";
import { measured } from "../../report/measured.ts";
import { LOCAL_WORDS } from "../../report/text/local-words.ts";
import { startSentence } from "../../report/text/words.ts";
import type { OutlierRule } from "../../view/outlier-slice.ts";
import type { Run } from "../state/run.ts";

/** A local measurement that can lie over the slices. */
export interface LocalLayer {
  readonly layer: LocalVolumeName;
  readonly name: string;
  /** Values of the volume at the ends of the ramp. */
  readonly range: RampRange;
  /** What the reading adds to the values of the volume. */
  readonly added: number;
}

/** What a run has left that can be drawn over the slices. */
export interface RunLayers {
  /** The level whose masks exist, or `null`. */
  readonly maskLevel: number | null;
  /** Pieces above that level, the largest first; those that the report lists. */
  readonly pieces: readonly ComponentRow[];
  /** `null` before the background has been measured, and where it does not vary. */
  readonly outliers: OutlierRule | null;
  readonly locals: readonly LocalLayer[];
}

/** The layers that a run offers in one reading: VRS counts outliers about zero, the corrected reading about the mean. */
export function runLayers({ results, parameters }: Pick<Run, "results" | "parameters">, reading: Reading): RunLayers {
  const found = (key: CheckResult["key"]) => results.find((result) => result.key === key);
  const [mask, background] = [found("mask"), found("background")];
  const pieces = mask ? measured(mask, "mask") : null;
  const values = background ? measured(background, "background") : null;
  const maskLevel = pieces && parameters ? parameters.contourLevel : null;
  const centre = reading === "vrs" ? 0 : (values?.mean ?? 0);
  return {
    maskLevel,
    pieces: pieces?.components ?? [],
    outliers: maskLevel !== null && values && values.std > 0 ? { centre, reach: OUTLIER_SIGMAS * values.std } : null,
    locals: LOCALS.flatMap((key) => localLayer(found(key), reading)),
  };
}

/** The local measurements, in this order. */
const LOCALS = ["localBFactor", "localResolution", "localOccupancy"] as const;

function localLayer(result: CheckResult | undefined, reading: Reading): LocalLayer[] {
  const values = result ? localValues(result) : null;
  const range = values && rampRange(values.percentiles);
  if (!range) return [];
  const { name: layer } = values;
  return [{ layer, name: startSentence(LOCAL_WORDS[layer].quantity), range, added: addedBy(reading, values) }];
}
