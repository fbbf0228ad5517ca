import { radialBand } from "../../src/core/local/band.ts";
import type { CubicBox } from "../../src/core/local/frequencies.ts";
import type { Triple } from "../../src/core/volume/grid.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { elementBytes, layoutTransform, planeAddress } from "../kernels/fourier/layout.ts";
import {
  type BandTables,
  type FilteredSpectra,
  type ImaginaryPlanes,
  nyquistSpectrum,
  rieszPlane,
  rieszRow,
  squaredAmplitudes,
} from "../kernels/fourier/riesz.ts";
import {
  inverseColumnsOf,
  inversePlaneRows,
  inversePlanes,
  planTransform,
  type TransformPlan,
} from "../kernels/fourier/transform.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { planeRegions, type Regions } from "./regions.ts";
import { allocateScratch } from "./scratch.ts";
import type { SharedTransform } from "./transform.ts";

const DOUBLE = Float64Array.BYTES_PER_ELEMENT;

/**
 * The inverse transforms of each band of one spectrum: three along z, of which the one for x and y becomes two, and four along y
 * and x, a plane of all at a time; addresses and plain data. They run in single precision: their error, some 3e-7 of a band's root mean square, moves the percentiles of a local B-factor
 * by less than 0.01 Å². Forward transform, tables, squares and sums are double.
 */
export interface RieszBank {
  readonly source: Pick<SharedTransform, "layout" | "data">;
  readonly spectra: FilteredSpectra;
  readonly planes: ImaginaryPlanes;
  readonly tables: BandTables;
  readonly plan: TransformPlan;
  readonly scratch: MemberScratch;
  /** Each member's room for the plane along y. */
  readonly alongY: MemberScratch;
  readonly regions: Regions;
  /** m² of the voxels inside the mask and of the background, float64. */
  readonly inside: number;
  readonly outside: number;
}

/** Room and plans for the filters of a cube whose spectrum is in `source`. */
export function prepareBank(context: JobContext, source: SharedTransform, regions: Regions): RieszBank {
  const { arena, self } = context;
  const n = source.layout.nx;
  const box: Triple = [n, n, n];
  const layout = layoutTransform(box, "single");
  const plan = planTransform(self.kernel, arena, layout);
  const flat = layoutTransform([n, n, 1], "single");
  const tableBytes = DOUBLE * ((3 * n * n) / 4 + 1);
  return {
    source: { layout: source.layout, data: source.data },
    spectra: {
      layout,
      v: arena.allocate(layout.bytes),
      g: arena.allocate(layout.bytes),
      alongZ: arena.allocate(layout.bytes),
    },
    planes: {
      layout: flat,
      data: [arena.allocate(flat.bytes), arena.allocate(flat.bytes), arena.allocate(flat.bytes)],
    },
    tables: { band: arena.allocate(tableBytes), perRadius: arena.allocate(tableBytes) },
    plan,
    scratch: allocateScratch(context, plan.scratchBytes),
    alongY: allocateScratch(context, layout.planePitch * elementBytes(layout.precision)),
    regions,
    inside: arena.allocate(DOUBLE * regions.inside),
    outside: arena.allocate(DOUBLE * regions.outside),
  };
}

/**
 * m² = |v|² + Σ|v_a|² of one band, v the band-passed map and v_a its Riesz transform (Larkin's spiral phase transform in three
 * dimensions), for the voxels of both regions. @returns the band by squared index as it was used: its largest value 1, so
 * that also a band far beyond the corners of the spectrum (a resolution worse than 15 Å) keeps its digits
 */
export function filterBand(context: JobContext, bank: RieszBank, box: CubicBox, frequency: number): Float64Array {
  const values = radialBand(box, frequency);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const band = values.map((value) => value / largest);
  const { buffer } = context.self.kernel.memory;
  new Float64Array(buffer, bank.tables.band, band.length).set(band);
  const perRadius = new Float64Array(buffer, bank.tables.perRadius, band.length);
  for (let i = 1; i < band.length; i++) perRadius[i] = band[i]! / Math.sqrt(i);
  perRadius[0] = 0;
  const reach = bandReach(band);
  context.team.run(IMAGINARY, bank, AXES.length);
  context.team.run(COLUMNS, { bank, reach }, box.size);
  context.team.run(PLANES, { bank, reach }, box.size);
  return band;
}

