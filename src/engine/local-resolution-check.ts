import type { MaskHandle } from "../../workers/handles.ts";
import type { CheckResult } from "../checks/check.ts";
import { notApplicable } from "../checks/index.ts";
import { evaluateLocalResolution, LOCAL_RESOLUTION, outsideRange } from "../checks/local-resolution.ts";
import { type Ask, localParameters } from "./measurements.ts";
import type { RunFacts } from "./run-facts.ts";

const TOO_SMALL = "The mask is too small to be measured.";

/** Local resolution, 0.e, inside the hard mask of the map itself. */
export async function checkLocalResolution(ask: Ask, facts: RunFacts, mask: MaskHandle): Promise<CheckResult> {
  const { map, parameters } = facts;
  const { contourLevel: level, resolution } = parameters;
  const reason = outsideRange(resolution);
  if (resolution === null || reason) return notApplicable(LOCAL_RESOLUTION, reason ?? "");
  const asked = { step: LOCAL_RESOLUTION.key, parameters: localParameters({ level, resolution, grid: map.grid }) };
  const measured = await ask("localResolution", { map, mask, resolution }, asked);
  return measured
    ? evaluateLocalResolution(measured.measurements, resolution)
    : notApplicable(LOCAL_RESOLUTION, TOO_SMALL);
}
