import type { MapHandle, MaskHandle, Segmentation, Survey } from "../../workers/protocol.ts";
import { evaluateBackground } from "../checks/background.ts";
import { evaluateBFactor } from "../checks/b-factor.ts";
import type { CheckResult } from "../checks/check.ts";
import { CHECKS, failedCheck, NOT_YET, withoutMask } from "../checks/index.ts";
import { evaluateMask } from "../checks/mask.ts";
import { evaluateMass } from "../checks/mass.ts";
import { MapError } from "../core/errors.ts";
import { assertSingleParticle } from "../core/mrc/refusals.ts";
import { suggestContour } from "../core/volume/contour-suggestion.ts";
import { dilationSteps, massCurveLevels, measureMask, volumeOfVoxel } from "../core/volume/components.ts";
import type { Grid, Triple } from "../core/volume/grid.ts";
import { measureMass } from "../core/volume/mass.ts";
import { assembleReport } from "../report/assemble.ts";
import type { SliceFigure } from "../report/figures.ts";
import type { ReportInput } from "../report/report.ts";
import { VERSION } from "../report/version.ts";
import type { RunOptions, Validation, ValidationParameters } from "./engine.ts";
import { type HeldMap, jobOptions, type MapShelf } from "./map-shelf.ts";
import type { Measurements } from "./measurements.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What a validation draws on. */
export interface Instruments {
  readonly pool: WorkerPool;
  readonly measurements: Measurements;
  readonly shelf: MapShelf;
}

type ValidateOptions = RunOptions & { onCheck?: (result: CheckResult) => void };

/**
 * Measures and judges a map, check by check in the order of the report, and assembles the report with its pictures.
 * A check that fails to run becomes a `failed` result; an abort, a dead worker or a lack of memory ends the validation.
 */
export async function validateMap(
  instruments: Instruments,
  mapId: string,
  parameters: ValidationParameters,
  options: ValidateOptions,
): Promise<Validation> {
  assertParameters(parameters);
  const { held } = instruments.shelf.get(mapId);
  assertSingleParticle(held.read);
  const survey = await instruments.shelf.survey(held, options);
  const map = withVoxelSize(await instruments.shelf.resident(mapId), parameters.voxelSize);
  const run = new Run(instruments, { held, map, survey, parameters, options });
  const segmentation = await run.segment();
  const { hardMask } = segmentation;
  const judged = hardMask ? await run.checks(segmentation, hardMask) : run.emptyMask(segmentation);
  const soft = hardMask ? await run.softMask(hardMask) : undefined;
  const report = assembleReport({
    version: VERSION,
    reading: parameters.reading ?? "corrected",
    input: describeInput(held, { map, survey, parameters }),
    figures: {
      centralSlices: centralSlices(map.grid),
      maxVarianceSlices: {
        map: survey.maxVarianceSlices,
        hardMask: segmentation.hardFigure.indices,
        softMask: soft?.indices ?? null,
        rawMask: segmentation.rawFigure.indices,
        outliers: judged.outliers?.indices ?? null,
        bFactorCorrected: judged.bFactorCorrected?.indices ?? null,
      },
    },
    checks: judged.results,
  });
  const figures = {
    central: await run.slices(centralSlices(map.grid)),
    maxVariance: await run.slices(survey.maxVarianceSlices),
    projections: { indices: null, slices: survey.projections },
    rawMask: segmentation.rawFigure,
    hardMask: segmentation.hardFigure,
    softMask: soft,
    outliers: judged.outliers,
    bFactorCorrected: judged.bFactorCorrected,
  };
  return { mapId, report, figures };
}

interface Judged {
  readonly results: readonly CheckResult[];
  readonly outliers?: SliceFigure;
  readonly bFactorCorrected?: SliceFigure;
}

interface RunFacts {
  readonly held: HeldMap;
  readonly map: MapHandle;
  readonly survey: Survey;
  readonly parameters: ValidationParameters;
  readonly options: ValidateOptions;
}

/** One pass through the checks: asks the workers, judges, announces. */
class Run {
  readonly #instruments: Instruments;
  readonly #facts: RunFacts;

  constructor(instruments: Instruments, facts: RunFacts) {
    this.#instruments = instruments;
    this.#facts = facts;
  }

  segment(): Promise<Segmentation> {
    const { map, survey, parameters } = this.#facts;
    const request = {
      level: parameters.contourLevel,
      levels: massCurveLevels(survey.statistics.max),
      dilationSteps: dilationSteps(map.grid.voxelSize[0]),
    };
    return this.#ask("segment", "mass", request, { map, ...request });
  }