interface Filtering {
  readonly bank: RieszBank;
  /** Squared index beyond which the band is as good as 0. */
  readonly reach: number;
}

/** Below this a band has no part in a single-precision sum: coefficients beyond it are left out of the transforms. */
const NEGLIGIBLE = 1e-12;

/** The largest squared index at which a band counts. */
function bandReach(band: Float64Array): number {
  return band.findLastIndex((value) => value >= NEGLIGIBLE);
}

/** Coefficients of row y, from the first, that lie within a reach. */
function columnsWithin(reach: number, { n, y }: { n: number; y: number }): number {
  const ky = Math.min(y, n - y);
  const left = reach - ky * ky;
  return left < 0 ? 0 : Math.min(n / 2, Math.floor(Math.sqrt(left))) + 1;
}

const AXES = [0, 1, 2] as const;

/** The planes of imaginary parts. */
const IMAGINARY: ComputePhase<RieszBank> = {
  name: "riesz.imaginary",
  work: (member, bank, axis) => {
    const { source, planes, tables, plan } = bank;
    nyquistSpectrum(member.kernel, source, tables, planes, AXES[axis]!);
    const flat = { ...plan, layout: planes.layout };
    inversePlanes(member.kernel, flat, planes.data[axis]!, scratchOf(member, bank.scratch), 0, 1, scaleOf(bank));
  },
};

/** The filtered spectra, and their columns along z, a row of them at a time. */
const COLUMNS: ComputePhase<Filtering> = {
  name: "riesz.columns",
  work: (member, { bank, reach }, y) => {
    const { source, spectra, tables, plan } = bank;
    const columns = columnsWithin(reach, { n: source.layout.nx, y });
    const scratch = scratchOf(member, bank.scratch);
    rieszRow(member.kernel, source, tables, spectra, { y, columns, scratch });
    if (columns === 0) return;
    for (const data of [spectra.v, spectra.g, spectra.alongZ])
      inverseColumnsOf(member.kernel, plan, { data, scratch, y, columns });
  },
};

/** Planes back to map values, where any voxel of them is wanted, and on to m². */
const PLANES: ComputePhase<Filtering> = {
  name: "riesz.planes",
  work: (member, { bank, reach }, z) => {
    const { kernel } = member;
    const { spectra, planes, plan, regions } = bank;
    const { layout } = spectra;
    const { rows, insideBefore, outsideBefore } = planeRegions(member, regions, z);
    if (rows.count === 0) return;
    const [v, alongX, alongZ] = [spectra.v, spectra.g, spectra.alongZ].map((data) => planeAddress(layout, data, z));
    const components = { v: v!, alongX: alongX!, alongY: scratchOf(member, bank.alongY), alongZ: alongZ! };
    rieszPlane(kernel, layout, components.alongX, components.alongY);
    const columns = columnsWithin(reach, { n: regions.box[0], y: 0 });
    const pass = { scratch: scratchOf(member, bank.scratch), rows, columns, scale: scaleOf(bank) };
    for (const plane of Object.values(components)) inversePlaneRows(kernel, plan, { plane, ...pass });
    const targets = {
      regions: regions.bytes + z * regions.box[0] * regions.box[1],
      inside: bank.inside + DOUBLE * insideBefore,
      outside: bank.outside + DOUBLE * outsideBefore,
    };
    squaredAmplitudes(kernel, layout, components, planes, { z, rows, targets });
  },
};

function scaleOf({ spectra: { layout } }: RieszBank): number {
  return 1 / voxelCount([layout.nx, layout.ny, layout.nz]);
}

export const RIESZ_PHASES = [IMAGINARY, COLUMNS, PLANES];
