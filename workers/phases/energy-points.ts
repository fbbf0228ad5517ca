import { POINT, type SortedPoints } from "../../src/core/local-resolution/grid-points.ts";
import type { Triple } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import type { GridPoints, RegionPoints } from "./band-energies.ts";

/** Lists the sorted points plane by plane in the job's arena. */
export function listPoints(
  context: JobContext,
  grid: Triple,
  { kinds, inside, background }: SortedPoints,
): RegionPoints {
  const list = (kind: number, count: number) => listKind(context, grid, { kinds, kind, count });
  return { inside: list(POINT.inside, inside), background: list(POINT.background, background) };
}

function listKind(
  { arena, self }: JobContext,
  [nx, ny, nz]: Triple,
  { kinds, kind, count }: { kinds: Uint8Array; kind: number; count: number },
): GridPoints {
  const indices = arena.allocate(4 * Math.max(1, count));
  const before = arena.allocate(4 * (nz + 1));
  const { buffer } = self.kernel.memory;
  const [numbers, sums] = [new Uint32Array(buffer, indices, count), new Uint32Array(buffer, before, nz + 1)];
  const plane = nx * ny;
  let next = 0;
  for (let at = 0; at < kinds.length; at++) {
    if (at % plane === 0) sums[at / plane] = next;
    if (kinds[at] === kind) numbers[next++] = at % plane;
  }
  sums[nz] = next;
  return { indices, before, count };
}
