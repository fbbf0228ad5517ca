import type { MapHandle } from "../../workers/handles.ts";
import type { CheckResult } from "../checks/check.ts";
import { findAxisOrder } from "../core/mrc/axes.ts";
import { findOrigin } from "../core/mrc/cell.ts";
import { assertSingleParticle } from "../core/mrc/refusals.ts";
import { binnedGrid } from "../core/volume/binning.ts";
import { centralSlices, type Triple } from "../core/volume/grid.ts";
import { assembleReport } from "../report/assemble.ts";
import type { SliceFigure } from "../report/figures.ts";
import { VERSION } from "../report/version.ts";
import { CheckRun } from "./check-run.ts";
import type { RunOptions, Validation, ValidationParameters } from "./engine.ts";
import type { Instruments } from "./instruments.ts";
import type { HeldMap, MapShelf } from "./map-shelf.ts";
import { assertParameters, describeInput } from "./report-input.ts";

/**
 * Measures and judges a map, check by check in the order of the report, and assembles the report with its pictures.
 * @throws map.crystal, parameter.invalid, memory.exhausted, worker.died, or the signal's reason
 */
export async function validateMap(
  instruments: Instruments,
  mapId: string,
  parameters: ValidationParameters,
  options: RunOptions & { onCheck?: (result: CheckResult) => void },
): Promise<Validation> {
  assertParameters(parameters);
  const { shelf } = instruments;
  const { held } = shelf.get(mapId);
  assertSingleParticle(held.read);
  const survey = await shelf.survey(held, options);
  const map = withVoxelSize(await shelf.resident(mapId), held, parameters.voxelSize);
  const { contourLevel: level, resolution } = parameters;
  shelf.remember(mapId, { level, resolution, grid: map.grid });
  const run = new CheckRun(instruments, { mapId, map, survey, parameters, options });
  const segmentation = await run.segment();
  const { results, outliers, bFactorCorrected } = await run.judge(segmentation);
  const softMask = segmentation.hardMask ? await run.softMask(segmentation.hardMask) : undefined;
  const central = centralSlices(map.grid.box);
  const figures = {
    central: await slicesOf(shelf, mapId, central),
    maxVariance: await slicesOf(shelf, mapId, survey.maxVarianceSlices),
    projections: { indices: null, slices: survey.projections },
    rawMask: segmentation.rawFigure,
    hardMask: segmentation.hardFigure,
    softMask,
    outliers,
    bFactorCorrected,
  };
  const report = assembleReport({
    version: VERSION,
    reading: parameters.reading ?? "corrected",
    input: describeInput(held, { map, survey, parameters }),
    figures: {
      centralSlices: central,
      maxVarianceSlices: {
        map: survey.maxVarianceSlices,
        hardMask: segmentation.hardFigure.indices,
        softMask: softMask?.indices ?? null,
        rawMask: segmentation.rawFigure.indices,
        outliers: outliers?.indices ?? null,
        bFactorCorrected: bFactorCorrected?.indices ?? null,
      },
    },
    checks: results,
  });
  return { mapId, report, figures };
}

async function slicesOf(shelf: MapShelf, mapId: string, indices: Triple): Promise<SliceFigure> {
  const [x, y, z] = indices;
  const slices = [shelf.slice(mapId, "x", x), shelf.slice(mapId, "y", y), shelf.slice(mapId, "z", z)] as const;
  return { indices, slices: await Promise.all(slices) };
}

/** An origin that the header gives in voxels moves with their size. */
function withVoxelSize(map: MapHandle, { read, binning }: HeldMap, given: number | undefined): MapHandle {
  if (given === undefined) return map;
  const { box } = map.grid;
  const voxelSize: Triple = [given, given, given];
  const { origin } = findOrigin(read.header, findAxisOrder(read.header), voxelSize);
  return { ...map, grid: { ...binnedGrid({ box, voxelSize, origin }, binning ?? 1), box } };
}
