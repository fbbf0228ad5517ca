import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "vite";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { leadTeam } from "../../workers/team.ts";
import { cancelTeam, dismissTeam, isCancelled, makeTeamBlock } from "../../workers/team-block.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import type { OrderedPhase, TeamOrder, TeamReply } from "./team-orders.ts";

const folder = temporaryFolder();
const workers: Worker[] = [];

beforeAll(async () => {
  const input = new URL("./team-worker.ts", import.meta.url).pathname;
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: { ssr: true, outDir: folder.path, rolldownOptions: { input, output: { entryFileNames: "worker.mjs" } } },
  });
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

/** A team of real threads over one block; `chunks` words to count in. */
function makeTeam(chunks: number) {
  const block = makeTeamBlock();
  const counts = new Int32Array(new SharedArrayBuffer(4 * chunks));
  const flags = new Int32Array(new SharedArrayBuffer(12));
  const start = () => {
    const workerData = { block, counts: counts.buffer, flags: flags.buffer };
    const worker = new Worker(pathToFileURL(folder.at("worker.mjs")), { workerData });
    workers.push(worker);
    return worker;
  };
  const send = (order: TeamOrder) => {
    const worker = start();
    const reply = new Promise<TeamReply>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
    worker.postMessage(order);
    return reply;
  };
  return {
    block,
    counts,
    flags,
    lead: (phases: readonly OrderedPhase[], size: number) => send({ role: "lead", size, phases }),
    assist: (index: number) => send({ role: "assist", index }),
  };
}

/** Phases of these sizes, each with words of its own to count in. */
function countingPhases(sizes: readonly number[]): OrderedPhase[] {
  let from = 0;
  return sizes.map((chunks) => {
    const phase = { name: "count", args: { from }, chunks };
    from += chunks;
    return phase;
  });
}

/** Lead and assistants through some phases; gives how each ended and what the assistants heard. */
async function work(team: ReturnType<typeof makeTeam>, phases: readonly OrderedPhase[], assistants: number) {
  const serving = Array.from({ length: assistants }, (_, i) => team.assist(i + 1));
  const { errors } = await team.lead(phases, assistants + 1);
  const replies = await Promise.all(serving);
  return { errors: errors!, heard: replies.flatMap(({ heard }) => heard!) };
}

