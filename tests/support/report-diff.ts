/** What CONTRACT's tolerances are applied to: a report's JSON, of which only these parts are compared. */
export interface ComparedReport {
  readonly input: { readonly statistics: { readonly std: number } };
  readonly figures: unknown;
  readonly checks: readonly ComparedCheck[];
}

export interface ComparedCheck {
  readonly key: string;
  readonly status: Readonly<Record<string, string>>;
  readonly warnings: Readonly<Record<string, readonly { readonly code: string }[]>>;
  readonly measurements: unknown;
}

/** One place where a report does not agree with its reference. */
export interface Difference {
  readonly kind: "missing" | "length" | "value" | "integer" | "real" | "status" | "warnings";
  /** Keys from the top, joined by points. */
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

const READINGS = ["corrected", "vrs"] as const;
const NAMES_OF_THE_FILE = ["input.fileName", "input.compression", "input.contourSource"];

/**
 * Every value of the reference against the report, by the tolerances of the report's contract: integers, statuses and
 * codes exactly; reals to a relative 1e-5 or an absolute 1e-6 of the map's standard deviation; effective voxels and their
 * t to 1e-3; p to an absolute 1e-9. What only the report has is not looked at.
 */
export function reportDifferences(
  reference: ComparedReport,
  report: ComparedReport,
  { checks }: { readonly checks: readonly string[] },
): Difference[] {
  const scale = reference.input.statistics.std || 1;
  const parts = (["input", "figures"] as const).flatMap((part) =>
    compare(reference[part], report[part], { path: [part], scale }),
  );
  const expected = reference.checks.filter(({ key }) => checks.includes(key));
  return [...parts, ...expected.flatMap((check) => checkDifferences(check, report, scale))];
}

function checkDifferences(expected: ComparedCheck, report: ComparedReport, scale: number): Difference[] {
  const { key } = expected;
  const got = report.checks.find((check) => check.key === key);
  if (!got) return [{ kind: "missing", path: key, expected: key, got: undefined }];
  const verdicts = READINGS.flatMap((reading): Difference[] => {
    const path = `${key}.${reading}`;
    const codes = [expected, got].map((check) => check.warnings[reading].map(({ code }) => code));
    return [
      ...differs("status", path, expected.status[reading], got.status[reading]),
      ...differs("warnings", path, codes[0].join(), codes[1].join()),
    ];
  });
  return [...compare(expected.measurements, got.measurements, { path: [key], scale }), ...verdicts];
}

function differs(kind: Difference["kind"], path: string, expected: unknown, got: unknown): Difference[] {
  return expected === got ? [] : [{ kind, path, expected, got }];
}

/** Where a value lies in a report, and how far it may be off. */
interface Place {
  readonly path: readonly string[];
  /** Standard deviation of the map. */
  readonly scale: number;
}

function compare(expected: unknown, got: unknown, { path, scale }: Place): Difference[] {
  const place = path.join(".");
  if (NAMES_OF_THE_FILE.includes(place)) return [];
  if (Array.isArray(expected)) {
    const lengths = [expected.length, Array.isArray(got) ? got.length : got];
    if (lengths[0] !== lengths[1]) return [{ kind: "length", path: place, expected: lengths[0], got: lengths[1] }];
    return expected.flatMap((value, i) => compare(value, (got as unknown[])[i], { path: [...path, `${i}`], scale }));
  }
  if (isObject(expected)) {
    return Object.entries(expected).flatMap(([key, value]) => {
      const below = { path: [...path, key], scale };
      if (isObject(got) && key in got) return compare(value, got[key], below);
      return differs("missing", below.path.join("."), value, undefined);
    });
  }
  if (typeof expected !== "number" || typeof got !== "number") return differs("value", place, expected, got);
  const whole = Number.isInteger(expected);
  const agrees = whole
    ? Math.abs(expected - got) <= ROUNDING * Math.abs(expected)
    : agree(expected, got, { path, scale });
  return agrees ? [] : [{ kind: whole ? "integer" : "real", path: place, expected, got }];
}

/** JSON does not tell 20 from 20.0: a whole number is held to the last bits, which no count can differ by. */
const ROUNDING = 1e-13;

function agree(expected: number, got: number, { path, scale }: Place): boolean {
  const key = path.at(-1)!;
  const size = Math.abs(expected);
  const off = Math.abs(expected - got);
  if (path.includes("percentiles") && path[0] === "localBFactor") return off <= Math.max(0.5, 0.002 * size);
  if (path.includes("percentiles") && path[0] === "localOccupancy") return off <= 1e-6;
  const estimated = path.at(-2) === "corrected" && ["effectiveVoxels", "t"].includes(key);
  const relative = (estimated ? 1e-3 : 1e-5) * Math.max(size, Math.abs(got));
  return off <= Math.max(relative, key === "p" ? 1e-9 : 1e-6 * scale);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object";
}
