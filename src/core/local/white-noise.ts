import { cos, log } from "../math/elementary.ts";
import { EDGE_WIDTH } from "../resizing/resize-plan.ts";
import { bandTotal, multiplicities, radialBand } from "./band.ts";
import type { CubicBox } from "./frequencies.ts";
import { slopeOf, slopeWeights } from "./slope.ts";

/**
 * The local B-factor that white noise would get, Å²: 4 × the slope of ½ ln Σ(S·G)² − ln ΣS against f², G the low-pass of the
 * resize as the resized grid sees it. It is not 0, because VRS divides each band by its sum, which grows with f.
 * `null` where all frequencies are one. @param from Å, voxel size before the resize
 */
export function whiteNoiseOffset(box: CubicBox, frequencies: readonly number[], from: number): number | null {
  if (Math.max(...frequencies) - Math.min(...frequencies) <= 1e-9) return null;
  const counts = multiplicities(box.size);
  const gain = lowPassGain(box, from);
  const values = frequencies.map((frequency) => {
    const band = radialBand(box, frequency);
    const power = band.reduce((sum, s, i) => sum + counts[i]! * s * s * gain[i]! * gain[i]!, 0);
    return 0.5 * log(power) - log(bandTotal(band, counts));
  });
  return 4 * slopeOf(slopeWeights(frequencies), values);
}

/** G by squared index: 1 up to Nyquist along an axis, then the cosine edge, which covers the corners of the cube. */
function lowPassGain({ size, voxelSize }: CubicBox, from: number): Float64Array {
  const gain = new Float64Array((3 * size * size) / 4 + 1).fill(1);
  if (voxelSize <= from) return gain;
  const [cutoff, width] = [1 / (2 * voxelSize), EDGE_WIDTH / from];
  return gain.map((_, i) => {
    const k = Math.sqrt(i) / (size * voxelSize);
    if (k < cutoff) return 1;
    return k < cutoff + width ? (1 + cos((Math.PI * (k - cutoff)) / width)) / 2 : 0;
  });
}