describe("a team", () => {
  it.each([0, 1, 2, 3])("does every chunk of 400 phases exactly once with %i assistants", async (assistants) => {
    const sizes = Array.from({ length: 400 }, (_, i) => [0, 1, 2, 7, 1000, 3, 64, 0][i % 8]!);
    const phases = countingPhases(sizes);
    const team = makeTeam(sizes.reduce((a, b) => a + b));
    const { errors } = await work(team, phases, assistants);
    expect(errors.every((error) => error === null)).toBe(true);
    expect(team.counts.every((count) => count === 1)).toBe(true);
  });

  it("tells assistants the arguments whole", async () => {
    const args = {
      name: "Å³ ≠ 🧊 \u0000 \ud800",
      numbers: [Number.MAX_VALUE, Number.MIN_VALUE, 0.1, -1 / 3, 2 ** 53, -(2 ** 31)],
      nested: { list: [[], {}, null, true, '"\\\n'] },
    };
    const { errors, heard } = await work(makeTeam(2), [{ name: "hear", args, chunks: 2 }], 1);
    expect(errors).toEqual([null]);
    expect(JSON.parse(heard[0]!)).toEqual(args);
  });

  it("tells arguments that come again, and others between", async () => {
    const order = Array.from({ length: 300 }, (_, i) => [0, 0, 100, 0, 100, 100][i % 6]!);
    const phases = order.map((from) => ({ name: "count", args: { from }, chunks: 100 }));
    const team = makeTeam(200);
    const { errors } = await work(team, phases, 1);
    expect(errors.every((error) => error === null)).toBe(true);
    expect(team.counts.every((count) => count === 150)).toBe(true);
  });

  it("rejects a description that does not fit, and goes on", async () => {
    const long = { name: "count", args: { from: 0, more: "x".repeat(20_000) }, chunks: 5 };
    const team = makeTeam(5);
    const { errors } = await work(team, [long, ...countingPhases([5])], 1);
    expect(errors).toEqual([expect.objectContaining({ code: "job.failed" }), null]);
    expect([...team.counts]).toEqual([1, 1, 1, 1, 1]);
  });

  it("passes on the error of an assistant, with its code and its fields", async () => {
    const message = "3 values are no numbers, the first at voxel 1, 2, 3: „Å³“.";
    const { errors } = await work(
      makeTeam(1),
      [{ name: "failInAssistant", args: { message, length: 0 }, chunks: 1000 }],
      1,
    );
    expect(errors).toEqual([{ code: "map.nonFinite", message, fields: { index: [1, 2, 3] } }]);
  });

  it.each([2000, 200_000])("shortens an error of %i characters rather than lose it", async (length) => {
    const args = { message: "Å", length };
    const { errors } = await work(makeTeam(1), [{ name: "failInAssistant", args, chunks: 1000 }], 1);
    expect(errors).toMatchObject([{ code: "map.nonFinite", message: expect.stringMatching(/^Å{1000,2000}$/) }]);
  });

  it("ends a phase when the lead fails, and sends the assistants home", async () => {
    const { errors } = await work(makeTeam(1), [{ name: "failInLead", args: {}, chunks: 1000 }], 2);
    expect(errors).toEqual([{ code: "memory.exhausted", message: "No room.", fields: { megabytes: 7 } }]);
  });

  it("fails on a phase that assistants do not know", async () => {
    const stranger = { name: "stranger", work: () => {} };
    const { block, assist } = makeTeam(1);
    const assistant = assist(1);
    const team = leadTeam(block, 2, { index: 0 });
    const run = () => {
      for (const end = Date.now() + 10_000; Date.now() < end; ) team.run(stranger, {}, 1);
    };
    expect(run).toThrowError(expect.objectContaining({ code: "job.failed" }));
    team.dismiss();
    await assistant;
  });

  it("serves assistants that come late", async () => {
    const team = makeTeam(2);
    const leading = team.lead([{ name: "hear", args: {}, chunks: 2 }], 2);
    await expect.poll(() => Atomics.load(team.counts, 0)).toBe(1);
    expect((await team.assist(1)).heard).toEqual(["{}"]);
    expect((await leading).errors).toEqual([null]);
    expect([...team.counts]).toEqual([1, 1]);
  });
});

describe("a team that is told to stop", () => {
  it.each([0, 1, 2])("does no chunk beyond those begun, with %i assistants", async (assistants) => {
    const members = assistants + 1;
    const team = makeTeam(1000);
    const running = work(
      team,
      [{ name: "waitFromTen", args: { from: 0 }, chunks: 1000 }, ...countingPhases([5])],
      assistants,
    );
    await expect.poll(() => Atomics.load(team.flags, 2)).toBe(members);
    expect(isCancelled(team.block)).toBe(false);
    cancelTeam(team.block);
    Atomics.store(team.flags, 1, 1);
    Atomics.notify(team.flags, 1);
    expect((await running).errors).toEqual(["cancelled", "cancelled"]);
    expect(isCancelled(team.block)).toBe(true);
    expect(team.counts.reduce((a, b) => a + b)).toBe(10 + members);
  });

  it("sends its assistants home before any lead has come", async () => {
    const team = makeTeam(1);
    const early = team.assist(1);
    dismissTeam(team.block);
    const late = team.assist(2);
    expect(await Promise.all([early, late])).toEqual([{ heard: [] }, { heard: [] }]);
  });
});

describe("a team of one without shared memory", () => {
  it("does every chunk itself, in order", () => {
    const team = leadTeam(null, 1, { index: 0 });
    const done: number[] = [];
    team.run(
      { name: "count", work: (member, args: string, chunk) => done.push(member.index, args.length, chunk) },
      "ab",
      3,
    );
    expect(team.size).toBe(1);
    expect(done).toEqual([0, 2, 0, 0, 2, 1, 0, 2, 2]);
  });

  it("stops at the first error", () => {
    const done: number[] = [];
    const work = (_: unknown, __: unknown, chunk: number) => {
      done.push(chunk);
      if (chunk === 1) throw new RangeError("1");
    };
    expect(() => leadTeam(null, 1, { index: 0 }).run({ name: "count", work }, {}, 3)).toThrow(RangeError);
    expect(done).toEqual([0, 1]);
  });
});
