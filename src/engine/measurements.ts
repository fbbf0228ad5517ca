import type { VolumeHandle } from "../../workers/handles.ts";
import type { JobName, JobRequest, JobResponse } from "../../workers/protocol.ts";
import { dilationSteps } from "../core/volume/components.ts";
import type { Grid } from "../core/volume/grid.ts";
import type { ProgressStep } from "./engine.ts";

/** What a check asks of the workers, under the name of a step of the run; equal questions are answered once. */
export type Ask = <Name extends JobName>(
  job: Name,
  request: JobRequest<Name>,
  asked: Asked,
) => Promise<JobResponse<Name>>;

/** A question's step, all that its answer depends on, and the share of the step's progress that it makes up. */
export interface Asked {
  readonly step: ProgressStep;
  readonly parameters: unknown;
  readonly share?: readonly [from: number, to: number];
}

/** What is asked of a map. `parameters` are plain data and part of the question; `signal` belongs to who asks. */
export interface Question {
  readonly mapId: string;
  readonly measurement: string;
  readonly parameters: unknown;
  readonly signal?: AbortSignal;
}

interface Answer {
  readonly value: Promise<unknown>;
  /** The value once it is there. */
  given?: unknown;
  readonly signal: AbortSignal | undefined;
}

/** Answers kept of one measurement of one map, the latest asked: those of a level hold its mask, a byte a voxel. */
const KEPT = 4;
/** Of those that hold a volume of float32 values or the runs of every component. */
const KEPT_LARGE = 2;
const LARGE: readonly string[] = ["localBFactor", "localOccupancy", "localResolution", "components"];

/**
 * What has been measured, by map, measurement and parameters. The same question asked twice, also while the first
 * answer is still being worked out, is computed once; a failure or an abort is forgotten, so it can be asked again.
 * The latest few answers of a measurement are kept.
 */
export class Measurements {
  readonly #answers = new Map<string, Answer>();
  readonly #onDropped: (volume: VolumeHandle) => void;

  /** @param onDropped hears of the large volumes whose answers make room for later ones; not of those forgotten with a map */
  constructor(onDropped: (volume: VolumeHandle) => void = () => {}) {
    this.#onDropped = onDropped;
  }

  /** The answer to a question, computed on first asking; an abort by who asked first is no answer for who asked second. */
  async ask<T>(question: Question, compute: () => Promise<T>): Promise<T> {
    const key = keyOf(question);
    const known = this.#answers.get(key);
    if (!known) {
      this.#makeRoom(question);
      return this.#compute(key, compute, question.signal);
    }
    try {
      return (await known.value) as T;
    } catch (error) {
      if (!known.signal?.aborted) throw error;
      return this.ask(question, compute);
    }
  }

  /** The answer that a question has been given before, or `undefined`; computes nothing and waits for nothing. */
  find<T>(question: Omit<Question, "signal">): T | undefined {
    return this.#answers.get(keyOf(question))?.given as T | undefined;
  }

  async #compute<T>(key: string, compute: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const value = compute();
    const answer: Answer = { value, signal };
    this.#answers.set(key, answer);
    try {
      const given = await value;
      answer.given = given;
      return given;
    } catch (error) {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
      throw error;
    }
  }

  #makeRoom(question: Question): void {
    const most = LARGE.includes(question.measurement) ? KEPT_LARGE : KEPT;
    const kept = [...this.#answers.keys()].filter((key) => key.startsWith(kindOf(question)));
    for (const key of kept.slice(0, Math.max(0, kept.length - most + 1))) {
      const given = this.#answers.get(key)?.given;
      this.#answers.delete(key);
      if (most === KEPT_LARGE && given) this.#onDropped(volumeOf(given as LargeAnswer));
    }
  }

  /** Forgets all that was measured on a map. */
  forget(mapId: string): void {
    for (const question of this.#answers.keys()) if (question.startsWith(`${mapId} `)) this.#answers.delete(question);
  }
}

/** Either a volume, or measurements with the volume that they are of. */
type LargeAnswer = VolumeHandle | { readonly volume: VolumeHandle };

function volumeOf(answer: LargeAnswer): VolumeHandle {
  return "volume" in answer ? answer.volume : answer;
}

function kindOf({ mapId, measurement }: Pick<Question, "mapId" | "measurement">): string {
  return `${mapId} ${measurement} `;
}

function keyOf(question: Omit<Question, "signal">): string {
  return kindOf(question) + JSON.stringify(question.parameters);
}

/** The parameters by which the segmentation of a level is asked for and found again. */
export function segmentationAt(level: number, { voxelSize }: Grid): { level: number; steps: number } {
  return { level, steps: dilationSteps(voxelSize[0]) };
}

/** What a local measurement depends on beside the map's voxels, by which it is asked for and found again. */
export function localParameters(run: { level: number; resolution: number | null; grid: Grid }): unknown {
  const { level, resolution, grid } = run;
  return { level, resolution, voxelSize: grid.voxelSize };
}
