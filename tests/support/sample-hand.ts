import type { HandMeasurements } from "../../src/core/hand/hand.ts";

/** 0.h with this outcome; 40 helix-like places. */
export function handOf({
  score,
  outcome = "correct",
  reason = null,
}: {
  score: number | null;
  outcome?: HandMeasurements["evidence"]["outcome"];
  reason?: HandMeasurements["evidence"]["reason"];
}): HandMeasurements {
  const side = outcome === "mirrored" ? -1 : 1;
  return {
    method: { name: "helix cylinders", version: "3" },
    score,
    searchedShare: 1,
    evidence: {
      outcome,
      reason,
      t: score === null ? null : side * 3,
      abstention: 2,
      candidates: 500,
      helixCandidates: 40,
      expectedHelices: 55.5,
      meanLogRatio: side * 0.8,
      histogram: {
        edges: Array.from({ length: 21 }, (_, i) => (2 * (i - 10)) / 5),
        counts: Array.from({ length: 20 }, (_, i) => (i === 10 + 2 * side ? 40 : 0)),
      },
      helices: [{ centre: [20.5, 31, 40.25], direction: [0, 0, 1], probability: 0.97, logRatio: side }],
    },
  };
}
