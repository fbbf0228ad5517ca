import type { CheckResult } from "../checks/check.ts";
import { evaluateHand, HAND, HAND_LIMITS, NO_RESOLUTION, TOO_COARSE, TOO_COARSE_VOXELS } from "../checks/hand.ts";
import { notApplicable, withoutMask } from "../checks/index.ts";
import { COARSEST_VOXEL } from "../core/hand/hand-grid.ts";
import type { Ask } from "./measurements.ts";
import type { RunFacts } from "./run-facts.ts";

/** Hand, 0.h: the helices of the map as it is, inside its contour. */
export async function checkHand(ask: Ask, { map, parameters }: RunFacts): Promise<CheckResult> {
  const { resolution, contourLevel: level } = parameters;
  if (resolution === null) return notApplicable(HAND, NO_RESOLUTION);
  if (resolution > HAND_LIMITS.resolution) return notApplicable(HAND, TOO_COARSE);
  if (Math.max(...map.grid.voxelSize) > COARSEST_VOXEL) return notApplicable(HAND, TOO_COARSE_VOXELS);
  const asked = { step: HAND.key, parameters: { level, resolution, voxelSize: map.grid.voxelSize } };
  const measured = await ask("hand", { map, level, resolution }, asked);
  return measured ? evaluateHand(measured) : withoutMask(HAND);
}
