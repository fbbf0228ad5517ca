import { cutBox, type HandGrid, type Span } from "../../src/core/hand/hand-grid.ts";
import type { Triple } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import type { MapHandle } from "../protocol.ts";
import type { ComputePhase } from "./phase.ts";
import { forward, planeRows, prepareTransform, type SharedTransform } from "./transform.ts";

/** What lies at or above a contour level, and the mean of what lies below. */
export interface AboveLevel {
  readonly voxels: number;
  readonly extent: readonly [Span, Span, Span];
  readonly meanBelow: number;
}

/** float64 a plane: voxels above, first and last x, first and last y, sum of the values below. */
const WORDS = 6;

/** Bounds of the voxels at or above a level; `null` where there are none. Levels compare as float32, like the map. */
export function measureAbove({ arena, team, self }: JobContext, map: MapHandle, level: number): AboveLevel | null {
  const { box } = map.grid;
  const out = arena.allocate(8 * WORDS * box[2]);
  team.run(ABOVE, { id: map.id, box, level, out }, box[2]);
  const words = new Float64Array(self.kernel.memory.buffer, out, WORDS * box[2]);
  let [voxels, sumBelow] = [0, 0];
  const [x, y, z] = [box[0], box[1], box[2]].map((size) => [size, -1] as [number, number]) as Bounds;
  for (let plane = 0; plane < box[2]; plane++) {
    const [count, x0, x1, y0, y1, sum] = words.subarray(WORDS * plane, WORDS * (plane + 1)) as unknown as PlaneFacts;
    voxels += count;
    sumBelow += sum;
    if (count === 0) continue;
    widen(x, x0, x1);
    widen(y, y0, y1);
    widen(z, plane, plane);
  }
  const below = box[0] * box[1] * box[2] - voxels;
  return voxels === 0 ? null : { voxels, extent: [x, y, z], meanBelow: below === 0 ? 0 : sumBelow / below };
}

type Bounds = [[number, number], [number, number], [number, number]];
type PlaneFacts = readonly [count: number, x0: number, x1: number, y0: number, y1: number, sumBelow: number];

function widen(bounds: [number, number], first: number, last: number): void {
  bounds[0] = Math.min(bounds[0], first);
  bounds[1] = Math.max(bounds[1], last);
}

/** The spectrum of the cut of a map, its background taken off. */
export function spectrumOfCut(context: JobContext, map: MapHandle, cut: Cut): SharedTransform {
  const transform = prepareTransform(context, cutBox(cut.grid));
  const { id } = map;
  context.team.run(CUT, { id, box: map.grid.box, cut, transform }, transform.layout.nz);
  forward(context, transform);
  return transform;
}

/** Which cut, and the value that counts as nothing. */
export interface Cut {
  readonly grid: HandGrid;
  readonly background: number;
}

const ABOVE: ComputePhase<{ id: string; box: Triple; level: number; out: number }> = {
  name: "hand.above",
  work: (member, { id, box: [nx, ny], level, out }, z) => {
    const values = member.volumes.voxels(id);
    const threshold = Math.fround(level);
    const facts = [0, nx, -1, ny, -1, 0] as [number, number, number, number, number, number];
    for (let y = 0, at = z * nx * ny; y < ny; y++) {
      for (let x = 0; x < nx; x++, at++) {
        const value = values[at]!;
        if (value < threshold) {
          facts[5] += value;
          continue;
        }
        facts[0]++;
        if (x < facts[1]) facts[1] = x;
        if (x > facts[2]) facts[2] = x;
        if (y < facts[3]) facts[3] = y;
        facts[4] = y;
      }
    }
    new Float64Array(member.kernel.memory.buffer, out + 8 * WORDS * z, WORDS).set(facts);
  },
};

const CUT: ComputePhase<{ id: string; box: Triple; cut: Cut; transform: SharedTransform }> = {
  name: "hand.cut",
  work: (member, { id, box, cut: { grid, background }, transform }, z) => {
    const [nx, ny, nz] = box;
    const [ax, ay, az] = grid.axes;
    const rows = planeRows(member.kernel.memory, transform, z);
    rows.fill(0);
    const fromZ = z - az.offset + az.first;
    if (z < az.offset || z >= az.offset + az.count || fromZ < 0 || fromZ >= nz) return;
    const values = member.volumes.voxels(id);
    const [firstX, endX] = [Math.max(0, ax.first), Math.min(nx, ax.first + ax.count)];
    for (let y = Math.max(0, ay.first); y < Math.min(ny, ay.first + ay.count); y++) {
      const from = (fromZ * ny + y) * nx;
      const to = (y - ay.first + ay.offset) * transform.layout.rowPitch + ax.offset - ax.first;
      for (let x = firstX; x < endX; x++) rows[to + x] = values[from + x]! - background;
    }
  },
};

export const HAND_CUT_PHASES = [ABOVE, CUT];
