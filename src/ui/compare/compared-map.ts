import type { ErrorCode } from "../../core/errors.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import type { Report } from "../../report/report.ts";
import type { Fault } from "../messages.ts";
import type { Parameters } from "../state/parameters.ts";

export type ComparedParameters = Pick<Parameters, "contourLevel" | "contourSource" | "resolution">;

/** One of several maps: its file, what reading it told, and what was found. */
export interface ComparedMap {
  readonly id: number;
  readonly file: File;
  /** `waiting` for being read, `read` and ready to be measured. */
  readonly state: "waiting" | "reading" | "read" | "measuring" | "done" | "failed";
  /** What the header and the survey told; its voxels are no longer held. */
  readonly facts: Pick<OpenedMap, "grid" | "histogram" | "cell"> | null;
  readonly parameters: ComparedParameters;
  readonly report: Report | null;
  readonly fault: Fault | null;
}

const NOTHING_GIVEN: ComparedParameters = { contourLevel: 0, contourSource: "suggested", resolution: null };

/** A map of which nothing but the file is known. */
export function waitingMap(id: number, file: File): ComparedMap {
  return { id, file, state: "waiting", facts: null, parameters: NOTHING_GIVEN, report: null, fault: null };
}

/** Faults that lie in the moment and not in the map: another run may end well. */
const PASSING: readonly ErrorCode[] = ["worker.died", "memory.exhausted", "map.tooLarge", "job.failed"];

/** True for a map that the next run takes on. */
export function isAhead({ state, fault }: ComparedMap): boolean {
  return state === "waiting" || state === "read" || (fault !== null && PASSING.includes(fault.code));
}
