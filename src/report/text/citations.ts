import type { CheckKey } from "../../checks/check.ts";
import type { ReferenceName } from "./references.ts";

/** The sources of a check: of its method here, and of VRS's where that is another. */
export interface Citations {
  readonly method: readonly ReferenceName[];
  readonly inVrs?: readonly ReferenceName[];
}

const CITATIONS: Readonly<Record<CheckKey, Citations>> = {
  mass: { method: ["vrs"] },
  mask: { method: ["vrs"] },
  background: { method: ["vrs", "effectiveVoxels"] },
  bFactor: { method: ["bFactor"] },
  localResolution: { method: [], inVrs: ["deepRes"] },
  localBFactor: { method: ["localBFactor"] },
  localOccupancy: { method: ["localBFactor"] },
  hand: { method: [], inVrs: ["deepHand"] },
};

/** Where the method of a check comes from. */
export function citationsOf(key: CheckKey): Citations {
  return CITATIONS[key];
}
