import { BAND_WAVELENGTHS } from "../../src/core/local-resolution/bands.ts";
import { type MapEnergies, takeLogs } from "../../src/core/local-resolution/features.ts";
import { type SortedPoints, sortPoints } from "../../src/core/local-resolution/grid-points.ts";
import type { EnergyRegion } from "../../src/core/local-resolution/region.ts";
import { medianInPlace } from "../../src/core/math/median.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { MapHandle, MaskHandle } from "../handles.ts";
import type { JobContext } from "../job.ts";
import { orderStatistic } from "../kernels/voxels/order-statistic.ts";
import { keyHistogram } from "./background.ts";
import { type GridPoints, measureBand } from "./band-energies.ts";
import { listPoints, type RegionPoints } from "./energy-points.ts";
import { type RegionSpectrum, regionSpectrum } from "./energy-region.ts";
import { measureLogSpread } from "./log-spread.ts";
import { maskedPlanesOf } from "./maps.ts";
import { regionalEnergies } from "./regional-energies.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** Points of the background that a median is taken of, spread evenly over all. */
const MAX_BACKGROUND = 200_000;

/** Energies at the points of a mask, and what is measured of the whole map. */
export interface PointEnergies {
  readonly region: EnergyRegion;
  readonly sorted: SortedPoints;
  /** Points inside the mask. */
  readonly count: number;
  /** Addresses: float32, band after band; at the points, and means over their neighbourhoods. */
  readonly own: number;
  readonly regional: number;
  readonly ofMap: MapEnergies;
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
  const { region } = source;
  const points = listPoints(context, region.grid, sorted);
  const { count } = points.inside;
  const own = context.arena.allocate(4 * BANDS * count);
  const { means, around, medians } = context.arena.scope(() => gatherBands(context, source, { points, own }));
  const mean = Float64Array.from(means);
  takeLogs(mean);
  const regional = regionalEnergies(context, { region, sorted, own });
  const spread = measureLogSpread(context, { own, count });
  const background = points.background.count > 0 ? Float64Array.from(medians) : null;
  return { region, sorted, count, own, regional, ofMap: { mean, spread, around, background } };
}

interface Gathering {
  readonly points: RegionPoints;
  /** Address of the energies inside the mask. */
  readonly own: number;
}

/** Energies of every band inside the mask; its means there and around, and its medians over the background. */
function gatherBands(context: JobContext, source: RegionSpectrum, { points, own }: Gathering) {
  const { inside, background, around } = points;
  const outside = [background, ...around].map((list) => placeFor(context, list));
  const [means, medians]: [number[], number[]] = [[], []];
  const shells = around.map(({ count }) => (count > 0 ? new Float64Array(BANDS) : null));
  for (let band = 0; band < BANDS; band++) {
    const mask = { points: inside, target: own + 4 * band * inside.count };
    measureBand(context, source, { band, lists: [mask, ...outside] });
    const energies = (list: { points: GridPoints; target: number }) => energiesAt(context, list);
    means.push(meanOf(energies(mask)));
    medians.push(medianOf(energies(outside[0]!)));
    shells.forEach((shell, i) => {
      if (shell) shell[band] = meanOf(energies(outside[i + 1]!));
    });
    context.progress((0.8 * (band + 1)) / BANDS);
  }
  return { means, medians, around: shells };
}

function placeFor({ arena }: JobContext, points: GridPoints) {
  return { points, target: arena.allocate(4 * Math.max(1, points.count)) };
}

function energiesAt({ self }: JobContext, { points, target }: { points: GridPoints; target: number }): Float32Array {
  return new Float32Array(self.kernel.memory.buffer, target, points.count);
}

function meanOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function medianOf(values: Float32Array): number {
  const step = Math.ceil(values.length / MAX_BACKGROUND);
  const chosen = new Float32Array(Math.ceil(values.length / step));
  for (let i = 0; i < chosen.length; i++) chosen[i] = values[i * step]!;
  return medianInPlace(chosen);
}
