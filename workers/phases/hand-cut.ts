import { cutBox, type HandGrid } from "../../src/core/hand/hand-grid.ts";
import type { Triple } from "../../src/core/volume/grid.ts";
import type { MapHandle } from "../handles.ts";
import type { JobContext } from "../job.ts";
import type { ComputePhase } from "./phase.ts";
import { forward, planeRows, prepareTransform, type SharedTransform } from "./transform.ts";

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

export const HAND_CUT_PHASES = [CUT];
