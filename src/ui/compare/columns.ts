import type { CheckKey, Reading } from "../../checks/check.ts";
import { formatBFactor, formatCount, formatDecimal, MISSING } from "../../core/format/numbers.ts";
import { leastMargin, worstDecentering } from "../../report/details/mass.ts";
import { scoreText } from "../../report/findings.ts";
import { measurementsOf, resultOf } from "../../report/measured.ts";
import type { Report } from "../../report/report.ts";
import { boxText } from "../facts/model.ts";
import type { ComparedMap } from "./compared-map.ts";

/** How a number stands to its criterion; `unjudged` numbers stand in brackets. */
export type Standing = "plain" | "outside" | "unjudged";

/** A column of the table: what is shown, what it is sorted by. */
export interface Column {
  readonly key: string;
  readonly head: string;
  readonly align: "left" | "right";
  /** `null` sorts last in both directions. */
  readonly value: (map: ComparedMap, reading: Reading) => number | string | null;
  /** Absent for columns that the table draws itself. */
  readonly text?: (map: ComparedMap, reading: Reading) => string;
  readonly standing?: (map: ComparedMap, reading: Reading) => Standing;
}

interface Measured {
  readonly key: string;
  readonly head: string;
  readonly check: CheckKey;
  /** How codes of warnings about this number begin. */
  readonly code: string;
  readonly number: (report: Report, reading: Reading) => number | null;
  readonly format: (value: number) => string;
}

const MEASURED: readonly Measured[] = [
  {
    ...{ key: "decentering", head: "Off centre, %", check: "mass", code: "mass.decentering" },
    number: (report, reading) => position(report, reading, (at) => worstDecentering(at).value),
    format: (value) => formatDecimal(value, 1),
  },
  {
    ...{ key: "margin", head: "Margin, Å", check: "mass", code: "mass.margin" },
    number: (report, reading) => position(report, reading, (at) => leastMargin(at).value),
    format: (value) => formatDecimal(value, 1),
  },
  {
    ...{ key: "pieces", head: "Pieces to 95 %", check: "mask", code: "mask.components" },
    number: (report) => measurementsOf(report, "mask")?.componentsTo95 ?? null,
    format: formatCount,
  },
  {
    ...{ key: "overlap", head: "Overlap", check: "mask", code: "mask.overlap" },
    number: (report) => measurementsOf(report, "mask")?.constructed?.overlap ?? null,
    format: (value) => formatDecimal(value, 2),
  },
  {
    ...{ key: "bFactor", head: "B, Å²", check: "bFactor", code: "bFactor." },
    number: (report) => measurementsOf(report, "bFactor")?.bFactor ?? null,
    format: (value) => formatBFactor(value).replace(/\s*Å²$/, ""),
  },
  {
    ...{ key: "localResolution", head: "Local res., Å", check: "localResolution", code: "localResolution." },
    number: (report) => measurementsOf(report, "localResolution")?.percentiles.p50 ?? null,
    format: (value) => formatDecimal(value, 1),
  },
  {
    ...{ key: "localBFactor", head: "Local B, Å²", check: "localBFactor", code: "localBFactor." },
    number: (report, reading) => measurementsOf(report, "localBFactor")?.[reading].percentiles.p50 ?? null,
    format: (value) => formatBFactor(value).replace(/\s*Å²$/, ""),
  },
  {
    ...{ key: "localOccupancy", head: "Occupancy, %", check: "localOccupancy", code: "localOccupancy." },
    number: (report) => measurementsOf(report, "localOccupancy")?.percentiles.p50 ?? null,
    format: (value) => formatDecimal(100 * value, 0),
  },
  {
    ...{ key: "hand", head: "Hand", check: "hand", code: "hand." },
    number: (report) => measurementsOf(report, "hand")?.score ?? null,
    format: (value) => formatDecimal(value, 2),
  },
];

/** All columns, in their order from left to right. */
export const COLUMNS: readonly Column[] = [
  { key: "name", head: "Map", align: "left", value: ({ file }) => file.name.toLowerCase() },
  {
    ...{ key: "box", head: "Box", align: "right" },
    value: ({ facts }) => facts?.grid.box.reduce((product, side) => product * side, 1) ?? null,
    text: ({ facts }) => (facts ? sizeText(facts.grid.box) : MISSING),
  },
  {
    ...{ key: "voxelSize", head: "Å/voxel", align: "right" },
    value: ({ facts }) => facts?.grid.voxelSize[0] ?? null,
    text: ({ facts }) => (facts ? formatDecimal(facts.grid.voxelSize[0], 2) : MISSING),
  },
  { key: "resolution", head: "Resolution, Å", align: "right", value: ({ parameters }) => parameters.resolution },
  {
    ...{ key: "level", head: "Level", align: "right" },
    value: ({ facts, parameters }) => (facts ? parameters.contourLevel : null),
  },
  {
    ...{ key: "passes", head: "Passes", align: "right" },
    value: ({ report }, reading) => report && report.score[reading].passed / (report.score[reading].evaluable || 1),
    text: ({ report }, reading) => (report ? scoreText(report.score[reading]) : MISSING),
  },
  {
    ...{ key: "verdicts", head: "Warnings, 0.a to 0.h", align: "left" },
    value: ({ report }, reading) =>
      report?.checks.reduce((sum, { warnings }) => sum + warnings[reading].length, 0) ?? null,
  },
  ...MEASURED.map(measuredColumn),
];

function measuredColumn({ key, head, check, code, number, format }: Measured): Column {
  const value: Column["value"] = ({ report }, reading) => report && number(report, reading);
  const standing: NonNullable<Column["standing"]> = ({ report }, reading) => {
    const result = report && resultOf(report, check);
    if (!result || value({ report } as ComparedMap, reading) === null) return "plain";
    if (result.status[reading] !== "ok" && result.status[reading] !== "warning") return "unjudged";
    return result.warnings[reading].some((warning) => warning.code.startsWith(code)) ? "outside" : "plain";
  };
  const text: NonNullable<Column["text"]> = (map, reading) => {
    const found = value(map, reading);
    if (typeof found !== "number") return MISSING;
    return standing(map, reading) === "unjudged" ? `(${format(found)})` : format(found);
  };
  return { key, head, align: "right", value, text, standing };
}

type Position = Parameters<typeof leastMargin>[0];

function position(report: Report, reading: Reading, of: (at: Position) => number): number | null {
  const at = measurementsOf(report, "mass")?.[reading];
  return at ? of(at) : null;
}

function sizeText(box: readonly [number, number, number]): string {
  return box.every((side) => side === box[0]) ? `${box[0]}³` : boxText(box);
}

export interface Sorting {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** The maps in the order of a column; those without a value come last, equal ones stay in the order of their adding. */
export function sorted(maps: readonly ComparedMap[], { column, direction }: Sorting, reading: Reading): ComparedMap[] {
  const value = COLUMNS.find(({ key }) => key === column)?.value;
  if (!value) return [...maps];
  const sign = direction === "ascending" ? 1 : -1;
  const keyed = maps.map((map) => ({ map, by: value(map, reading) }));
  keyed.sort((a, b) => {
    if (a.by === b.by) return 0;
    if (a.by === null) return 1;
    if (b.by === null) return -1;
    return a.by < b.by ? -sign : sign;
  });
  return keyed.map(({ map }) => map);
}
