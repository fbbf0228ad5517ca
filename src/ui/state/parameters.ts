import type { OpenedMap, ValidationParameters } from "../../engine/engine.ts";

/** What the user has said so far; `null` is "not given". */
export interface Parameters {
  readonly contourLevel: number;
  readonly contourSource: ValidationParameters["contourSource"];
  readonly resolution: number | null;
  /** kDa. */
  readonly molecularMass?: number | null;
  /** For the report's front page; empty is not given. */
  readonly title?: string | undefined;
  readonly emdbId?: string | undefined;
  readonly depositionDate?: string | undefined;
}

/** What stands until the user says something: the suggested level, or three deviations above the mean where nothing is suggested. */
export function firstParameters({ contourSuggestions, statistics }: OpenedMap): Parameters {
  const contourLevel = contourSuggestions[0]?.level ?? statistics.mean + 3 * statistics.std;
  return { contourLevel, contourSource: "suggested", resolution: null };
}
