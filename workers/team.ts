import { fromErrorRecord, MapError } from "../src/core/errors.ts";
import {
  ACTIVE,
  ARGUMENTS,
  CANCEL,
  CHUNKS,
  DISMISSED,
  dismissTeam,
  FAILED,
  NEXT,
  OPEN,
  PHASE,
  PHASE_NAME,
  PHASE_TEXT,
  wordsOf,
} from "./team-block.ts";
import { describeError, readText, writeText } from "./team-message.ts";

/**
 * Several workers on one job. The lead hands out the chunks of a phase through an atomic counter in a shared block and
 * takes part itself; the assistants serve until dismissed. A phase ends when every chunk is done: one barrier a phase.
 * The main thread takes no part, so a busy page does not slow the numbers. Chunks write to their own places, so results
 * do not depend on who did them.
 */

/** One step of a job that can be cut into independent chunks. It is registered by name so that assistants find it. */
export interface Phase<Args> {
  readonly name: string;
  readonly work: (member: Member, args: Args, chunk: number) => void;
}

/** What a phase sees of the worker that it runs on. */
export interface Member {
  /** 0 for the lead. */
  readonly index: number;
}

/** What a job sees of its team. */
export interface Team<M extends Member> {
  readonly size: number;
  /** Does `chunks` chunks of a phase. `args` are plain data. @throws cancellation, or the error of a chunk */
  run<Args>(
    phase: { readonly name: string; readonly work: (member: M, args: Args, chunk: number) => void },
    args: Args,
    chunks: number,
  ): void;
}

/** Thrown inside a job whose caller has aborted; never shown. */
export class Cancelled extends Error {}

/** How often a member looks before it goes to sleep. */
const LOOKS = 20_000;
/** The lead's side. `block` is `null` for a team of one without shared memory. */
export function leadTeam<M extends Member>(
  block: SharedArrayBuffer | null,
  size: number,
  self: M,
): Team<M> & { dismiss(): void } {
  if (!block) return { size: 1, run: (phase, args, chunks) => runAlone(self, phase, args, chunks), dismiss: () => {} };
  const words = wordsOf(block);
  let said = "";
  return {
    size,
    run(phase, args, chunks) {
      throwIfCancelled(words);
      said = tellPhase(block, { name: phase.name, args: JSON.stringify(args), said });
      Atomics.store(words, NEXT, 0);
      Atomics.store(words, CHUNKS, chunks);
      Atomics.store(words, OPEN, 1);
      Atomics.add(words, PHASE, 1);
      Atomics.notify(words, PHASE);
      try {
        takeChunks(words, (chunk) => phase.work(self, args, chunk));
      } catch (error) {
        Atomics.store(words, NEXT, chunks);
        throw error;
      } finally {
        Atomics.store(words, OPEN, 0);
        waitForAssistants(words);
      }
      if (Atomics.load(words, FAILED) === 1) throw fromErrorRecord(JSON.parse(readText(block, PHASE_TEXT)));
      throwIfCancelled(words);
    },
    dismiss: () => dismissTeam(block),
  };
}

/**
 * Writes down what is to be done; arguments only where they are others than those said last, as those of a transform's four
 * phases are not. @returns the arguments
 */
function tellPhase(
  block: SharedArrayBuffer,
  { name, args, said }: { readonly name: string; readonly args: string; readonly said: string },
): string {
  writeText(block, PHASE_NAME, name);
  if (args === said) return said;
  writeText(block, PHASE_TEXT, args);
  Atomics.add(wordsOf(block), ARGUMENTS, 1);
  return args;
}

/** An assistant's side: blocks its worker until dismissed. */
export function assistTeam<M extends Member>(
  block: SharedArrayBuffer,
  self: M,
  phases: ReadonlyMap<string, (member: M, args: never, chunk: number) => void>,
): void {
  const words = wordsOf(block);
  const heard: Heard = { change: 0, args: undefined as never };
  for (;;) {
    const seen = Atomics.load(words, PHASE);
    if (Atomics.load(words, DISMISSED) === 1) return;
    Atomics.add(words, ACTIVE, 1);
    // Only now is the message safe to read: the lead waits for ACTIVE = 0 before it writes the next one.
    if (Atomics.load(words, OPEN) === 1) serve(block, words, { self, phases, heard }); // never throws
    if (Atomics.sub(words, ACTIVE, 1) === 1) Atomics.notify(words, ACTIVE);
    if (staysAt(words, PHASE, seen)) Atomics.wait(words, PHASE, seen, 1000);
  }
}

/** The arguments that an assistant read last, and the count of changes at which they stood. */
interface Heard {
  change: number;
  args: never;
}

interface Assistant<M extends Member> {
  readonly self: M;
  readonly phases: ReadonlyMap<string, (member: M, args: never, chunk: number) => void>;
  readonly heard: Heard;
}

function serve<M extends Member>(
  block: SharedArrayBuffer,
  words: Int32Array,
  { self, phases, heard }: Assistant<M>,
): void {
  try {
    const name = readText(block, PHASE_NAME);
    const change = Atomics.load(words, ARGUMENTS);
    if (change !== heard.change) Object.assign(heard, { change, args: JSON.parse(readText(block, PHASE_TEXT)) });
    const { args } = heard;
    const work = phases.get(name);
    if (!work) throw new MapError("job.failed", `No worker knows the phase ${name}.`);
    takeChunks(words, (chunk) => work(self, args, chunk));
  } catch (error) {
    Atomics.store(words, NEXT, Atomics.load(words, CHUNKS));
    if (Atomics.compareExchange(words, FAILED, 0, 2) === 0) {
      writeText(block, PHASE_TEXT, describeError(error));
      Atomics.store(words, FAILED, 1);
    }
  }
}

function takeChunks(words: Int32Array, work: (chunk: number) => void): void {
  const chunks = Atomics.load(words, CHUNKS);
  for (;;) {
    if (Atomics.load(words, CANCEL) === 1) return;
    const chunk = Atomics.add(words, NEXT, 1);
    if (chunk >= chunks) return;
    work(chunk);
  }
}

function runAlone<M extends Member, Args>(
  self: M,
  phase: { readonly work: (member: M, args: Args, chunk: number) => void },
  args: Args,
  chunks: number,
): void {
  for (let chunk = 0; chunk < chunks; chunk++) phase.work(self, args, chunk);
}

function waitForAssistants(words: Int32Array): void {
  for (;;) {
    const active = Atomics.load(words, ACTIVE);
    if (active === 0) return;
    if (staysAt(words, ACTIVE, active)) Atomics.wait(words, ACTIVE, active, 100);
  }
}

/** Looks at a word for a few dozen microseconds: as long as going to sleep and being woken would take. */
function staysAt(words: Int32Array, place: number, value: number): boolean {
  for (let look = 0; look < LOOKS; look++) {
    if (Atomics.load(words, place) !== value) return false;
  }
  return true;
}

function throwIfCancelled(words: Int32Array): void {
  if (Atomics.load(words, CANCEL) === 1) throw new Cancelled();
}
