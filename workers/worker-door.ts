import type { ErrorRecord } from "../src/core/errors.ts";
import type { FontFiles } from "../src/report/pdf/fonts.ts";
import type { VolumeHandle } from "./handles.ts";
import type { JobName, JobOutcome, JobRequest } from "./protocol.ts";

/** What a worker is given once, before its first job. */
export interface WorkerSetup {
  readonly kernels: WebAssembly.Module;
  /** The kernel memory of the whole pool, or `null` where memory is not shared: the worker then makes its own. */
  readonly memory: WebAssembly.Memory | null;
  /** Addresses of what jobs load lazily. */
  readonly assets: { readonly fonts: FontFiles };
}

/** The calls a worker answers, over comlink. */
export interface WorkerDoor {
  setUp(setup: WorkerSetup): void;
  /** Runs a job; with a `team` block this worker leads the members that assist. Hears progress as a fraction. */
  run<Name extends JobName>(
    name: Name,
    request: JobRequest<Name>,
    team: SharedArrayBuffer | null,
    members: number,
    onProgress: (fraction: number | null) => void,
  ): Promise<JobOutcome<Name>>;
  /** Works on the phases that the lead of `team` hands out, until the lead dismisses it. */
  assist(team: SharedArrayBuffer, member: number, volumes: readonly VolumeHandle[]): ErrorRecord | null;
}
