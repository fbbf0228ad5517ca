import type { Reading } from "../../checks/check.ts";
import { MASS_LIMITS } from "../../checks/mass.ts";
import { formatLength, formatPercent } from "../../core/format/numbers.ts";
import type { Axis } from "../../core/volume/grid.ts";
import { AXES } from "../../core/volume/grid.ts";
import type { MassMeasurements, MassPosition } from "../../core/volume/mass.ts";

const MOST = `at most ${MASS_LIMITS.decenteringPercent} %`;

interface AxisValue {
  readonly axis: Axis;
  readonly value: number;
}

/** "35.0 % off centre along z; at most 20 %": the first kind of fault among the warnings, by its largest value. */
export function massDetail(measurements: MassMeasurements, codes: readonly string[], reading: Reading): string {
  const position = measurements[reading];
  if (!position) return "The mask is empty: the level lies above every map value";
  if (warns(codes, "decentering")) return `${offCentre(worstDecentering(position))}; ${MOST}`;
  if (warns(codes, "margin")) return `${leastMarginText(position)}; at least ${MASS_LIMITS.marginAngstrom} Å`;
  if (warns(codes, "centerOfMass")) return `${centreOfMassText(position)}; ${MOST}`;
  return `At most ${formatPercent(worstDecentering(position).value)} off centre; least margin ${formatLength(leastMargin(position).value)}`;
}

/** The axis along which the mask is furthest off centre; percent of the box. */
export function worstDecentering(position: MassPosition): AxisValue {
  return largest(AXES.map((axis) => ({ axis, value: position.decentering[axis] })));
}

/** The narrowest margin, Å. */
export function leastMargin(position: MassPosition): AxisValue & { readonly side: "left" | "right" } {
  const margins = AXES.flatMap((axis) => {
    const [left, right] = position.margins[axis];
    return [
      { axis, value: left, side: "left" as const },
      { axis, value: right, side: "right" as const },
    ];
  });
  return margins.reduce((least, margin) => (margin.value < least.value ? margin : least));
}

function leastMarginText(position: MassPosition): string {
  const { axis, value, side } = leastMargin(position);
  return `${formatLength(value)} of space on the ${side} along ${axis}`;
}

function centreOfMassText(position: MassPosition): string {
  const worst = largest(AXES.map((axis, k) => ({ axis, value: position.centerOfMassDecentering[k] ?? 0 })));
  return `Centre of mass ${formatPercent(worst.value)} off along ${worst.axis}`;
}

function offCentre({ axis, value }: AxisValue): string {
  return `${formatPercent(value)} off centre along ${axis}`;
}

function largest(values: readonly AxisValue[]): AxisValue {
  return values.reduce((most, value) => (value.value > most.value ? value : most));
}

function warns(codes: readonly string[], kind: string): boolean {
  return codes.some((code) => code.startsWith(`mass.${kind}`));
}
