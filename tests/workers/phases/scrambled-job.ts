import { expect } from "vitest";
import type { Grid, Triple } from "../../../src/core/volume/grid.ts";
import type { FontFiles } from "../../../src/report/pdf/fonts.ts";
import type { MapHandle } from "../../../workers/handles.ts";
import type { JobContext } from "../../../workers/job.ts";
import { Arena, type Kernel } from "../../../workers/kernels/kernel.ts";
import { PHASES } from "../../../workers/phases/index.ts";
import type { Team } from "../../../workers/team.ts";
import { VolumeStore } from "../../../workers/volumes.ts";
import { makeKernel } from "../../support/kernel.ts";
import { seededRandom } from "../../support/random.ts";

/** A map and all that a job needs, in this thread. */
export interface TestJob {
  readonly context: JobContext;
  readonly map: MapHandle;
  /** Longest description of a phase that crossed to the assistants, characters. */
  longestMessage(): number;
}

export interface TestJobOptions {
  readonly box: Triple;
  readonly voxels: Float32Array;
  readonly memory?: "shared" | "private";
  /** `plain`: one worker, chunks in order. `scrambled`: three take chunks in any order, in memory full of old numbers. */
  readonly team?: "plain" | "scrambled";
}

const OLD_NUMBERS = { pages: 512, byte: 0xab };

export function makeTestJob({ box, voxels, memory = "shared", team = "plain" }: TestJobOptions): TestJob {
  const { kernel } = makeKernel(memory);
  if (team === "scrambled") {
    kernel.memory.grow(OLD_NUMBERS.pages);
    new Uint8Array(kernel.memory.buffer, 65536 * 2).fill(OLD_NUMBERS.byte);
  }
  const volumes = new VolumeStore();
  const allocateVolume = (bytes: number) =>
    memory === "shared" ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  const buffer = allocateVolume(4 * voxels.length);
  new Float32Array(buffer).set(voxels);
  const grid: Grid = { box, voxelSize: [2, 2, 2], origin: [0, 0, 0] };
  const messages: number[] = [];
  const context: JobContext = {
    self: { index: 0, kernel, volumes },
    team: team === "plain" ? plainTeam(kernel, volumes) : scrambledTeam(kernel, volumes, messages),
    arena: new Arena(kernel.memory),
    platform: {
      openSource: () => expect.unreachable("a job that reads no file"),
      loadBytes: () => expect.unreachable("a job that loads nothing"),
    },
    assets: { fonts: {} as FontFiles },
    progress() {},
    throwIfAborted() {},
    handOver() {},
    allocateVolume,
  };
  return { context, map: { ...volumes.keep("map", buffer), grid }, longestMessage: () => Math.max(0, ...messages) };
}

function plainTeam(kernel: Kernel, volumes: VolumeStore): JobContext["team"] {
  return {
    size: 1,
    run({ work }, args, chunks) {
      for (let chunk = 0; chunk < chunks; chunk++) work({ index: 0, kernel, volumes }, args, chunk);
    },
  };
}

/** Three members, of whom two know a phase only by its name and its arguments as JSON. */
function scrambledTeam(kernel: Kernel, volumes: VolumeStore, messages: number[]): Team<JobContext["self"]> {
  const random = seededRandom(5);
  const anyOf = (count: number) => Math.floor((random() + 0.5) * count);
  return {
    size: 3,
    run({ name, work }, args, chunks) {
      const json = JSON.stringify({ name, args });
      messages.push(json.length);
      const byName = PHASES.get(name) ?? expect.unreachable(`${name} is not registered`);
      const left = Array.from({ length: chunks }, (_, chunk) => chunk);
      while (left.length > 0) {
        const [chunk] = left.splice(anyOf(left.length), 1);
        const member = { index: anyOf(3), kernel, volumes };
        if (member.index === 0) work(member, args, chunk!);
        else byName(member, JSON.parse(json).args as never, chunk!);
      }
    },
  };
}
