import type { CheckResult, Reading } from "../../checks/check.ts";
import type { ComponentRow } from "../../core/volume/components.ts";
import type { Percentiles } from "../../core/volume/distribution.ts";
import type { LocalVolumeName } from "../../engine/engine.ts";
import { type RampRange, rampRange } from "../../report/drawing/ramp.ts";
import { measured } from "../../report/measured.ts";
import type { OutlierRule } from "../../view/outlier-slice.ts";
import type { Run } from "../state/run.ts";

/** Half-widths of the background's distribution beyond which check 0.c counts a voxel. */
const OUTLIER_SIGMAS = 5;

/** A local measurement that can lie over the slices. */
export interface LocalLayer {
  readonly layer: LocalVolumeName;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  /** Values at the ends of the ramp, in the reading. */
  readonly range: RampRange;
  /** What the reading adds to the values of the volume. */
  readonly offset: number;
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
    locals: LOCALS.flatMap((local) => localLayer(local, found(local.layer), reading)),
  };
}

const LOCALS = [
  { layer: "localBFactor", name: "Local B-factor", unit: "Å²", decimals: 0 },
  { layer: "localResolution", name: "Local resolution", unit: "Å", decimals: 2 },
  { layer: "localOccupancy", name: "Local occupancy", unit: "", decimals: 2 },
] as const;

/** What the local measurements have in common; some have percentiles of their own in each reading. */
interface LocalMeasurements extends Partial<Record<Reading, { readonly percentiles?: Percentiles }>> {
  readonly percentiles?: Percentiles;
  readonly whiteNoiseOffset?: number | null;
}

function localLayer(local: (typeof LOCALS)[number], result: CheckResult | undefined, reading: Reading): LocalLayer[] {
  const measurements = result?.measurements as LocalMeasurements | null | undefined;
  const percentiles = measurements?.[reading]?.percentiles ?? measurements?.percentiles;
  const range = percentiles ? rampRange(percentiles) : null;
  if (!range) return [];
  return [{ ...local, range, offset: reading === "vrs" ? (measurements?.whiteNoiseOffset ?? 0) : 0 }];
}
