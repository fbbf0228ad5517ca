import type { Report } from "../report/report.ts";
import type { OpenOptions, ValidationParameters } from "./engine.ts";

/** How the map of a report was read: binned, and with the user's voxel size where it was not the header's. */
export function recordedReading({ input }: Report): OpenOptions {
  const { binning, voxelSize, voxelSizeSource } = input;
  return {
    ...(voxelSizeSource === "user" && { voxelSize: voxelSize[0] / (binning ?? 1) }),
    ...(binning && { binning }),
  };
}

/** What the run of a report was asked to do. */
export function recordedParameters({ input, reading }: Report): ValidationParameters {
  const { contourLevel, contourSource, resolution, title, emdbId, depositionDate, molecularMass } = input;
  return {
    contourLevel,
    contourSource,
    resolution,
    reading,
    ...(title !== undefined && { title }),
    ...(emdbId !== undefined && { emdbId }),
    ...(depositionDate !== undefined && { depositionDate }),
    ...(molecularMass !== undefined && { molecularMass }),
  };
}
