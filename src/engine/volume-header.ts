import { findAxisOrder, toSpatial } from "../core/mrc/axes.ts";
import type { MrcHeader } from "../core/mrc/header.ts";
import type { Placement } from "../core/mrc/write-mrc.ts";
import { VERSION } from "../report/version.ts";
import type { VolumeName } from "./engine.ts";
import type { LatestRun } from "./map-shelf.ts";

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

/** The header's own words for where its first voxel lies, so that every program puts both files in one place. */
export function placementOf(header: MrcHeader): Placement {
  const { nxstart, nystart, nzstart, origin } = header;
  const words = [origin.x, origin.y, origin.z] as const;
  return {
    start: toSpatial(findAxisOrder(header), [nxstart, nystart, nzstart]),
    origin: words.every(Number.isFinite) ? words : [0, 0, 0],
  };
}
