import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { evaluateHand } from "../../src/checks/hand.ts";
import { evaluateLocalBFactor } from "../../src/checks/local-b-factor.ts";
import { evaluateLocalOccupancy } from "../../src/checks/local-occupancy.ts";
import { evaluateLocalResolution } from "../../src/checks/local-resolution.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { handOf } from "../support/sample-hand.ts";
import { localBFactorOf, localOccupancyOf, localResolutionOf } from "../support/sample-local.ts";
import {
  emptyMaskReport,
  sampleBackground,
  sampleBFactor,
  sampleMask,
  sampleReport,
  sampleResult,
} from "../support/sample-report.ts";

const schema = JSON.parse(readFileSync(new URL("../../public/report.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, strictTypes: false });
const validate = ajv.compile(schema);

/** Errors of a report as it is written, empty when it is valid. */
function errorsOf(report: object): unknown[] {
  validate(JSON.parse(renderJson(report)));
  return validate.errors ?? [];
}

const FAILURE = {
  schemaVersion: 1,
  software: { name: "mapassay", version: "0.1.0" },
  input: { fileName: "broken.map" },
  error: {
    code: "map.truncated",
    message: "The file ends early.",
    fields: { expected: 1024, found: 12, box: [1, 2, 3], mode: null },
  },
};

describe("report.schema.json", () => {
  it.each([
    ["the sample", sampleReport()],
    ["the other reading", sampleReport({ reading: "vrs" })],
    [
      "all that may be given",
      sampleReport({ input: { title: "T", emdbId: "EMD-2111", depositionDate: "2012-05-31", resolution: null } }),
    ],
    ["an empty mask", emptyMaskReport()],
    ["no fit", sampleReport({ checks: [sampleBFactor(0, null)] })],
    [
      "local methods",
      sampleReport({
        checks: [
          evaluateLocalBFactor(localBFactorOf({ median: -400, offset: -50 }), { resolution: 4, anisotropy: 0 }),
          evaluateLocalResolution(localResolutionOf({ finest: 6, spread: 0.001, reportedPercentile: 0 }), 4),
          evaluateLocalOccupancy(localOccupancyOf({ median: 0.4, spread: 0.05 }), { anisotropy: 0 }),
        ],
      }),
    ],
    ["a hand", sampleReport({ checks: [evaluateHand(handOf({ score: 0.02 }))] })],
    [
      "no helix",
      sampleReport({ checks: [evaluateHand(handOf({ score: null, outcome: "undetermined", reason: "helices" }))] }),
    ],
    ["one component", sampleReport({ checks: [sampleMask([5000])] })],
    ["a masked map", sampleReport({ checks: [sampleBackground({ masked: true, constantFraction: 0.7 })] })],
    [
      "numbers that are none",
      sampleReport({
        checks: [sampleBackground({ vrs: { t: null, p: null, outlierPercent: Number.NaN, outlierRatio: Number.NaN } })],
      }),
    ],
    [
      "an own method",
      sampleReport({ checks: [sampleResult("hand", "warning", { codes: ["hand.flipped"], equivalent: true })] }),
    ],
    ["an extra field", { ...sampleReport(), createdAt: "2026-11-22T00:00:00Z", somethingNew: 1 }],
    ["an error", FAILURE],
  ])("accepts %s", (_, report) => {
    expect(errorsOf(report)).toEqual([]);
  });

  it.each<[string, (report: Editable) => void]>([
    [
      "another schema version",
      (r) => {
        r.schemaVersion = 2;
      },
    ],
    [
      "no score",
      (r) => {
        delete r.score;
      },
    ],
    [
      "an upper-case hash",
      (r) => {
        r.input.sha256 = r.input.sha256.toUpperCase();
      },
    ],
    [
      "a box of two",
      (r) => {
        r.input.box.pop();
      },
    ],
    [
      "a voxel size of zero",
      (r) => {
        r.input.voxelSize[0] = 0;
      },
    ],
    [
      "an unknown compression",
      (r) => {
        r.input.compression = "xz";
      },
    ],
    [
      "an unknown contour source",
      (r) => {
        r.input.contourSource = "guess";
      },
    ],
    [
      "seven checks",
      (r) => {
        r.checks.pop();
      },
    ],
    [
      "checks out of order",
      (r) => {
        r.checks.reverse();
      },
    ],
    [
      "an unknown verdict",
      (r) => {
        r.checks[0].status.vrs = "pass";
      },
    ],
    [
      "a warning without warnings",
      (r) => {
        r.checks[0].status.vrs = "warning";
      },
    ],
    [
      "warnings without a warning",
      (r) => {
        r.checks[1].status.corrected = "ok";
      },
    ],
    [
      "an unknown warning code",
      (r) => {
        r.checks[1].warnings.corrected[0].code = "mask.colour";
      },
    ],
    [
      "the code of another reading",
      (r) => {
        r.checks[3].status.vrs = "warning";
        r.checks[3].warnings.vrs = [{ code: "bFactor.notSharpened", message: "m" }];
      },
    ],
    [
      "a failure without a reason",
      (r) => {
        delete r.checks[4].reason;
      },
    ],
    [
      "a reason without need",
      (r) => {
        r.checks[0].reason = "because";
      },
    ],
    [
      "half of the readings",
      (r) => {
        delete r.checks[0].measurements.vrs;
      },
    ],
    [
      "a missing measurement",
      (r) => {
        delete r.checks[3].measurements.fitPoints;
      },
    ],
    [
      "a fraction of a voxel",
      (r) => {
        r.checks[1].measurements.rawVoxels = 1.5;
      },
    ],
    [
      "a p above 1",
      (r) => {
        r.checks[2].measurements.vrs.p = 1.01;
      },
    ],
    [
      "no mass measurements",
      (r) => {
        r.checks[0].measurements = {};
      },
    ],
    [
      "an error beside a report",
      (r) => {
        r.error = FAILURE.error;
      },
    ],
  ])("refuses %s", (_, edit) => {
    const report = JSON.parse(renderJson(sampleReport()));
    edit(report);
    expect(validate(report)).toBe(false);
  });

  it.each([
    ["a code without its room", { ...FAILURE, error: { ...FAILURE.error, code: "truncated" } }],
    ["no message", { ...FAILURE, error: { code: "map.truncated", fields: {} } }],
    ["no file name", { ...FAILURE, input: {} }],
  ])("refuses an error with %s", (_, failure) => {
    expect(validate(failure)).toBe(false);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: each case breaks the report's type on purpose
type Editable = any;
