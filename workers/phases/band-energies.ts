import {
  BAND_WAVELENGTHS,
  bandOf,
  bandRate,
  bandTable,
  gridBox,
  type RadialTable,
  smoothingTable,
} from "../../src/core/local-resolution/bands.ts";
import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { type KernelTable, passRow, type SingleSpectrum, squarePlane } from "../kernels/fourier/energy.ts";
import { planeAddress } from "../kernels/fourier/layout.ts";
import {
  forwardColumns,
  forwardPlanes,
  inverseColumnsOf,
  inversePlaneRows,
  inversePlanes,
} from "../kernels/fourier/transform.ts";
import { planeOf, type RegionSpectrum } from "./energy-region.ts";
import { type ComputePhase, scratchOf } from "./phase.ts";
import { prepareTransformIn, type SharedTransform } from "./transform.ts";

/** Points of the grid whose energies are wanted, plane after plane. Addresses. */
export interface GridPoints {
  /** uint32 each: the point's number in its plane, x fastest. */
  readonly indices: number;
  /** uint32: how many points lie in the planes before each, and after the last the count of all. */
  readonly before: number;
  readonly count: number;
}

/** A list of points, and where their energies go: float32, an address. */
export interface Gathered {
  readonly points: GridPoints;
  readonly target: number;
}

/**
 * The local energies of band k: the band-passed region squared, smoothed by a Gaussian, at points of the coarser grid. Each
 * band is computed on the coarsest sampling that holds its square.
 */
export function measureBand(
  context: JobContext,
  { region, spectrum }: RegionSpectrum,
  { band, lists }: { band: number; lists: readonly Gathered[] },
): void {
  context.arena.scope(() => {
    const { lengths } = region;
    const wavelength = BAND_WAVELENGTHS[band]!;
    const box = gridBox(lengths, bandRate(wavelength));
    const work = prepareTransformIn(context, box, "single");
    const filter = placeTable(context, bandTable(wavelength, 1 / voxelCount(region.box)));
    const { frequency, halfWidth } = bandOf(wavelength);
    const passing = { source: spectrum, target: work, table: filter, lengths, reach: frequency + halfWidth };
    context.team.run(PASS_COLUMNS, passing, box[1]);
    context.team.run(SQUARE_PLANES, passing, box[2]);
    const grid = prepareTransformIn(context, region.grid, "single");
    context.team.run(SQUARE_COLUMNS, { work, keep: region.grid[1] / 2 }, box[1]);
    const table = placeTable(context, smoothingTable(wavelength, 1 / voxelCount(box)));
    const reach = table.first + (table.entries - 1) / table.rate;
    context.team.run(PASS_COLUMNS, { source: work, target: grid, table, lengths, reach }, region.grid[1]);
    context.team.run(GATHER_PLANES, { grid, lists }, region.grid[2]);
  });
}

function placeTable({ arena, self }: JobContext, { first, rate, values }: RadialTable): KernelTable {
  const address = arena.allocate(values.byteLength);
  new Float64Array(self.kernel.memory.buffer, address, values.length).set(values);
  return { address, entries: values.length, first, rate };
}

interface Passing {
  readonly source: SingleSpectrum;
  readonly target: SharedTransform<"single">;
  readonly table: KernelTable;
  readonly lengths: Triple;
  /** 1/Å beyond which the table is 0. */
  readonly reach: number;
}

/** Weighted coefficients of a row, and back along z. */
const PASS_COLUMNS: ComputePhase<Passing> = {
  name: "bandEnergies.passColumns",
  work: (member, { source, target, table, lengths, reach }, y) => {
    const { kernel } = member;
    const columns = columnsWithin(target, { lengths, reach, y });
    passRow(kernel, { source, target }, { table, lengths, y, columns });
    if (columns === 0) return;
    const { plan, data } = target;
    inverseColumnsOf(kernel, plan, { data, scratch: scratchOf(member, target.scratch), y, columns });
  },
};

/** Coefficients of row y, from the first, that lie within a reach. */
function columnsWithin(
  { layout }: SharedTransform<"single">,
  { lengths, reach, y }: { lengths: Triple; reach: number; y: number },
): number {
  const fy = Math.min(y, layout.ny - y) / lengths[1];
  const left = reach * reach - fy * fy;
  return left < 0 ? 0 : Math.min(layout.hx, Math.floor(Math.sqrt(left) * lengths[0]) + 1);
}

/** Back to map values, squared, and forward along x and y. */
const SQUARE_PLANES: ComputePhase<Passing> = {
  name: "bandEnergies.squarePlanes",
  work: (member, { target, lengths, reach }, z) => {
    const { kernel } = member;
    const { plan, data, layout } = target;
    const scratch = scratchOf(member, target.scratch);
    const columns = columnsWithin(target, { lengths, reach, y: 0 });
    inversePlaneRows(kernel, plan, {
      plane: planeAddress(layout, data, z),
      scratch,
      rows: { first: 0, count: layout.ny },
      columns,
      scale: 1,
    });
    squarePlane(kernel, target, z);
    forwardPlanes(kernel, plan, data, scratch, z, z + 1);
  },
};

/** Forward along z, of the rows that the grid can hold. */
const SQUARE_COLUMNS: ComputePhase<{ work: SharedTransform<"single">; keep: number }> = {
  name: "bandEnergies.squareColumns",
  work: (member, { work, keep }, y) => {
    if (Math.min(y, work.layout.ny - y) >= keep) return;
    forwardColumns(member.kernel, work.plan, work.data, scratchOf(member, work.scratch), y, y + 1);
  },
};

interface Gathering {
  readonly grid: SharedTransform<"single">;
  readonly lists: readonly Gathered[];
}

/** Smoothed energies back to the grid, those of the points put in order; ripples below 0 are raised to it. */
const GATHER_PLANES: ComputePhase<Gathering> = {
  name: "bandEnergies.gatherPlanes",
  work: (member, { grid, lists }, z) => {
    inversePlanes(member.kernel, grid.plan, grid.data, scratchOf(member, grid.scratch), z, z + 1, 1);
    const rows = planeOf(member, grid, z);
    const { nx, rowPitch } = grid.layout;
    for (const { points, target } of lists) {
      const { indices, from } = pointsOfPlane(member.kernel.memory.buffer, points, z);
      const out = new Float32Array(member.kernel.memory.buffer, target + 4 * from, indices.length);
      for (let i = 0; i < indices.length; i++) {
        const at = indices[i]!;
        const y = Math.floor(at / nx);
        out[i] = Math.max(0, rows[y * rowPitch + at - y * nx]!);
      }
    }
  },
};

/** The points of plane z, and the number of the first. */
function pointsOfPlane(
  buffer: ArrayBufferLike,
  { indices, before, count }: GridPoints,
  z: number,
): { readonly indices: Uint32Array; readonly from: number } {
  const [from, to] = new Uint32Array(buffer, before + 4 * z, 2);
  return { indices: new Uint32Array(buffer, indices, count).subarray(from, to), from: from! };
}

export const BAND_ENERGY_PHASES = [PASS_COLUMNS, SQUARE_PLANES, SQUARE_COLUMNS, GATHER_PLANES];
