import { formatDecimal } from "../format/numbers.ts";
import { VOLUME_PER_KILODALTON } from "./components.ts";
import type { ContourSuggestion } from "./contour-suggestion.ts";
import { histogramVoxels, levelReachedBy, type MapHistogram } from "./histogram.ts";

/**
 * The level above which the map's volume equals that of a protein of this mass: voxels = mass · 1207 Å³/kDa / voxel volume, read off the
 * histogram (VRS's constant; protein only, nucleic acid is denser). Null where the box is smaller than the molecule, or the mass is less
 * than a voxel. Trust is low: noise above the level counts as molecule, and a soft map blurs its edge. Pure.
 *
 * @param molecule `mass` in kDa, `voxelVolume` in Å³
 */
export function suggestByMass(
  histogram: MapHistogram,
  { mass, voxelVolume }: { readonly mass: number; readonly voxelVolume: number },
): ContourSuggestion | null {
  const voxels = (mass * VOLUME_PER_KILODALTON) / voxelVolume;
  if (!(voxels >= 1) || voxels >= histogramVoxels(histogram)) return null;
  const level = Number(levelReachedBy(histogram, voxels).toPrecision(4));
  const reason = `Encloses the volume of ${formatDecimal(mass, mass < 100 ? 1 : 0)} kDa of protein, at 1.207 Å³ per dalton.`;
  return { level, method: "molecularMass", version: 1, confidence: "low", reason };
}