  async checks(segmentation: Segmentation, mask: MaskHandle): Promise<Judged> {
    const { map, survey, parameters } = this.#facts;
    const { grid } = map;
    const level = { level: parameters.contourLevel };
    const results = [
      this.#announce(evaluateMass(this.#mass(segmentation))),
      this.#announce(evaluateMask(measureMask({ grid, ...segmentation.mask }), volumeOfVoxel(grid))),
    ];
    const background = await this.#ask("background", "background", level, { map, mask });
    results.push(this.#announce(evaluateBackground(background.measurements)));
    const { resolution } = parameters;
    const request = { map, mean: survey.statistics.mean, resolution };
    const bFactor = await this.#ask("bFactor", "bFactor", { resolution, voxelSize: grid.voxelSize }, request);
    const context = { resolution, anisotropy: anisotropy(grid) };
    results.push(this.#announce(evaluateBFactor(bFactor.measurements, context)));
    for (const check of NOT_YET) results.push(this.#announce(failedCheck(check, "not in this version yet")));
    return { results, outliers: background.outliers, bFactorCorrected: bFactor.corrected ?? undefined };
  }

  emptyMask(segmentation: Segmentation): Judged {
    const [, ...others] = CHECKS;
    const results = [evaluateMass(this.#mass(segmentation)), ...others.map(withoutMask)];
    for (const result of results) this.#announce(result);
    return { results };
  }

  softMask(mask: MaskHandle): Promise<SliceFigure> {
    const { map, parameters } = this.#facts;
    return this.#ask("softenMask", "figures", { level: parameters.contourLevel }, { map, mask });
  }

  async slices(indices: Triple): Promise<SliceFigure> {
    const { map } = this.#facts;
    const [x, y, z] = indices;
    const { pool } = this.#instruments;
    return {
      indices,
      slices: [
        await pool.solo("slice", { map, axis: "x", index: x }),
        await pool.solo("slice", { map, axis: "y", index: y }),
        await pool.solo("slice", { map, axis: "z", index: z }),
      ],
    };
  }

  #mass(segmentation: Segmentation) {
    const { map, survey } = this.#facts;
    const voxels = map.grid.box[0] * map.grid.box[1] * map.grid.box[2];
    const wholeMap = { total: survey.statistics.mean * voxels, first: survey.firstMoments };
    return measureMass({ grid: map.grid, wholeMap, ...segmentation.mass });
  }

  #ask<Name extends "segment" | "background" | "bFactor" | "softenMask">(
    job: Name,
    step: Parameters<typeof jobOptions>[0],
    parameters: unknown,
    request: Parameters<WorkerPool["team"]>[1],
  ) {
    const { pool, measurements } = this.#instruments;
    const { held, options } = this.#facts;
    const compute = () => pool.team(job, request as never, jobOptions(step, options));
    return measurements.ask(held.id, job, parameters, compute);
  }

  #announce(result: CheckResult): CheckResult {
    this.#facts.options.onCheck?.(result);
    return result;
  }
}

function assertParameters({ contourLevel, resolution, voxelSize }: ValidationParameters): void {
  const wrong = (name: string, value: number) =>
    new MapError("parameter.invalid", `The ${name} must be a positive number of Å; ${value} is not.`, { [name]: value });
  if (!Number.isFinite(contourLevel)) {
    throw new MapError("parameter.invalid", "The contour level must be a number.", { contourLevel });
  }
  if (resolution !== null && !(resolution > 0 && Number.isFinite(resolution))) throw wrong("resolution", resolution);
  if (voxelSize !== undefined && !(voxelSize > 0 && Number.isFinite(voxelSize))) throw wrong("voxel size", voxelSize);
}

function withVoxelSize(map: MapHandle, voxelSize: number | undefined): MapHandle {
  if (voxelSize === undefined) return map;
  return { ...map, grid: { ...map.grid, voxelSize: [voxelSize, voxelSize, voxelSize] } };
}

function centralSlices({ box }: Grid): Triple {
  return [Math.floor(box[0] / 2), Math.floor(box[1] / 2), Math.floor(box[2] / 2)];
}

function anisotropy({ voxelSize }: Grid): number {
  return Math.max(...voxelSize) / Math.min(...voxelSize) - 1;
}

function describeInput(
  held: HeldMap,
  { map, survey, parameters }: Pick<RunFacts, "map" | "survey" | "parameters">,
): ReportInput {
  const { read } = held;
  const { title, emdbId, depositionDate } = parameters;
  const typed = parameters.voxelSize !== undefined || held.voxelSize !== undefined;
  return {
    fileName: read.fileName,
    sha256: read.sha256,
    compression: read.compression,
    mode: read.header.mode,
    box: map.grid.box,
    voxelSize: map.grid.voxelSize,
    voxelSizeSource: typed ? "user" : "header",
    contourLevel: parameters.contourLevel,
    contourSource: parameters.contourSource,
    resolution: parameters.resolution,
    ...(title !== undefined && { title }),
    ...(emdbId !== undefined && { emdbId }),
    ...(depositionDate !== undefined && { depositionDate }),
    contourSuggestions: suggestContour(survey),
    statistics: survey.statistics,
    diagnosis: held.diagnosis(survey.statistics),
  };
}
