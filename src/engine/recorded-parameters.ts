import type { Report } from "../report/report.ts";
import type { ValidationParameters } from "./engine.ts";

/** Å, where the voxel size was the user's and not the header's. */
export function givenVoxelSize({ input }: Report): number | undefined {
  return input.voxelSizeSource === "user" ? input.voxelSize[0] : undefined;
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
