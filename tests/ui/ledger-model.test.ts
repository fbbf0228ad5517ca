import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/checks/index.ts";
import { donePercent, gaugeOf, ledgerRows, runningSentence, stepText, timeLeft } from "../../src/ui/ledger/model.ts";
import { NO_RUN, type Run } from "../../src/ui/state/run.ts";
import {
  sampleBackground,
  sampleBFactor,
  sampleMask,
  sampleMass,
  sampleReport,
  sampleResult,
} from "../support/sample-report.ts";

const running = (changes: Partial<Run>): Run => ({ ...NO_RUN, state: "running", ...changes });

describe("ledger rows", () => {
  it("list every check in the report's order, whatever order results come in", () => {
    const { checks } = sampleReport();
    const rows = ledgerRows(running({ results: [...checks].reverse() }), "corrected");
    expect(rows.map((row) => row.key)).toEqual(CHECKS.map((check) => check.key));
    expect(rows.map((row) => row.state)).toEqual([
      "ok",
      "warning",
      "warning",
      "ok",
      "failed",
      "failed",
      "failed",
      "failed",
    ]);
  });

  it("say which check runs, which wait and which were cancelled", () => {
    const step = { step: "mask", fraction: 0.5, secondsLeft: null } as const;
    const states = (run: Run) => ledgerRows(run, "corrected").map((row) => row.state);
    expect(states(running({ results: [sampleMass()], step })).slice(0, 3)).toEqual(["ok", "running", "queued"]);
    expect(states({ ...NO_RUN, state: "cancelled", results: [sampleMass()] }).slice(0, 2)).toEqual(["ok", "cancelled"]);
  });

  it("follow the open reading", () => {
    const masked = sampleBackground({ masked: true });
    const row = (reading: "corrected" | "vrs") =>
      ledgerRows(running({ results: [masked] }), reading).find(({ key }) => key === "background")?.state;
    expect([row("corrected"), row("vrs")]).toEqual(["notApplicable", "warning"]);
  });
});

describe("progress in words", () => {
  it.each([
    [0, "Running: none of eight is done yet"],
    [1, "Running: one of eight is done"],
    [5, "Running: five of eight are done"],
  ])("after %i checks", (done, sentence) => expect(runningSentence(done)).toBe(sentence));

  it("counts checks alike and the running one in part", () => {
    const step = { step: "background", fraction: 0.4, secondsLeft: null } as const;
    expect(donePercent(running({ results: [sampleMass(), sampleMask()], step }))).toBe(30);
  });

  it("names what runs and the time left", () => {
    expect(stepText({ step: "bFactor", fraction: 0.5, secondsLeft: 1.06 })).toBe("B-factor · 1.1 s left");
    expect(stepText({ step: "figures", fraction: null, secondsLeft: null })).toBe("drawing the figures");
    expect(timeLeft(200)).toBe("3 min left");
  });
});

describe("gauges", () => {
  it("show the deciding number against its interval", () => {
    expect(gaugeOf(sampleMass([16, 40]), "corrected")).toMatchObject({ value: 12.5, allowed: [0, 20] });
    expect(gaugeOf(sampleMask([900, 50, 20, 10, 10, 5, 5]), "corrected")).toMatchObject({ value: 2, allowed: [0, 5] });
    expect(gaugeOf(sampleBackground(), "corrected")).toMatchObject({ value: 1.21, allowed: [0, 1] });
    expect(gaugeOf(sampleBackground(), "vrs")).toMatchObject({ value: 21454.61, allowed: [0, 20] });
    expect(gaugeOf(sampleBFactor(-100), "corrected")).toMatchObject({ value: -400, allowed: [-300, 0] });
  });

  it("are left out where nothing is judged", () => {
    expect(gaugeOf(sampleBackground({ masked: true }), "corrected")).toBeNull();
    expect(gaugeOf(sampleBFactor(-100, null), "vrs")).toBeNull();
    expect(gaugeOf(sampleResult("hand", "failed"), "corrected")).toBeNull();
  });
});
