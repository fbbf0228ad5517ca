import { expect, it } from "vitest";
import type { Progress } from "../../src/engine/engine.ts";
import { measurementsOf } from "../../src/report/measured.ts";
import { createLocalEngine } from "../support/local-engine.ts";
import { T32, t32File } from "../support/phantom.ts";

it("measures the local methods where memory is private, with progress that only goes forward", async () => {
  const engine = createLocalEngine();
  const { id } = await engine.open({ file: new File([t32File()], "T32.mrc") }, { voxelSize: T32.voxelSize });
  const heard: Progress[] = [];
  const parameters = { contourLevel: T32.contourLevel, contourSource: "user", resolution: 6 } as const;
  const { report } = await engine.validate(id, parameters, { onProgress: (progress) => heard.push(progress) });
  expect(measurementsOf(report, "localBFactor")?.vrs.percentiles.p50).toBeCloseTo(-323.595, 2);
  expect(measurementsOf(report, "localOccupancy")?.percentiles.p25).toBe(0.25);
  expect(report.checks.map(({ id }) => id)).toEqual(["0.a", "0.b", "0.c", "0.d", "0.e", "0.f", "0.g", "0.h"]);
  const fractions = heard.filter(({ step }) => step === "localBFactor").map(({ fraction }) => fraction ?? 0);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  engine.dispose();
});
