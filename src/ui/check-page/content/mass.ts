import type { Reading } from "../../../checks/check.ts";
import { MASS_LIMITS } from "../../../checks/mass.ts";
import { formatDecimal, formatLength, formatPercent } from "../../../core/format/numbers.ts";
import { AXES } from "../../../core/volume/grid.ts";
import type { MassMeasurements, MassPosition } from "../../../core/volume/mass.ts";
import { type CheckContent, judgedCell, type NumberTable, plain, type TableRow } from "./content.ts";

/** The page of 0.a. */
export function massContent(measurements: MassMeasurements, reading: Reading): CheckContent {
  const position = measurements[reading];
  return {
    explanation:
      "The hard mask is the largest piece above the contour level, grown by about 2 Å. A molecule in the middle of its box, with room on every side, is not cut by the box and leaves solvent to measure.",
    tables: position ? [positionTable(measurements, position)] : [],
    plot: null,
    criterion: `Off centre by at most ${MASS_LIMITS.decenteringPercent} % of the box along each axis, mask and centre of mass alike; at least ${MASS_LIMITS.marginAngstrom} Å of empty space on each side. VRS, Level 0.a.`,
    difference:
      "VRS counts one voxel too many of the space on the right, uses the voxel size along x for every axis, and takes the centre of mass of the whole signed map about half the box. The corrected reading counts the empty voxels, and takes the density above zero inside the mask about the central voxel.",
  };
}

function positionTable({ maskExtent }: MassMeasurements, position: MassPosition): NumberTable {
  const { decenteringPercent, marginAngstrom } = MASS_LIMITS;
  const margin = (side: 0 | 1): TableRow["cells"] =>
    AXES.map((axis) => {
      const space = position.margins[axis][side];
      return judgedCell(formatLength(space), space < marginAngstrom);
    });
  const percent = (value: number | null) =>
    judgedCell(formatPercent(value, { decimals: 2 }), value !== null && value > decenteringPercent);
  const room = `at least ${marginAngstrom} Å`;
  const middle = `at most ${decenteringPercent} %`;
  return {
    title: "Where the molecule sits",
    head: ["x", "y", "z"],
    headExplains: null,
    limits: "shown",
    rows: [
      {
        label: "Mask, first to last voxel",
        explains: "maskExtent",
        cells: AXES.map((axis) => plain(maskExtent ? maskExtent[axis].join(" to ") : "–")),
        limit: "",
      },
      { label: "Empty space on the left", explains: "marginLeft", cells: margin(0), limit: room },
      { label: "Empty space on the right", explains: "marginRight", cells: margin(1), limit: room },
      {
        label: "Mask off centre",
        explains: "decentering",
        cells: AXES.map((axis) => percent(position.decentering[axis])),
        limit: middle,
      },
      {
        label: "Centre of mass, voxel",
        explains: "centerOfMass",
        cells: position.centerOfMass.map((c) => plain(formatDecimal(c, 2))),
        limit: "",
      },
      {
        label: "Centre of mass off centre",
        explains: "centerOfMassDecentering",
        cells: position.centerOfMassDecentering.map(percent),
        limit: middle,
      },
    ],
  };
}
