import type { ResizePlan } from "../../src/core/resizing/resize-plan.ts";
import type { JobContext } from "../job.ts";
import { planeAddress, type TransformLayout } from "../kernels/fourier/layout.ts";
import { loadPlane, unloadPlane } from "../kernels/fourier/planes.ts";
import {
  type AxisTables,
  placeAxis,
  prefilterRows,
  type Rows,
  resampleAlong,
  resampleRow,
  roundRow,
} from "../kernels/spline/spline.ts";
import { planeBytes } from "../kernels/voxels/plane.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;
const SINGLE = Float32Array.BYTES_PER_ELEMENT;

/** Real rows in kernel memory, as an inverse transform leaves them. */
export interface RealRows {
  readonly layout: TransformLayout<"double">;
  readonly data: number;
}

interface Resampling {
  readonly source: RealRows;
  readonly x: AxisTables;
  readonly y: AxisTables;
  readonly z: AxisTables;
  /** Rows of n float64 after x and y: where row 0 of plane 0 starts, and bytes from row to row and from plane to plane. */
  readonly middle: { readonly address: number; readonly rowStep: number; readonly planeStep: number };
  /** Address of n × n × n float32. */
  readonly target: number;
  /** A plane before x and y, and one after. */
  readonly planes: MemberScratch;
  readonly staged: MemberScratch;
  readonly rows: MemberScratch;
}

/**
 * Resamples real rows, rounded to float32 first, to a cube of float32 in the job's arena; returns its address. Splines are
 * separable, so each axis is done on its own: y and x of every plane, barrier, z. The rows are overwritten: what x and y leave
 * takes their place where it is not larger.
 */
export function resample(context: JobContext, source: RealRows, plan: ResizePlan): number {
  const { arena, team } = context;
  const { nx, ny, nz, rowPitch, planePitch } = source.layout;
  const n = plan.size;
  const fits = n <= nx && n <= ny;
  const target = arena.allocate(SINGLE * n * n * n);
  arena.scope(() => {
    const [x, y, z] = [placeAxis(arena, plan.axes[0]), placeAxis(arena, plan.axes[1]), placeAxis(arena, plan.axes[2])];
    const middle = fits
      ? { address: source.data, rowStep: DOUBLE * rowPitch, planeStep: DOUBLE * planePitch }
      : { address: arena.allocate(DOUBLE * nz * n * n), rowStep: DOUBLE * n, planeStep: DOUBLE * n * n };
    const planes = allocateScratch(context, planeBytes([nx, ny, 1]));
    const staged = allocateScratch(context, DOUBLE * n * n);
    const rows = allocateScratch(context, DOUBLE * Math.max(rowPitch, n));
    const resampling: Resampling = { source, x, y, z, middle, target, planes, staged, rows };
    team.run(RESAMPLE_PLANES, resampling, nz);
    team.run(RESAMPLE_DEPTH, resampling, n);
  });
  return target;
}

const RESAMPLE_PLANES: ComputePhase<Resampling> = {
  name: "resample.planes",
  work: (member, { source: { layout, data }, x, y, middle, planes, staged, rows }, z) => {
    const { kernel } = member;
    const plane = scratchOf(member, planes);
    unloadPlane(kernel, layout, data, z, plane, "plain");
    loadPlane(kernel, layout, data, z, plane);
    const width = Math.ceil(layout.nx / 2) * 2;
    const lines: Rows = { first: planeAddress(layout, data, z), step: DOUBLE * layout.rowPitch, width };
    prefilterRows(kernel, y, lines);
    const [row, stage, bytes] = [scratchOf(member, rows), scratchOf(member, staged), DOUBLE * x.count];
    for (let j = 0; j < y.count; j++) {
      resampleRow(kernel, y, lines, { j, target: row });
      resampleAlong(kernel, x, { row, target: stage + bytes * j });
    }
    const memory = new Uint8Array(kernel.memory.buffer);
    for (let j = 0; j < y.count; j++) {
      const from = stage + bytes * j;
      memory.copyWithin(middle.address + z * middle.planeStep + j * middle.rowStep, from, from + bytes);
    }
  },
};

const RESAMPLE_DEPTH: ComputePhase<Resampling> = {
  name: "resample.depth",
  work: (member, { z, middle, target, rows }, y) => {
    const n = z.count;
    const lines: Rows = { first: middle.address + y * middle.rowStep, step: middle.planeStep, width: n };
    prefilterRows(member.kernel, z, lines);
    const row = scratchOf(member, rows);
    for (let k = 0; k < n; k++) {
      resampleRow(member.kernel, z, lines, { j: k, target: row });
      roundRow(member.kernel, row, n, target + SINGLE * n * (k * n + y));
    }
  },
};

export const RESAMPLE_PHASES = [RESAMPLE_PLANES, RESAMPLE_DEPTH];
