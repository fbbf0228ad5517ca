import { measureLocalResolution } from "../../src/core/local-resolution/local-resolution.ts";
import { smoothEstimates } from "../../src/core/local-resolution/smooth-estimates.ts";
import { valuesOfMask } from "../../src/core/local-resolution/spread.ts";
import type { Job } from "../job.ts";
import { keepMeasured } from "../keep-measured.ts";
import { estimateResolutions } from "../phases/estimate-resolution.ts";
import { measureEnergies } from "../phases/point-energies.ts";

/**
 * Local resolutions inside the hard mask: at points about 2 Å apart, the energies of 17 bands in the point's surroundings,
 * and small networks that were trained on simulated maps to tell a local resolution from them; then smoothed over the mask.
 * `null` where the mask holds no point.
 */
export const localResolution: Job<"localResolution"> = async ({ map, mask, resolution }, context) => {
  const { loadMethod } = await import("../../src/core/local-resolution/method.ts");
  const energies = measureEnergies(context, { map, mask });
  if (!energies) return null;
  const method = loadMethod(energies.ofMap.background ? "used" : "none");
  const voxelSize = Math.max(...map.grid.voxelSize);
  const { region, sorted } = energies;
  const { kinds } = sorted;
  const raw = estimateResolutions(context, energies, { networks: method.networks, voxelSize });
  const values = smoothEstimates({ region, kinds, values: raw });
  const measurements = measureLocalResolution(values, { method: method.facts, reported: resolution });
  const bytes = context.self.volumes.mask(mask.id);
  const places = { mask: bytes, box: map.grid.box, otherwise: measurements.percentiles.p50! };
  const spread = valuesOfMask({ region, kinds, values }, places);
  const placed = { ...map, placed: map.grid };
  const volume = keepMeasured(context, { name: "localResolution", map: placed, mask, values: spread });
  return { measurements, volume };
};
