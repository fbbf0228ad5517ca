import type { MapHandle } from "../../workers/handles.ts";
import type { Survey } from "../../workers/protocol.ts";
import { MapError } from "../core/errors.ts";
import { volumeOfVoxel } from "../core/volume/components.ts";
import { suggestByMass } from "../core/volume/contour-by-mass.ts";
import { suggestContour } from "../core/volume/contour-suggestion.ts";
import type { ReportInput } from "../report/report.ts";
import type { ValidationParameters } from "./engine.ts";
import type { HeldMap } from "./map-shelf.ts";

/** @throws parameter.invalid for a level that is no number, or a resolution or voxel size that is not above 0 */
export function assertParameters({ contourLevel, resolution, voxelSize, molecularMass }: ValidationParameters): void {
  if (!Number.isFinite(contourLevel)) {
    throw new MapError("parameter.invalid", "The contour level must be a number.", { contourLevel });
  }
  assertLength("resolution", resolution);
  assertLength("voxel size", voxelSize ?? null);
  if (molecularMass != null && !(molecularMass > 0 && Number.isFinite(molecularMass))) {
    throw new MapError("parameter.invalid", "The molecular mass must be a number of kDa above 0.", { molecularMass });
  }
}

function assertLength(name: string, value: number | null): void {
  if (value === null || (value > 0 && Number.isFinite(value))) return;
  throw new MapError("parameter.invalid", `The ${name} must be a number of Å above 0; ${value} is not.`, {
    [name]: value,
  });
}

/** What the report says about its input: the file, the parameters, and what was suggested in their place. */
export function describeInput(
  held: HeldMap,
  { map, survey, parameters }: { map: MapHandle; survey: Survey; parameters: ValidationParameters },
): ReportInput {
  const { read } = held;
  const { title, emdbId, depositionDate } = parameters;
  const { molecularMass: mass } = parameters;
  const voxelVolume = volumeOfVoxel(map.grid);
  const byMass = [mass == null ? null : suggestByMass(survey.histogram, { mass, voxelVolume })].filter(
    (one) => one !== null,
  );
  const typed = parameters.voxelSize !== undefined || held.voxelSize !== undefined;
  return {
    fileName: read.fileName,
    sha256: read.sha256,
    compression: read.compression,
    mode: read.header.mode,
    box: map.grid.box,
    voxelSize: map.grid.voxelSize,
    voxelSizeSource: typed ? "user" : "header",
    ...(held.binning && { binning: held.binning }),
    contourLevel: parameters.contourLevel,
    contourSource: parameters.contourSource,
    resolution: parameters.resolution,
    ...(title !== undefined && { title }),
    ...(emdbId !== undefined && { emdbId }),
    ...(depositionDate !== undefined && { depositionDate }),
    ...(mass != null && { molecularMass: mass }),
    contourSuggestions: [...suggestContour(survey), ...byMass],
    statistics: survey.statistics,
    diagnosis: held.diagnosis(survey.statistics),
  };
}
