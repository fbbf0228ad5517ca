import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import { largestVarianceSliceOfMask } from "../../src/core/volume/largest-variance.ts";
import type { Job, JobContext } from "../job.ts";
import { type LabelledRuns, largestComponent, paintComponent } from "../kernels/labels/components.ts";
import { dilatePlane } from "../kernels/labels/dilation.ts";
import { combineMaskCounts, type MaskCounts, maskExtent } from "../kernels/voxels/mask-slices.ts";
import { combineMoments, massMoments } from "../kernels/voxels/slices.ts";
import { labelComponents } from "../phases/components.ts";
import { planesOf } from "../phases/maps.ts";
import { allocateMasks, COMPARE_MASKS, type MaskTables } from "../phases/masks.ts";
import { momentsOf } from "../phases/moments.ts";
import type { ComputePhase } from "../phases/phase.ts";
import type { Segmentation } from "../protocol.ts";
import { sliceFigure } from "../slice-figure.ts";

/** The masks of one contour level: largest component, dilated, and how it compares with everything above the level. */
export const segment: Job<"segment"> = ({ map, level, levels, dilationSteps }, context) => {
  const { box } = map.grid;
  const planes = planesOf(context, map);
  const { tables, sizes } = labelComponents(context, planes, level);
  context.progress(0.4);
  const hardMask = constructMask(context, box, { tables, label: largestComponent(sizes), dilationSteps });
  context.progress(0.6);
  const ascending = [...levels].sort((a, b) => a - b);
  const compared = allocateMasks(context, box, { level, levels: ascending, hardMask });
  context.team.run(COMPARE_MASKS, { map: planes, ...compared }, box[2]);
  const { raw, hard } = countSlices(context, box, compared);
  const moments = combineMoments(momentsOf(context, box, compared.moments));
  const extent = maskExtent(hard);
  const mask = keepMask(context, `${map.id}.mask.${level}.${dilationSteps}`, { box, address: hardMask });
  const { above, overlapVoxels } = totals(context, box, compared);
  const voxelsAbove = levels.map((one) => above[ascending.indexOf(one)]!);
  context.progress(1);
  const voxels = context.self.volumes.voxels(map.id);
  const at = (x: number, y: number, z: number) => (z * box[1] + y) * box[0] + x;
  const threshold = Math.fround(level);
  return {
    hardMask: extent ? mask.handle : null,
    mass: { extent, insideMask: massMoments(moments, 0) },
    mask: { componentSizes: sizes, levels, voxelsAbove, hardVoxels: sum(hard.z), overlapVoxels, dilationSteps },
    rawFigure: sliceFigure(box, variable(raw, box), (x, y, z) => (voxels[at(x, y, z)]! >= threshold ? 1 : 0)),
    hardFigure: sliceFigure(box, variable(hard, box), (x, y, z) => mask.bytes[at(x, y, z)]!),
  } satisfies Segmentation;
};

interface Construction {
  readonly tables: LabelledRuns;
  readonly label: number;
  readonly dilationSteps: number;
}

/** Bytes of the largest component after dilation, box faces cleared; address of a volume in the arena. Label 0 is empty. */
function constructMask(context: JobContext, box: Triple, { tables, label, dilationSteps }: Construction): number {
  const voxels = voxelCount(box);
  const painted = context.arena.allocate(voxels);
  context.team.run(PAINT, { box, tables, label, mask: painted }, box[2]);
  const spare = context.arena.allocate(voxels);
  let [from, to] = [painted, spare];
  for (let pass = 0; pass < dilationSteps; pass++) {
    context.team.run(DILATE, { box, mask: from, out: to }, box[2]);
    [from, to] = [to, from];
  }
  return from;
}

const PAINT: ComputePhase<{ box: Triple; tables: LabelledRuns; label: number; mask: number }> = {
  name: "segment.paint",
  work: (member, { box, tables, label, mask }, z) => paintComponent(member.kernel, tables, { box, z, label, mask }),
};

const DILATE: ComputePhase<{ box: Triple; mask: number; out: number }> = {
  name: "segment.dilate",
  work: (member, { box, mask, out }, z) => dilatePlane(member.kernel, box, { mask, z, out }),
};

export const SEGMENT_PHASES = [PAINT, DILATE];

/** Copies the mask out of the kernel memory to rest beside the map. */
function keepMask(context: JobContext, id: string, { box, address }: { box: Triple; address: number }) {
  const count = voxelCount(box);
  const buffer = context.allocateVolume(count);
  const bytes = new Uint8Array(buffer);
  bytes.set(new Uint8Array(context.self.kernel.memory.buffer, address, count));
  return { bytes, handle: context.self.volumes.keep(id, buffer) };
}

function countSlices(context: JobContext, box: Triple, { rawCounts, hardCounts }: MaskTables) {
  const words = (box[0] + box[1]) * box[2];
  const { buffer } = context.self.kernel.memory;
  const slices = (address: number) => combineMaskCounts({ box, planes: new Uint32Array(buffer, address, words) });
  return { raw: slices(rawCounts), hard: slices(hardCounts) };
}

function totals(context: JobContext, box: Triple, tables: MaskTables) {
  const { levelCount, overlaps } = tables;
  const { buffer } = context.self.kernel.memory;
  const perPlane = new Uint32Array(buffer, tables.above, levelCount * box[2]);
  const above = new Float64Array(levelCount);
  perPlane.forEach((count, i) => {
    above[i % levelCount]! += count;
  });
  return { above, overlapVoxels: sum(new Uint32Array(buffer, overlaps, box[2])) };
}

function variable(counts: MaskCounts, [nx, ny, nz]: Triple): Triple {
  return [
    largestVarianceSliceOfMask(counts.x, ny * nz),
    largestVarianceSliceOfMask(counts.y, nx * nz),
    largestVarianceSliceOfMask(counts.z, nx * ny),
  ];
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
