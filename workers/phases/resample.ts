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
  /** Address of the planes after x and y: nz × n × n float64. */
  readonly middle: number;
  /** Address of n × n × n float32. */
  readonly target: number;
  readonly planes: MemberScratch;
  readonly rows: MemberScratch;
}

/**
 * Resamples real rows, rounded to float32 first, to a cube of float32 in the job's arena; returns its address. Splines are
 * separable, so each axis is done on its own: y and x of every plane, barrier, z. The rows are overwritten.
 */
export function resample(context: JobContext, source: RealRows, plan: ResizePlan): number {
  const { arena, team } = context;
  const { nx, ny, nz } = source.layout;
  const n = plan.size;
  const target = arena.allocate(SINGLE * n * n * n);
  arena.scope(() => {
    const [x, y, z] = [placeAxis(arena, plan.axes[0]), placeAxis(arena, plan.axes[1]), placeAxis(arena, plan.axes[2])];
    const middle = arena.allocate(DOUBLE * nz * n * n);
    const planes = allocateScratch(context, planeBytes([nx, ny, 1]));
    const rows = allocateScratch(context, DOUBLE * Math.max(source.layout.rowPitch, n));
    const resampling: Resampling = { source, x, y, z, middle, target, planes, rows };
    team.run(RESAMPLE_PLANES, resampling, nz);
    team.run(RESAMPLE_DEPTH, resampling, n);
  });
  return target;
}

const RESAMPLE_PLANES: ComputePhase<Resampling> = {
  name: "resample.planes",
  work: (member, { source: { layout, data }, x, y, middle, planes, rows }, z) => {
    const { kernel } = member;
    const plane = scratchOf(member, planes);
    unloadPlane(kernel, layout, data, z, plane, "plain");
    loadPlane(kernel, layout, data, z, plane);
    const width = Math.ceil(layout.nx / 2) * 2;
    const lines: Rows = { first: planeAddress(layout, data, z), step: DOUBLE * layout.rowPitch, width };
    prefilterRows(kernel, y, lines);
    const row = scratchOf(member, rows);
    for (let j = 0; j < y.count; j++) {
      resampleRow(kernel, y, lines, { j, target: row });
      resampleAlong(kernel, x, { row, target: middle + DOUBLE * x.count * (z * y.count + j) });
    }
  },
};

const RESAMPLE_DEPTH: ComputePhase<Resampling> = {
  name: "resample.depth",
  work: (member, { z, middle, target, rows }, y) => {
    const n = z.count;
    const lines: Rows = { first: middle + DOUBLE * n * y, step: DOUBLE * n * n, width: n };
    prefilterRows(member.kernel, z, lines);
    const row = scratchOf(member, rows);
    for (let k = 0; k < n; k++) {
      resampleRow(member.kernel, z, lines, { j: k, target: row });
      roundRow(member.kernel, row, n, target + SINGLE * n * (k * n + y));
    }
  },
};

export const RESAMPLE_PHASES = [RESAMPLE_PLANES, RESAMPLE_DEPTH];
