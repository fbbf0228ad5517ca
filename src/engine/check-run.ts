import type { MaskHandle } from "../../workers/handles.ts";
import type { Segmentation } from "../../workers/protocol.ts";
import { B_FACTOR, evaluateBFactor } from "../checks/b-factor.ts";
import { BACKGROUND, evaluateBackground } from "../checks/background.ts";
import type { CheckDefinition, CheckResult } from "../checks/check.ts";
import { HAND } from "../checks/hand.ts";
import { CHECKS, failedCheck, withoutMask } from "../checks/index.ts";
import { LOCAL_B_FACTOR } from "../checks/local-b-factor.ts";
import { LOCAL_OCCUPANCY } from "../checks/local-occupancy.ts";
import { LOCAL_RESOLUTION } from "../checks/local-resolution.ts";
import { evaluateMask } from "../checks/mask.ts";
import { evaluateMass } from "../checks/mass.ts";
import { type ErrorCode, isMapError } from "../core/errors.ts";
import { massCurveLevels, measureMask, volumeOfVoxel } from "../core/volume/components.ts";
import { anisotropy, voxelCount } from "../core/volume/grid.ts";
import { measureMass } from "../core/volume/mass.ts";
import type { SliceFigure } from "../report/figures.ts";
import { checkHand } from "./hand-check.ts";
import type { Instruments } from "./instruments.ts";
import { checkLocalBFactor, checkLocalOccupancy } from "./local-checks.ts";
import { checkLocalResolution } from "./local-resolution-check.ts";
import { jobOptions } from "./map-shelf.ts";
import { type Ask, type Measurements, segmentationAt } from "./measurements.ts";
import type { RunFacts } from "./run-facts.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** The results in the order of the report, and the pictures that the checks left. */
export interface Judged {
  readonly results: readonly CheckResult[];
  readonly outliers?: SliceFigure;
  readonly bFactorCorrected?: SliceFigure;
}

/** One pass through the checks: asks the workers, judges, announces each result. */
export class CheckRun {
  readonly #pool: WorkerPool;
  readonly #measurements: Measurements;
  readonly #facts: RunFacts;

  constructor(instruments: Pick<Instruments, "pool" | "measurements">, facts: RunFacts) {
    this.#pool = instruments.pool;
    this.#measurements = instruments.measurements;
    this.#facts = facts;
  }

  /** The masks at the contour level. */
  segment(): Promise<Segmentation> {
    const { map, survey, parameters } = this.#facts;
    const asked = segmentationAt(parameters.contourLevel, map.grid);
    const levels = massCurveLevels(survey.statistics.max);
    const request = { map, level: asked.level, levels, dilationSteps: asked.steps };
    return this.#ask("segment", request, { step: "mass", parameters: asked });
  }

  /** Every check, one after the other; an empty mask leaves only the first with something to say. */
  async judge(segmentation: Segmentation): Promise<Judged> {
    const { hardMask } = segmentation;
    const mass = this.#announce(evaluateMass(this.#massOf(segmentation)));
    if (!hardMask) {
      const others = CHECKS.filter(({ key }) => key !== mass.key);
      return { results: [mass, ...others.map((check) => this.#announce(withoutMask(check)))] };
    }
    const { grid } = this.#facts.map;
    const mask = this.#announce(evaluateMask(measureMask({ grid, ...segmentation.mask }), volumeOfVoxel(grid)));
    const background = await this.#orFailed(BACKGROUND, () => this.#background(hardMask));
    const bFactor = await this.#orFailed(B_FACTOR, () => this.#bFactor());
    const localResolution = await this.#local(LOCAL_RESOLUTION, (ask, facts) =>
      checkLocalResolution(ask, facts, hardMask),
    );
    const localBFactor = await this.#local(LOCAL_B_FACTOR, checkLocalBFactor);
    const localOccupancy = await this.#local(LOCAL_OCCUPANCY, checkLocalOccupancy);
    const hand = await this.#local(HAND, checkHand);
    const local = [localResolution.result, localBFactor.result, localOccupancy.result, hand.result];
    return {
      results: [mass, mask, background.result, bFactor.result, ...local],
      outliers: background.figure,
      bFactorCorrected: bFactor.figure,
    };
  }

  softMask(mask: MaskHandle): Promise<SliceFigure> {
    const { map, parameters } = this.#facts;
    const asked = { level: parameters.contourLevel, voxelSize: map.grid.voxelSize };
    return this.#ask("softenMask", { map, mask }, { step: "figures", parameters: asked });
  }

  async #background(mask: MaskHandle) {
    const { map, parameters } = this.#facts;
    const asked = { level: parameters.contourLevel, voxelSize: map.grid.voxelSize };
    const measured = await this.#ask("background", { map, mask }, { step: "background", parameters: asked });
    return { result: evaluateBackground(measured.measurements), figure: measured.outliers };
  }

  async #bFactor() {
    const { map, survey, parameters } = this.#facts;
    const { resolution } = parameters;
    const request = { map, mean: survey.statistics.mean, resolution };
    const asked = { resolution, voxelSize: map.grid.voxelSize };
    const { measurements, corrected } = await this.#ask("bFactor", request, { step: "bFactor", parameters: asked });
    const result = evaluateBFactor(measurements, { resolution, anisotropy: anisotropy(map.grid) });
    return { result, figure: corrected ?? undefined };
  }

  /** Lack of memory stops a local check alone: its filters need several times what the other checks do. */
  #local(check: CheckDefinition, measure: (ask: Ask, facts: RunFacts) => Promise<CheckResult>) {
    const codes = ["job.failed", "memory.exhausted", "map.tooLarge"] as const;
    return this.#orFailed(check, async () => ({ result: await measure(this.#ask, this.#facts) }), codes);
  }

  /** A check that cannot be run is a result; what stops every check (no memory, no worker, an abort) is not. */
  async #orFailed(
    check: CheckDefinition,
    measure: () => Promise<{ result: CheckResult; figure?: SliceFigure | undefined }>,
    codes: readonly ErrorCode[] = ["job.failed"],
  ): Promise<{ result: CheckResult; figure?: SliceFigure }> {
    try {
      const { result, figure } = await measure();
      return { result: this.#announce(result), figure };
    } catch (error) {
      if (!isMapError(error, ...codes)) throw error;
      return { result: this.#announce(failedCheck(check, error.message)) };
    }
  }

  #massOf(segmentation: Segmentation) {
    const { map, survey } = this.#facts;
    const total = survey.statistics.mean * voxelCount(map.grid.box);
    return measureMass({ grid: map.grid, wholeMap: { total, first: survey.firstMoments }, ...segmentation.mass });
  }

  readonly #ask: Ask = (job, request, { step, parameters, share: [from, to] = [0, 1] }) => {
    const { mapId, options } = this.#facts;
    const { signal, onProgress } = jobOptions(step, options);
    const advance = (fraction: number | null) => onProgress(fraction === null ? null : from + (to - from) * fraction);
    const compute = () => this.#pool.team(job, request, { signal, onProgress: advance });
    return this.#measurements.ask({ mapId, measurement: job, parameters, signal: options.signal }, compute);
  };

  #announce<Result extends CheckResult>(result: Result): Result {
    this.#facts.options.onCheck?.(result);
    return result;
  }
}
