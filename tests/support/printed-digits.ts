import { formatFixed } from "../../src/core/format/printf.ts";
import { formatSignificant } from "./significant.ts";

/** What VRS's own run left of its report: `vrs` numbers, statuses, slices. */
export interface VrsReport {
  readonly input: { readonly contourLevel: number; readonly resolution: number | null };
  readonly figures: unknown;
  readonly checks: readonly {
    readonly key: string;
    readonly status: { readonly vrs: string };
    readonly measurements: unknown;
  }[];
}

export interface PrintedDifference {
  readonly path: string;
  readonly vrs: string;
  readonly report: string;
}

type Print = (value: number) => string;
const decimals =
  (digits: number): Print =>
  (value) =>
    formatFixed(value, digits);

const sixFigures: Print = (value) => formatSignificant(value);

/**
 * How VRS prints a number, by the name of its innermost key; to hundredths where not named, which also tells counts apart.
 * Xmipp's own numbers come with six figures. Volumes are compared to six figures too: VRS takes the cube of the voxel size
 * along x where the header's three differ in the eighth.
 */
const PRINTED: Readonly<Record<string, Print>> = {
  level: decimals(4),
  mean: decimals(6),
  std: decimals(6),
  p: decimals(6),
  gaussianPercent: decimals(6),
  outlierRatio: decimals(6),
  slope: sixFigures,
  intercept: sixFigures,
  bFactor: sixFigures,
  inverseResolutionSquared: sixFigures,
  lnAmplitude: sixFigures,
  corrected: sixFigures,
  volume: sixFigures,
  rawVolume: sixFigures,
  mass: sixFigures,
  residues: sixFigures,
};
const TO_HUNDREDTHS = decimals(2);

/** Not printed: VRS draws its line from the printed slope and intercept. */
const DRAWN = "fitted";

const MEASURED = ["mass", "mask", "background", "bFactor", "localBFactor", "localOccupancy"];

/** Every number of VRS's run that the report does not print alike; integers and statuses exactly. */
export function printedDifferences(vrs: VrsReport, report: VrsReport): PrintedDifference[] {
  const checks = vrs.checks.filter(({ key }) => MEASURED.includes(key));
  return [
    ...compare(vrs.figures, report.figures, ["figures"]),
    ...checks.flatMap(({ key, status, measurements }) => {
      const own = report.checks.find((check) => check.key === key)!;
      return [
        ...differs(`${key}.status`, status.vrs, own.status.vrs),
        ...compare(measurements, own.measurements, [key]),
      ];
    }),
  ];
}

function compare(vrs: unknown, own: unknown, path: readonly string[]): PrintedDifference[] {
  if (path.at(-1) === DRAWN) return [];
  if (vrs !== null && typeof vrs === "object") {
    const [expected, got] = [vrs, own ?? {}] as Record<string, unknown>[];
    const lengths = Array.isArray(vrs) ? compare(vrs.length, got.length, [...path, "length"]) : [];
    return [...lengths, ...Object.keys(expected).flatMap((key) => compare(expected[key], got[key], [...path, key]))];
  }
  const print = printerFor(path);
  return differs(path.join("."), print(vrs), print(own));
}

function printerFor(path: readonly string[]): (value: unknown) => string {
  const key = path.findLast((part) => Number.isNaN(Number(part)))!;
  const print = PRINTED[key] ?? TO_HUNDREDTHS;
  return (value) => (typeof value === "number" ? print(value) : String(value));
}

function differs(path: string, vrs: string, report: string): PrintedDifference[] {
  return vrs === report ? [] : [{ path, vrs, report }];
}
