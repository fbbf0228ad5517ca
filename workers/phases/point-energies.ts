import { BAND_WAVELENGTHS, type Width } from "../../src/core/local-resolution/bands.ts";
import { type MapSpectra, mapSpectra } from "../../src/core/local-resolution/features.ts";
import { type SortedPoints, sortPoints } from "../../src/core/local-resolution/grid-points.ts";
import type { EnergyRegion } from "../../src/core/local-resolution/region.ts";
import { percentile } from "../../src/core/math/quantile.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { MapHandle, MaskHandle } from "../handles.ts";
import type { JobContext } from "../job.ts";
import { orderStatistic } from "../kernels/voxels/order-statistic.ts";
import { keyHistogram } from "./background.ts";
import { type EnergyTargets, measureBand, type RegionPoints } from "./band-energies.ts";
import { listPoints } from "./energy-points.ts";
import { type RegionSpectrum, regionSpectrum } from "./energy-region.ts";
import { maskedPlanesOf } from "./maps.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** Points of the background that a median is taken of, spread evenly over all. */
const MAX_BACKGROUND = 50_000;

/** Energies at the points of a mask, and the spectra that they are measured against. */
export interface PointEnergies {
  readonly region: EnergyRegion;
  readonly sorted: SortedPoints;
  /** Points inside the mask. */
  readonly count: number;
  /** Addresses: float32, band after band. */
  readonly narrow: number;
  readonly wide: number;
  readonly spectra: MapSpectra;
}

/** Measures all bands about a mask, in the job's arena; `null` where the mask holds no point of the grid. */
export function measureEnergies(
  context: JobContext,
  { map, mask }: { map: MapHandle; mask: MaskHandle },
): PointEnergies | null {
  const level = backgroundLevel(context, { map, mask });
  const source = regionSpectrum(context, { map, mask, level });
  if (!source) return null;
  const { voxels } = context.self.volumes.volume(map);
  const bytes = context.self.volumes.mask(mask.id);
  const sorted = sortPoints(source.region, { grid: map.grid, voxels, mask: bytes, level });
  return sorted.inside === 0 ? null : measureBands(context, source, sorted);
}

/** The upper median of the voxels outside the mask. */
function backgroundLevel(context: JobContext, { map, mask }: { map: MapHandle; mask: MaskHandle }): number {
  const count = voxelCount(map.grid.box);
  let outside = 0;
  const bytes = context.self.volumes.mask(mask.id);
  for (let at = 0; at < count; at++) if (bytes[at] === 0) outside++;
  if (outside === 0) return 0;
  return context.arena.scope(() => {
    const planes = maskedPlanesOf(context, map, mask);
    return orderStatistic(Math.floor(outside / 2), (keys) => keyHistogram(context, planes, keys));
  });
}

function measureBands(context: JobContext, source: RegionSpectrum, sorted: SortedPoints): PointEnergies {
  const { arena } = context;
  const points = listPoints(context, source.region.grid, sorted);
  const { count } = points.inside;
  const inside = { narrow: arena.allocate(4 * BANDS * count), wide: arena.allocate(4 * BANDS * count) };
  const background = pairOf(() => arena.allocate(4 * Math.max(1, points.background.count)));
  const [means, medians]: [number[], number[]] = [[], []];
  for (let band = 0; band < BANDS; band++) {
    const at = 4 * band * count;
    const targets: EnergyTargets = { inside: { narrow: inside.narrow + at, wide: inside.wide + at }, background };
    measureBand(context, source, { band, points, targets });
    means.push(meanOf(energiesAt(context, inside.narrow + at, count)));
    medians.push(backgroundMedian(context, background.narrow, points));
    context.progress((0.8 * (band + 1)) / BANDS);
  }
  const spectra = mapSpectra(means, points.background.count > 0 ? medians : null);
  return { region: source.region, sorted, count, ...inside, spectra };
}

function pairOf(make: () => number): Record<Width, number> {
  return { narrow: make(), wide: make() };
}

function energiesAt({ self }: JobContext, address: number, count: number): Float32Array {
  return new Float32Array(self.kernel.memory.buffer, address, count);
}

function meanOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function backgroundMedian(context: JobContext, address: number, { background }: RegionPoints): number {
  const { count } = background;
  const step = Math.ceil(count / MAX_BACKGROUND);
  const values = energiesAt(context, address, count).filter((_, i) => i % step === 0);
  return percentile(values.sort(), 50);
}
