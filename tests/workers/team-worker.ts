import { parentPort, workerData } from "node:worker_threads";
import { MapError, toErrorRecord } from "../../src/core/errors.ts";
import { assistTeam, Cancelled, leadTeam } from "../../workers/team.ts";
import type { TeamOrder, TeamReply } from "./team-orders.ts";

/**
 * A worker that leads or assists a team through phases that only count. `counts` has a word a chunk; `flags` are there
 * to wait for each other: 0 counts the chunks of assistants, 1 lets them go on, 2 counts members that wait for it.
 */
const { block, counts, flags } = workerData as Record<"block" | "counts" | "flags", SharedArrayBuffer>;
const tally = new Int32Array(counts);
const signals = new Int32Array(flags);
const heard: string[] = [];

interface TestMember {
  readonly index: number;
}

type Work = (member: TestMember, args: never, chunk: number) => void;

interface Failure {
  readonly message: string;
  readonly length: number;
}

const PHASES = new Map<string, Work>([
  ["count", (_, { from }: { from: number }, chunk) => count(from, chunk)],
  ["hear", (member, args: unknown, chunk) => hear(member, args, chunk)],
  ["failInAssistant", ({ index }, failure: Failure) => failInAssistant(index, failure)],
  ["failInLead", ({ index }) => failInLead(index)],
  ["waitFromTen", (_, { from }: { from: number }, chunk) => waitFromTen(from, chunk)],
]);

function count(from: number, chunk: number): void {
  Atomics.add(tally, from + chunk, 1);
}

/** Assistants write down what they are told; the lead waits for one of them. */
function hear({ index }: TestMember, args: unknown, chunk: number): void {
  count(0, chunk);
  if (index !== 0) heard.push(JSON.stringify(args));
  meet(index);
}

/** Fails with the message, repeated up to a length. */
function failInAssistant(index: number, { message, length }: Failure): void {
  meet(index);
  if (index !== 0) throw new MapError("map.nonFinite", message.padEnd(length, message), { index: [1, 2, 3] });
}

/** The lead fails once an assistant is at work; that one goes on only then, so it cannot take every chunk. */
function failInLead(index: number): void {
  meet(index);
  if (index !== 0) return void Atomics.wait(signals, 1, 0, 10_000);
  Atomics.store(signals, 1, 1);
  Atomics.notify(signals, 1);
  throw new MapError("memory.exhausted", "No room.", { megabytes: 7 });
}

function waitFromTen(from: number, chunk: number): void {
  count(from, chunk);
  if (chunk < 10) return;
  Atomics.add(signals, 2, 1);
  Atomics.wait(signals, 1, 0, 10_000);
}

/** The lead waits until an assistant has come; an assistant goes on. */
function meet(index: number): void {
  if (index === 0) Atomics.wait(signals, 0, 0, 10_000);
  else if (Atomics.add(signals, 0, 1) === 0) Atomics.notify(signals, 0);
}

function obey(order: TeamOrder): TeamReply {
  if (order.role === "assist") {
    assistTeam(block, { index: order.index }, PHASES);
    return { heard };
  }
  const team = leadTeam(block, order.size, { index: 0 });
  const errors = order.phases.map(({ name, args, chunks }) => {
    try {
      team.run(
        { name, work: PHASES.get(name)! as (member: TestMember, args: unknown, chunk: number) => void },
        args,
        chunks,
      );
      return null;
    } catch (error) {
      return error instanceof Cancelled ? ("cancelled" as const) : toErrorRecord(error);
    }
  });
  team.dismiss();
  return { errors };
}

parentPort!.on("message", (order: TeamOrder) => parentPort!.postMessage(obey(order)));
