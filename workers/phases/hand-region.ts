import type { Span } from "../../src/core/hand/hand-grid.ts";
import { fittingExtent } from "../../src/core/hand/hand-memory.ts";
import { type BinAxis, type BinGrid, binBox, moleculeBins, planBins } from "../../src/core/hand/molecule-bins.ts";
import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { MapHandle } from "../handles.ts";
import type { JobContext } from "../job.ts";
import type { ComputePhase } from "./phase.ts";

/** The voxels at or above a contour level that lie in the bins of the molecule, and the mean of what lies below the level. */
export interface MoleculeRegion {
  /** How many of them lie in the extent, and what share of the molecule that is: 1 unless it does not fit in memory. */
  readonly voxels: number;
  readonly share: number;
  readonly extent: Extent;
  readonly meanBelow: number;
}

type Extent = readonly [Span, Span, Span];

/** Finds the molecule among what reaches a level; `null` where nothing does. Levels compare as float32, like the map. */
export function findMolecule(context: JobContext, { id, grid }: MapHandle, level: number): MoleculeRegion | null {
  const { arena, team, self } = context;
  const { box } = grid;
  const bins = planBins(grid);
  const counts = arena.allocate(4 * voxelCount(binBox(bins)));
  const sums = arena.allocate(8 * box[2]);
  team.run(BINS, { id, box, level, bins, counts, sums }, bins[2].count);
  const { buffer } = self.kernel.memory;
  const counted = new Uint32Array(buffer, counts, voxelCount(binBox(bins)));
  const above = counted.reduce((sum, count) => sum + count, 0);
  if (above === 0) return null;
  const below = voxelCount(box) - above;
  const sumBelow = new Float64Array(buffer, sums, box[2]).reduce((sum, plane) => sum + plane, 0);
  const inMolecule = moleculeBins(counted, binBox(bins));
  const members = arena.allocate(inMolecule.length);
  new Uint8Array(self.kernel.memory.buffer, members, inMolecule.length).set(inMolecule);
  const asked = { id, box, level, bins, members };
  const whole = measureExtent(context, asked, [[0, box[0] - 1], [0, box[1] - 1], [0, box[2] - 1]]); // biome-ignore format: three axes
  const extent = fittingExtent(grid, whole.extent);
  const voxels = extent === whole.extent ? whole.voxels : measureExtent(context, asked, extent).voxels;
  return { voxels, share: voxels / whole.voxels, extent, meanBelow: below === 0 ? 0 : sumBelow / below };
}

/** int32 a plane: voxels, first and last x, first and last y. */
const WORDS = 5;

function measureExtent({ arena, team, self }: JobContext, asked: Omit<Measuring, "out" | "within">, within: Extent) {
  const [nx, ny, nz] = asked.box;
  const out = arena.allocate(4 * WORDS * nz);
  team.run(EXTENT, { ...asked, within, out }, nz);
  const words = new Int32Array(self.kernel.memory.buffer, out, WORDS * nz);
  const [x, y, z]: Bounds = [[nx, -1], [ny, -1], [nz, -1]]; // biome-ignore format: three axes
  let voxels = 0;
  for (let plane = 0; plane < nz; plane++) {
    const [count, x0, x1, y0, y1] = words.subarray(WORDS * plane, WORDS * (plane + 1)) as unknown as PlaneFacts;
    voxels += count;
    if (count === 0) continue;
    widen(x, x0, x1);
    widen(y, y0, y1);
    widen(z, plane, plane);
  }
  return { voxels, extent: [x, y, z] as const };
}

type Bounds = [[number, number], [number, number], [number, number]];
type PlaneFacts = readonly [count: number, x0: number, x1: number, y0: number, y1: number];

function widen(bounds: [number, number], first: number, last: number): void {
  bounds[0] = Math.min(bounds[0], first);
  bounds[1] = Math.max(bounds[1], last);
}

interface Counting {
  readonly id: string;
  readonly box: Triple;
  readonly level: number;
  readonly bins: BinGrid;
  /** Addresses of a count a bin, and of the sum of the values below the level a plane. */
  readonly counts: number;
  readonly sums: number;
}

/** The bin of each voxel along an axis, for the rows of one plane. */
function binOf({ width, over }: BinAxis, size: number): Uint16Array {
  return Uint16Array.from({ length: size }, (_, i) => Math.floor((i + over) / width));
}

const BINS: ComputePhase<Counting> = {
  name: "hand.bins",
  work: ({ volumes, kernel: { memory } }, { id, box: [nx, ny, nz], level, bins, counts, sums }, layer) => {
    const values = volumes.voxels(id);
    const threshold = Math.fround(level);
    const [bx, by] = [binOf(bins[0], nx), binOf(bins[1], ny)];
    const layerSize = bins[0].count * bins[1].count;
    const counted = new Uint32Array(memory.buffer, counts + 4 * layer * layerSize, layerSize).fill(0);
    const below = new Float64Array(memory.buffer, sums, nz);
    const { width, over } = bins[2];
    for (let z = Math.max(0, layer * width - over); z < Math.min(nz, (layer + 1) * width - over); z++) {
      let sum = 0;
      for (let y = 0, at = z * nx * ny; y < ny; y++) {
        const row = by[y]! * bins[0].count;
        for (let x = 0; x < nx; x++, at++) {
          const value = values[at]!;
          if (value < threshold) sum += value;
          else counted[row + bx[x]!]!++;
        }
      }
      below[z] = sum;
    }
  },
};

interface Measuring extends Omit<Counting, "counts" | "sums"> {
  /** Addresses of a byte a bin, 1 in the molecule, and of the facts of each plane. */
  readonly members: number;
  readonly within: Extent;
  readonly out: number;
}

const EXTENT: ComputePhase<Measuring> = {
  name: "hand.extent",
  work: ({ volumes, kernel: { memory } }, { id, box: [nx, ny], level, bins, members, within, out }, z) => {
    const values = volumes.voxels(id);
    const threshold = Math.fround(level);
    const [bx, by] = [binOf(bins[0], nx), binOf(bins[1], ny)];
    const layer = Math.floor((z + bins[2].over) / bins[2].width) * bins[0].count * bins[1].count;
    const inside = new Uint8Array(memory.buffer, members + layer, bins[0].count * bins[1].count);
    let [count, x0, x1, y0, y1] = [0, nx, -1, ny, -1];
    const [[firstX, lastX], [firstY, lastY], [firstZ, lastZ]] = within;
    const endY = z < firstZ || z > lastZ ? firstY : lastY + 1;
    for (let y = firstY; y < endY; y++) {
      const row = by[y]! * bins[0].count;
      const line = (z * ny + y) * nx;
      for (let x = firstX; x <= lastX; x++) {
        if (values[line + x]! < threshold || inside[row + bx[x]!] === 0) continue;
        count++;
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        y1 = y;
      }
    }
    new Int32Array(memory.buffer, out + 4 * WORDS * z, WORDS).set([count, x0, x1, y0, y1]);
  },
};

export const HAND_REGION_PHASES = [BINS, EXTENT];
