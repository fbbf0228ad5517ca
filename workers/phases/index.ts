import type { ComputeMember } from "../job.ts";
import { B_FACTOR_PHASES } from "../jobs/b-factor.ts";
import { LOCAL_B_FACTOR_PHASES } from "../jobs/local-b-factor.ts";
import { LOCAL_OCCUPANCY_PHASES } from "../jobs/local-occupancy.ts";
import { RESIZE_PHASES } from "../jobs/resize.ts";
import { SEGMENT_PHASES } from "../jobs/segment.ts";
import { SOFT_MASK_PHASES } from "../jobs/soften-mask.ts";
import { AUTOCORRELATION_PHASES } from "./autocorrelation.ts";
import { BACKGROUND_PHASES } from "./background.ts";
import { BAND_ENERGY_PHASES } from "./band-energies.ts";
import { COMPONENT_PHASES } from "./components.ts";
import { ENERGY_REGION_PHASES } from "./energy-region.ts";
import { ESTIMATE_PHASES } from "./estimate-resolution.ts";
import { HAND_CUT_PHASES } from "./hand-cut.ts";
import { HAND_DISTANCE_PHASES } from "./hand-distances.ts";
import { HAND_ENVELOPE_PHASES } from "./hand-envelope.ts";
import { HAND_HELIX_PHASES } from "./hand-helices.ts";
import { HAND_REGION_PHASES } from "./hand-region.ts";
import { HAND_SPECTRUM_PHASES } from "./hand-spectrum.ts";
import { HISTOGRAM_PHASES } from "./histogram.ts";
import { LADDER_PHASES } from "./ladder.ts";
import { LOG_SPREAD_PHASES } from "./log-spread.ts";
import { COMPARE_MASKS } from "./masks.ts";
import { MAP_MOMENTS } from "./moments.ts";
import { PROJECTION_PHASES } from "./projections.ts";
import { REAL_PLANE_PHASES } from "./real-planes.ts";
import { REGIONAL_ENERGY_PHASES } from "./regional-energies.ts";
import { REGION_PHASES } from "./regions.ts";
import { RESAMPLE_PHASES } from "./resample.ts";
import { RIESZ_PHASES } from "./riesz.ts";
import { SELECT_PHASES } from "./select.ts";
import { SPECTRUM_PHASES } from "./spectrum.ts";
import { STATISTICS_PHASES } from "./statistics.ts";
import { TRANSFORM_PHASES } from "./transform.ts";

type AnyPhase = { readonly name: string; readonly work: (member: ComputeMember, args: never, chunk: number) => void };

const ALL: readonly AnyPhase[] = [
  ...STATISTICS_PHASES,
  ...PROJECTION_PHASES,
  ...HISTOGRAM_PHASES,
  ...LADDER_PHASES,
  ...SEGMENT_PHASES,
  ...SOFT_MASK_PHASES,
  ...B_FACTOR_PHASES,
  ...RESIZE_PHASES,
  ...RESAMPLE_PHASES,
  ...LOCAL_B_FACTOR_PHASES,
  ...LOCAL_OCCUPANCY_PHASES,
  ...ENERGY_REGION_PHASES,
  ...BAND_ENERGY_PHASES,
  ...REGIONAL_ENERGY_PHASES,
  ...LOG_SPREAD_PHASES,
  ...ESTIMATE_PHASES,
  ...REGION_PHASES,
  ...RIESZ_PHASES,
  ...SELECT_PHASES,
  ...SPECTRUM_PHASES,
  ...AUTOCORRELATION_PHASES,
  ...BACKGROUND_PHASES,
  ...COMPONENT_PHASES,
  ...HAND_REGION_PHASES,
  ...HAND_CUT_PHASES,
  ...HAND_SPECTRUM_PHASES,
  ...HAND_ENVELOPE_PHASES,
  ...HAND_DISTANCE_PHASES,
  ...HAND_HELIX_PHASES,
  COMPARE_MASKS,
  MAP_MOMENTS,
  ...REAL_PLANE_PHASES,
  ...TRANSFORM_PHASES,
];

/** Every phase by the name that crosses to the assistants. */
export const PHASES: ReadonlyMap<string, AnyPhase["work"]> = new Map(ALL.map((phase) => [phase.name, phase.work]));
