import { transfer } from "comlink";
import { type ErrorRecord, MapError, toErrorRecord } from "../src/core/errors.ts";
import type { VolumeHandle } from "./handles.ts";
import type { ComputeMember, Job, JobContext, WorkerPlatform } from "./job.ts";
import { JOBS } from "./jobs/index.ts";
import { Arena, bindKernels, type Kernel } from "./kernels/kernel.ts";
import { PHASES } from "./phases/index.ts";
import type { JobName, JobOutcome, JobRequest } from "./protocol.ts";
import { assistTeam, Cancelled, leadTeam } from "./team.ts";
import { isCancelled } from "./team-block.ts";
import { handlesOf, VolumeStore } from "./volumes.ts";
import type { WorkerDoor, WorkerSetup } from "./worker-door.ts";

/** The calls of one worker, ready to be exposed; plain functions, so tests call them without a worker. */
export function makeWorkerDoor(platform: WorkerPlatform): WorkerDoor {
  const volumes = new VolumeStore();
  let kernel: Kernel | null = null;
  let setup: WorkerSetup | null = null;

  const member = (index: number): ComputeMember => {
    if (!kernel) throw new MapError("job.failed", "The worker was used before it was set up.");
    return { index, kernel, volumes };
  };

  return {
    setUp(given) {
      setup = given;
      kernel = bindKernels(given.kernels, given.memory ?? new WebAssembly.Memory({ initial: 2 }));
    },

    async run(name, request, block, members, onProgress) {
      const self = member(0);
      volumes.learn(handlesOf(request));
      const team = leadTeam(block, members, self);
      const moved: ArrayBuffer[] = [];
      const context: JobContext = {
        self,
        team,
        arena: new Arena(self.kernel.memory),
        platform,
        assets: setup!.assets,
        progress: throttled(onProgress),
        throwIfAborted: () => {
          if (block && isCancelled(block)) throw new Cancelled();
        },
        handOver: (arrays) => void moved.push(...arrays.map(({ buffer }) => buffer)),
        allocateVolume: (bytes) => allocateVolume(bytes, setup!.memory !== null),
      };
      try {
        const outcome = await perform(name, request, context);
        return "response" in outcome ? transfer(outcome, moved) : outcome;
      } finally {
        team.dismiss();
        if (setup!.memory) volumes.release(handlesOf(request).map(({ id }) => id));
      }
    },

    assist(block, index, handles: readonly VolumeHandle[]): ErrorRecord | null {
      try {
        volumes.learn(handles);
        assistTeam(block, member(index), PHASES);
        volumes.release(handles.map(({ id }) => id));
        return null;
      } catch (error) {
        return toErrorRecord(error);
      }
    },
  };
}

async function perform<Name extends JobName>(
  name: Name,
  request: JobRequest<Name>,
  context: JobContext,
): Promise<JobOutcome<Name>> {
  try {
    const job = JOBS[name] as Job<Name>;
    return { response: await job(request, context) };
  } catch (error) {
    return error instanceof Cancelled ? { cancelled: true } : { error: toErrorRecord(error) };
  }
}

function allocateVolume(bytes: number, shared: boolean): ArrayBufferLike {
  try {
    return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  } catch (cause) {
    const megabytes = Math.ceil(bytes / 2 ** 20);
    const message = `The map needs ${megabytes} MiB of memory, which could not be had. Close other tabs, or bin the map first.`;
    throw new MapError("map.tooLarge", message, { megabytes }, cause);
  }
}

/** Passes on at most one message a percent, so that a busy job does not flood the page. */
function throttled(onProgress: (fraction: number | null) => void): (fraction: number | null) => void {
  let last: number | null | undefined;
  return (fraction) => {
    const percent = fraction === null ? null : Math.floor(fraction * 100);
    if (percent === last) return;
    last = percent;
    onProgress(fraction);
  };
}
