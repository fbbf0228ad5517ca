import { proxy, releaseProxy } from "comlink";
import { fromErrorRecord, MapError } from "../core/errors.ts";
import type { JobName, JobOutcome, JobRequest, JobResponse } from "../../workers/protocol.ts";
import { cancelTeam, dismissTeam, makeTeamBlock } from "../../workers/team.ts";
import { handlesOf } from "../../workers/volumes.ts";
import type { EnginePlatform, SpawnedWorker } from "./platform.ts";

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number | null) => void;
}

/** A kernel memory may grow to 4 GiB; it starts at two pages. */
const PAGES = { initial: 2, maximum: 65536 };

/**
 * Starts workers, gives them jobs, and outlives them. Team jobs use every worker and run one at a time; solo jobs run
 * beside them on a worker of their own where memory is shared. A worker's death rejects its job with `worker.died`;
 * the next job finds new workers. Where memory is private, volumes die with the worker: `generation` counts that.
 */
export class WorkerPool {
  readonly #platform: EnginePlatform;
  readonly #groups: Record<"team" | "side", Promise<SpawnedWorker[]> | null> = { team: null, side: null };
  #turn: Promise<unknown> = Promise.resolve();
  #sideTurn: Promise<unknown> = Promise.resolve();
  #generation = 0;
  #disposed = false;

  constructor(platform: EnginePlatform) {
    this.#platform = platform;
  }

  /** Changes whenever private volumes have been lost. */
  get generation(): number {
    return this.#generation;
  }

  /** Runs a job on the whole team, after those already waiting. @throws MapError, or the signal's reason */
  team<Name extends JobName>(name: Name, request: JobRequest<Name>, options: JobOptions = {}): Promise<JobResponse<Name>> {
    const job = () => this.#run(name, request, options, "team");
    const result = this.#turn.then(job, job);
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Runs a job on one worker, not waiting for the team where memory is shared. */
  solo<Name extends JobName>(name: Name, request: JobRequest<Name>, options: JobOptions = {}): Promise<JobResponse<Name>> {
    if (this.#platform.memory === "private") return this.team(name, request, options);
    const job = () => this.#run(name, request, options, "side");
    const result = this.#sideTurn.then(job, job);
    this.#sideTurn = result.catch(() => {});
    return result;
  }

  /** Stops the workers and gives their memory back; the next job starts new ones. */
  recycle(): void {
    this.#stop("team");
    this.#stop("side");
  }

  dispose(): void {
    this.#disposed = true;
    this.recycle();
  }

  async #run<Name extends JobName>(
    name: Name,
    request: JobRequest<Name>,
    { signal, onProgress }: JobOptions,
    group: "team" | "side",
  ): Promise<JobResponse<Name>> {
    signal?.throwIfAborted();
    if (this.#disposed) throw new MapError("worker.died", "The engine has been stopped.");
    const workers = await this.#workers(group);
    const block = this.#platform.memory === "shared" ? makeTeamBlock() : null;
    const hear = proxy((fraction: number | null) => onProgress?.(fraction));
    const endings: Promise<never>[] = [anyDeath(workers)];
    if (signal) endings.push(aborted(signal));
    signal?.addEventListener("abort", () => block && cancelTeam(block), { once: true });
    const assistants = workers.slice(1).map((worker, i) => worker.door.assist(block!, i + 1, handlesOf(request)));
    const lead = workers[0]!.door.run(name, request as never, block, workers.length, hear) as Promise<JobOutcome<Name>>;
    try {
      const outcome = await Promise.race([lead, ...endings]);
      if ("error" in outcome) throw fromErrorRecord(outcome.error);
      if ("cancelled" in outcome) throw signal?.reason ?? new MapError("job.failed", "The step was stopped.");
      return outcome.response;
    } finally {
      await this.#settle(group, block, [lead, ...assistants], signal);
    }
  }

  /** Leaves the group ready for the next job: everyone home, or, where a job cannot be told to stop, new workers. */
  async #settle(
    group: "team" | "side",
    block: SharedArrayBuffer | null,
    calls: readonly Promise<unknown>[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if (block) dismissTeam(block);
    else if (signal?.aborted) this.#stop(group);
    const started = this.#groups[group];
    if (!started) return;
    const gone = started.then(anyDeath, () => {}).catch(() => {});
    await Promise.race([Promise.allSettled(calls), gone]);
  }

  #workers(group: "team" | "side"): Promise<SpawnedWorker[]> {
    const known = this.#groups[group];
    if (known) return known;
    const started = this.#start(group === "team" ? this.#platform.workers : 1);
    this.#groups[group] = started;
    const forget = () => {
      if (this.#groups[group] === started) this.#stop(group);
    };
    started.then((workers) => anyDeath(workers).catch(forget), forget);
    return started;
  }

  async #start(count: number): Promise<SpawnedWorker[]> {
    const { memory: kind, assets } = this.#platform;
    const kernels = await this.#platform.loadKernels(kind);
    const memory = kind === "shared" ? new WebAssembly.Memory({ ...PAGES, shared: true }) : null;
    const workers = Array.from({ length: kind === "shared" ? count : 1 }, () => this.#platform.spawn());
    const ready = Promise.all(workers.map((worker) => worker.door.setUp({ kernels, memory, assets })));
    await Promise.race([ready, anyDeath(workers)]);
    return workers;
  }

  #stop(group: "team" | "side"): void {
    const workers = this.#groups[group];
    this.#groups[group] = null;
    if (!workers) return;
    this.#generation++;
    void workers.then(
      (started) => started.forEach(retire),
      () => {},
    );
  }
}

/** Ends a worker; the proxy is released first so that nothing waits on a port that is gone. */
function retire(worker: SpawnedWorker): void {
  worker.door[releaseProxy]();
  worker.terminate();
}

/** Rejects with `worker.died` when any of these workers is gone. */
function anyDeath(workers: readonly SpawnedWorker[]): Promise<never> {
  return Promise.race(workers.map(({ death }) => death)).then((reason) => {
    const message = `A worker stopped (${reason}). What was measured before is kept; run this step again.`;
    throw new MapError("worker.died", message, { reason });
  });
}

/** Rejects with the signal's reason once it aborts. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
