import type { MapHandle } from "../../workers/handles.ts";
import type { ReadMap } from "../../workers/protocol.ts";
import { findAxisOrder, toSpatial } from "../core/mrc/axes.ts";
import type { Placement } from "../core/mrc/write-mrc.ts";
import { VERSION } from "../report/version.ts";
import type { VolumeName } from "./engine.ts";
import type { HeldMap, LatestRun } from "./map-shelf.ts";

const CONTENT: Readonly<Record<VolumeName, string>> = {
  hardMask: "hard mask",
  softMask: "soft mask",
  localBFactor: "local B-factor, A^2, corrected reading",
  localOccupancy: "local occupancy, 0 to 1",
  localResolution: "local resolution, A",
};

/** What the header of a written volume says: program and content, parameters, map. No date, so that equal runs write equal bytes. */
export function volumeLabels(name: VolumeName, { level, resolution }: LatestRun, fileName: string): string[] {
  const parameters = `contour level ${level}${resolution === null ? "" : `, resolution ${resolution} A`}`;
  return [`MapAssay ${VERSION}: ${CONTENT[name]}`, parameters, `of ${fileName}`];
}

/** What the header of a mirrored map says, before what that of the map said. */
export function mirroredLabels({ fileName, header }: Pick<ReadMap, "fileName" | "header">): string[] {
  return [
    `MapAssay ${VERSION}: mirrored, x turned around about the middle of the box`,
    `of ${fileName}`,
    ...header.labels,
  ];
}

/**
 * The header's own words for where its first voxel lies, so that every program puts both files in one place; a binned map's
 * first voxel lies elsewhere, at its origin.
 */
export function placementOf({ read: { header }, binning }: HeldMap, { grid }: MapHandle): Placement {
  if (binning) return { start: [0, 0, 0], origin: grid.origin };
  const { nxstart, nystart, nzstart, origin } = header;
  const words = [origin.x, origin.y, origin.z] as const;
  return {
    start: toSpatial(findAxisOrder(header), [nxstart, nystart, nzstart]),
    origin: words.every(Number.isFinite) ? words : [0, 0, 0],
  };
}
