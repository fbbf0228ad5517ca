import { AXES, type Axis } from "../core/volume/grid.ts";
import type { MassMeasurements, MassPosition } from "../core/volume/mass.ts";
import { type CheckDefinition, type CheckResult, type CheckWarning, judged } from "./check.ts";

export const MASS: CheckDefinition = { id: "0.a", key: "mass", title: "Mass analysis" };

/** VRS, Level 0.a: percent of the box for both decenterings, and the empty space in Å that its code tests. */
export const MASS_LIMITS = { decenteringPercent: 20, marginAngstrom: 20 } as const;

/** Is the molecule centred, with room on every side? An empty hard mask is the only warning then. */
export function evaluateMass(measurements: MassMeasurements): CheckResult<MassMeasurements> {
  const { corrected, vrs } = measurements;
  const warnings = { corrected: warningsOf(corrected), vrs: warningsOf(vrs) };
  const status = { corrected: judged(warnings.corrected), vrs: judged(warnings.vrs) };
  return { ...MASS, status, warnings, measurements };
}

function warningsOf(position: MassPosition | null): CheckWarning[] {
  if (!position) return [EMPTY_MASK];
  return [
    ...AXES.filter((axis) => position.decentering[axis] > MASS_LIMITS.decenteringPercent).map(decentered),
    ...AXES.filter((axis) => position.margins[axis][0] < MASS_LIMITS.marginAngstrom).map(tightOn("Left")),
    ...AXES.filter((axis) => position.margins[axis][1] < MASS_LIMITS.marginAngstrom).map(tightOn("Right")),
    ...AXES.filter((_, k) => (position.centerOfMassDecentering[k] ?? 0) > MASS_LIMITS.decenteringPercent).map(heavyOn),
  ];
}

const EMPTY_MASK: CheckWarning = {
  code: "mass.emptyMask",
  message: "No voxel of the map lies in the mask: the contour level is too high.",
};

function decentered(axis: Axis): CheckWarning {
  const message = `The mask is off centre along ${axis} by more than ${MASS_LIMITS.decenteringPercent} % of the box.`;
  return { code: `mass.decentering.${axis}`, message };
}

function tightOn(side: "Left" | "Right") {
  return (axis: Axis): CheckWarning => ({
    code: `mass.margin.${axis}${side}`,
    message: `Less than ${MASS_LIMITS.marginAngstrom} Å of empty space on the ${side.toLowerCase()} along ${axis}.`,
  });
}

function heavyOn(axis: Axis): CheckWarning {
  const message = `The centre of mass is off centre along ${axis} by more than ${MASS_LIMITS.decenteringPercent} % of the box.`;
  return { code: `mass.centerOfMass.${axis}`, message };
}
