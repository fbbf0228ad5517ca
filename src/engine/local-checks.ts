import type { MaskHandle, ResizedHandle } from "../../workers/handles.ts";
import type { CheckDefinition, CheckResult } from "../checks/check.ts";
import { notApplicable } from "../checks/index.ts";
import { evaluateLocalBFactor, LOCAL_B_FACTOR } from "../checks/local-b-factor.ts";
import { evaluateLocalOccupancy, LOCAL_OCCUPANCY } from "../checks/local-occupancy.ts";
import { resizedSize } from "../core/resizing/resize-plan.ts";
import { dilationSteps } from "../core/volume/components.ts";
import { anisotropy } from "../core/volume/grid.ts";
import { type Ask, localParameters } from "./measurements.ts";
import type { RunFacts } from "./run-facts.ts";

/** The map that the local methods read, with its own hard mask; `null` where nothing of it reaches the level. */
interface Resized {
  readonly map: ResizedHandle;
  readonly mask: MaskHandle | null;
}

/** Below this many voxels along an axis a resized map has no frequencies. */
const LEAST_SIZE = 2;
const NO_RESOLUTION = "No resolution is reported.";
const TOO_SMALL = "The box is smaller than the reported resolution.";
const NO_MASK = "At the reported resolution no voxel of the map reaches the contour level.";
const NO_BACKGROUND = "At the reported resolution the mask leaves no background around the molecule.";

/** Local B-factor, 0.f. */
export async function checkLocalBFactor(ask: Ask, facts: RunFacts): Promise<CheckResult> {
  return withResized(LOCAL_B_FACTOR, { ask, facts }, async ({ map, mask, resolution }) => {
    const voxelSize = facts.map.grid.voxelSize[0];
    const asked = { step: LOCAL_B_FACTOR.key, parameters: parametersOf(facts), share: [0.3, 1] } as const;
    const measured = await ask("localBFactor", { map, mask, resolution, voxelSize }, asked);
    if (!measured) return notApplicable(LOCAL_B_FACTOR, NO_BACKGROUND);
    return evaluateLocalBFactor(measured.measurements, { resolution, anisotropy: anisotropy(facts.map.grid) });
  });
}

/** Local occupancy, 0.g. */
export async function checkLocalOccupancy(ask: Ask, facts: RunFacts): Promise<CheckResult> {
  return withResized(LOCAL_OCCUPANCY, { ask, facts }, async ({ map, mask, resolution }) => {
    const asked = { step: LOCAL_OCCUPANCY.key, parameters: parametersOf(facts), share: [0, 1] } as const;
    const measured = await ask("localOccupancy", { map, mask, resolution }, asked);
    if (!measured) return notApplicable(LOCAL_OCCUPANCY, NO_MASK);
    return evaluateLocalOccupancy(measured.measurements, { anisotropy: anisotropy(facts.map.grid) });
  });
}

interface Source {
  readonly ask: Ask;
  readonly facts: RunFacts;
}

/** Measures on the resized map, or says why there is none. */
async function withResized(
  check: CheckDefinition,
  { ask, facts }: Source,
  measure: (resized: { map: ResizedHandle; mask: MaskHandle; resolution: number }) => Promise<CheckResult>,
): Promise<CheckResult> {
  const { resolution } = facts.parameters;
  if (resolution === null) return notApplicable(check, NO_RESOLUTION);
  if (resizedSize(facts.map.grid, resolution) < LEAST_SIZE) return notApplicable(check, TOO_SMALL);
  const { map, mask } = await resize({ ask, facts }, resolution);
  return mask ? measure({ map, mask, resolution }) : notApplicable(check, NO_MASK);
}

async function resize({ ask, facts }: Source, resolution: number): Promise<Resized> {
  const parameters = parametersOf(facts);
  const step = LOCAL_B_FACTOR.key;
  // One resized map serves every level.
  const asked = { resolution, voxelSize: facts.map.grid.voxelSize };
  const map = await ask("resize", { map: facts.map, resolution }, { step, parameters: asked, share: [0, 0.2] });
  const level = facts.parameters.contourLevel;
  const request = { map, level, levels: [], dilationSteps: dilationSteps(map.grid.voxelSize[0]) };
  const { hardMask } = await ask("segment", request, { step, parameters, share: [0.2, 0.3] });
  return { map, mask: hardMask };
}

function parametersOf({ map, parameters }: RunFacts): unknown {
  const { contourLevel: level, resolution } = parameters;
  return localParameters({ level, resolution, grid: map.grid });
}
