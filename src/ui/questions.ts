import type { CheckKey } from "../checks/check.ts";

/** What each check asks, in one line. */
export const QUESTIONS: Readonly<Record<CheckKey, string>> = {
  mass: "Is the molecule in the middle, with room around it?",
  mask: "Is it one piece at this level?",
  background: "Is the noise outside flat and free of structure?",
  bFactor: "Does the amplitude fall as it should?",
  localResolution: "Does any part reach what is reported?",
  localBFactor: "Is the fall-off plausible everywhere?",
  localOccupancy: "Is density full or partial?",
  hand: "Are the helices right-handed?",
};
