import type { ByteSource } from "../src/core/mrc/source.ts";
import type { Arena, Kernel } from "./kernels/kernel.ts";
import type { JobMap, JobName, WorkerSource } from "./protocol.ts";
import type { StreamHash } from "./reading/stream-hash.ts";
import type { Member, Team } from "./team.ts";
import type { VolumeStore } from "./volumes.ts";
import type { WorkerSetup } from "./worker-door.ts";

/** A worker as the phases of a job see it. */
export interface ComputeMember extends Member {
  readonly kernel: Kernel;
  readonly volumes: VolumeStore;
}

/** What the platform gives to jobs: how a source is opened and how an asset is loaded. */
export interface WorkerPlatform {
  openSource(source: WorkerSource): ByteSource | Promise<ByteSource>;
  /** SHA-256, where the platform has a faster one than the portable. */
  makeHash?(): StreamHash;
  loadBytes(address: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** What a job may use. */
export interface JobContext {
  readonly self: ComputeMember;
  readonly team: Team<ComputeMember>;
  /** Kernel memory of this job; all of it is given back when the job ends. */
  readonly arena: Arena;
  readonly platform: WorkerPlatform;
  readonly assets: WorkerSetup["assets"];
  /** 0…1, or `null` while it cannot be told. */
  progress(fraction: number | null): void;
  /** @throws Cancelled once the caller has aborted; phases look by themselves */
  throwIfAborted(): void;
  /** Moves these arrays to the caller with the response, which holds them, in place of copying them. They must own their buffers. */
  handOver(arrays: readonly ArrayBufferView<ArrayBuffer>[]): void;
  /** Memory for a volume at rest: shared where the pool shares memory. @throws map.tooLarge */
  allocateVolume(bytes: number): ArrayBufferLike;
}

/** One job: a pure function of its request and the volumes it names. */
export type Job<Name extends JobName> = (
  request: JobMap[Name]["request"],
  context: JobContext,
) => JobMap[Name]["response"] | Promise<JobMap[Name]["response"]>;
