import type { CylinderAnswer } from "./cylinder-answer.ts";
import type { HelixAxis } from "./helix-axis.ts";

/** A candidate after its steps: where its axis runs, and what the cylinder about it says. */
export interface MeasuredHelix extends Pick<HelixAxis, "centre" | "direction">, CylinderAnswer {
  /** D = ln(|A_R| / |A_L|) of the 5.4 Å wave. */
  readonly logRatio: number;
}
