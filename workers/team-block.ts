/**
 * The shared block of one job's team: its words, by which lead and assistants tell each other where they are, and behind
 * them room for one message. Any thread may cancel or dismiss through it.
 */

const WORDS = 16;

/** Places of the words. */
export const [PHASE, OPEN, NEXT, CHUNKS, ACTIVE, CANCEL, DISMISSED, FAILED, LENGTH] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Where the message starts, and how long it may be, bytes. */
export const MESSAGE_AT = WORDS * Int32Array.BYTES_PER_ELEMENT;
export const MESSAGE_BYTES = 16384;

/** A fresh block for one job. */
export function makeTeamBlock(): SharedArrayBuffer {
  return new SharedArrayBuffer(MESSAGE_AT + MESSAGE_BYTES);
}

/** A view of the words. */
export function wordsOf(block: SharedArrayBuffer): Int32Array {
  return new Int32Array(block, 0, WORDS);
}

/** True once {@link cancelTeam} was called; for the parts of a job that are no phase. */
export function isCancelled(block: SharedArrayBuffer): boolean {
  return Atomics.load(wordsOf(block), CANCEL) === 1;
}

/** Asks the team to stop at the next chunk. May be called from any thread. */
export function cancelTeam(block: SharedArrayBuffer): void {
  Atomics.store(wordsOf(block), CANCEL, 1);
}

/** Sends the assistants home even if the lead never came; for a lead that died or never started. */
export function dismissTeam(block: SharedArrayBuffer): void {
  const words = wordsOf(block);
  Atomics.store(words, DISMISSED, 1);
  Atomics.add(words, PHASE, 1);
  Atomics.notify(words, PHASE);
}
