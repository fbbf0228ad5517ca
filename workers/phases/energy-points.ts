import { POINT, type SortedPoints } from "../../src/core/local-resolution/grid-points.ts";
import type { Triple } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import type { GridPoints } from "./band-energies.ts";

/** The points inside the mask, those of the background, and those of each shell around the mask. */
export interface RegionPoints {
  readonly inside: GridPoints;
  readonly background: GridPoints;
  readonly around: readonly GridPoints[];
}

/** Lists the sorted points plane by plane in the job's arena. */
export function listPoints(
  context: JobContext,
  grid: Triple,
  { kinds, shells, inside, background, around }: SortedPoints,
): RegionPoints {
  const list = (bytes: Uint8Array, wanted: number, count: number) => listKind(context, grid, { bytes, wanted, count });
  return {
    inside: list(kinds, POINT.inside, inside),
    background: list(kinds, POINT.background, background),
    around: around.map((count, shell) => list(shells, shell + 1, count)),
  };
}

/** The points whose byte is the one wanted; none where `count` is 0. */
function listKind(
  { arena, self }: JobContext,
  [nx, ny, nz]: Triple,
  { bytes, wanted, count }: { bytes: Uint8Array; wanted: number; count: number },
): GridPoints {
  const indices = arena.allocate(4 * Math.max(1, count));
  const before = arena.allocate(4 * (nz + 1));
  const { buffer } = self.kernel.memory;
  const [numbers, sums] = [new Uint32Array(buffer, indices, count), new Uint32Array(buffer, before, nz + 1).fill(0)];
  if (count === 0) return { indices, before, count };
  const plane = nx * ny;
  let next = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (at % plane === 0) sums[at / plane] = next;
    if (bytes[at] === wanted) numbers[next++] = at % plane;
  }
  sums[nz] = next;
  return { indices, before, count };
}
