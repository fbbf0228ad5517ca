import { proxy, releaseProxy } from "comlink";
import type { JobName, JobOutcome, JobRequest, JobResponse } from "../../workers/protocol.ts";
import { cancelTeam, dismissTeam, makeTeamBlock } from "../../workers/team-block.ts";
import { handlesOf } from "../../workers/volumes.ts";
import { fromErrorRecord, MapError } from "../core/errors.ts";
import type { EnginePlatform, SpawnedWorker } from "./platform.ts";

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number | null) => void;
}

/** Milliseconds that a job may take to stop after it was cancelled; then its workers are ended. */
const PATIENCE = 10_000;

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
  team<Name extends JobName>(
    name: Name,
    request: JobRequest<Name>,
    options: JobOptions = {},
  ): Promise<JobResponse<Name>> {
    const job = () => this.#run(name, request, options, "team");
    const result = this.#turn.then(job, job);
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Runs a job on one worker, not waiting for the team where memory is shared. */
  solo<Name extends JobName>(
    name: Name,
    request: JobRequest<Name>,
    options: JobOptions = {},
  ): Promise<JobResponse<Name>> {
    if (this.#platform.memory === "private") return this.team(name, request, options);
    const job = () => this.#run(name, request, options, "side");
    const result = this.#sideTurn.then(job, job);
    this.#sideTurn = result.catch(() => {});
    return result;
  }

  /** Gives the workers' memory back once the jobs already asked for are done; the job after them starts new workers. */
  recycle(): void {
    this.#turn = this.#turn.then(() => this.#stop("team"));
    this.#sideTurn = this.#sideTurn.then(() => this.#stop("side"));
  }

  /** Stops the workers at once; jobs at hand reject with `worker.died`. */
  dispose(): void {
    this.#disposed = true;
    this.#stop("team");
    this.#stop("side");
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
    signal?.throwIfAborted();
    const block = this.#platform.memory === "shared" ? makeTeamBlock() : null;
    const hear = proxy((fraction: number | null) => onProgress?.(fraction));
    const abort = listenForAbort(signal, () => (block ? cancelTeam(block) : this.#stop(group)));
    const assistants = workers.slice(1).map((worker, i) => worker.door.assist(block!, i + 1, handlesOf(request)));
    const lead = workers[0]!.door.run(name, request as never, block, workers.length, hear) as Promise<JobOutcome<Name>>;
    try {
      const outcome = await Promise.race([lead, anyDeath(workers), abort.rejection]);
      if ("error" in outcome) throw fromErrorRecord(outcome.error);
      if ("cancelled" in outcome) throw signal?.reason ?? new MapError("job.failed", "The step was stopped.");
      return outcome.response;
    } finally {
      abort.ignore();
      if (block) dismissTeam(block);
      const impatience = signal?.aborted ? setTimeout(() => this.#stop(group), PATIENCE) : undefined;
      await this.#everyoneHome(group, [lead, ...assistants]);
      clearTimeout(impatience);
    }
  }

  /** Waits until the group is ready for the next job; workers that are gone are not waited for. */
  async #everyoneHome(group: "team" | "side", calls: readonly Promise<unknown>[]): Promise<void> {
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
    try {
      await Promise.race([ready, anyDeath(workers)]);
      return workers;
    } catch (error) {
      workers.forEach(retire);
      throw error;
    }
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

/** `rejection` rejects with the signal's reason once it aborts, after `halt` was called; never, once ignored. */
function listenForAbort(
  signal: AbortSignal | undefined,
  halt: () => void,
): { rejection: Promise<never>; ignore(): void } {
  let hear = () => {};
  const rejection = new Promise<never>((_, reject) => {
    hear = () => {
      halt();
      reject(signal?.reason);
    };
  });
  signal?.addEventListener("abort", hear, { once: true });
  return { rejection, ignore: () => signal?.removeEventListener("abort", hear) };
}
