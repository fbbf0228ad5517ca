import type { MapHandle } from "../../workers/handles.ts";
import type { Survey } from "../../workers/protocol.ts";
import type { CheckResult } from "../checks/check.ts";
import type { RunOptions, ValidationParameters } from "./engine.ts";

/** What one validation is about. */
export interface RunFacts {
  readonly mapId: string;
  /** With the voxel size that the user chose. */
  readonly map: MapHandle;
  readonly survey: Survey;
  readonly parameters: ValidationParameters;
  readonly options: RunOptions & { readonly onCheck?: (result: CheckResult) => void };
}
