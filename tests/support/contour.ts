import type { LevelMeasurement } from "../../src/core/volume/contour-suggestion.ts";
import { binIndex, HISTOGRAM_BINS, type MapHistogram } from "../../src/core/volume/histogram.ts";
import type { MapStatistics } from "../../src/core/volume/statistics.ts";

/** Histogram, spike and statistics of some map values, the plain way. */
export function measure(values: Float32Array): { histogram: MapHistogram; statistics: MapStatistics } {
  let [min, max, sum, squares] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  const tally = new Map<number, number>();
  for (const value of values) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    sum += value;
    squares += value * value;
    // Enough of the map to see a constant; counting every distinct value of a large one would not fit.
    if (tally.size < 1_000_000 || tally.has(value)) tally.set(value, (tally.get(value) ?? 0) + 1);
  }
  const counts: number[] = new Array(HISTOGRAM_BINS).fill(0);
  const bins = { min, max, counts, spike: null };
  for (const value of values) counts[binIndex(bins, value)]! += 1;
  const [value, voxels] = [...tally].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  const mean = sum / values.length;
  const statistics = { min, max, mean, std: Math.sqrt(squares / values.length - mean * mean) };
  return { histogram: { min, max, counts, spike: { value, voxels } }, statistics };
}

/** Components (26 neighbours) of the voxels at or above each level, by flood fill. */
export function components(
  values: Float32Array,
  box: readonly [number, number, number],
  levels: readonly number[],
): LevelMeasurement[] {
  return levels.map((level) => {
    const sizes = pieces(values, box, Math.fround(level));
    const voxels = sizes.reduce((sum, size) => sum + size, 0);
    return { level, voxels, components: sizes.length, largestVoxels: sizes.reduce((a, b) => Math.max(a, b), 0) };
  });
}

function pieces(values: Float32Array, [nx, ny, nz]: readonly [number, number, number], level: number): number[] {
  const seen = new Uint8Array(values.length);
  const sizes: number[] = [];
  for (let seed = 0; seed < values.length; seed++) {
    if (seen[seed] || values[seed]! < level) continue;
    const stack = [seed];
    seen[seed] = 1;
    let size = 0;
    for (let voxel = stack.pop(); voxel !== undefined; voxel = stack.pop()) {
      size++;
      const [x, y, z] = [voxel % nx, Math.floor(voxel / nx) % ny, Math.floor(voxel / (nx * ny))];
      for (let k = Math.max(0, z - 1); k <= Math.min(nz - 1, z + 1); k++)
        for (let j = Math.max(0, y - 1); j <= Math.min(ny - 1, y + 1); j++)
          for (let i = Math.max(0, x - 1); i <= Math.min(nx - 1, x + 1); i++) {
            const other = (k * ny + j) * nx + i;
            if (seen[other] || values[other]! < level) continue;
            seen[other] = 1;
            stack.push(other);
          }
    }
    sizes.push(size);
  }
  return sizes;
}
