/**
 * The shared block of one job's team: its words, by which lead and assistants tell each other where they are, and behind
 * them room for two texts. Any thread may cancel or dismiss through it.
 */

const WORDS = 16;

/** Places of the words. */
export const [PHASE, OPEN, NEXT, CHUNKS, ACTIVE, CANCEL, DISMISSED, FAILED, ARGUMENTS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Where a text lies in the block, bytes, and the place of the word that holds its length. */
export interface TextPlace {
  readonly at: number;
  readonly most: number;
  readonly length: number;
}

/** The name of the phase in hand. */
export const PHASE_NAME: TextPlace = { at: 4 * WORDS, most: 64, length: 9 };

/** Its arguments as JSON, of which the word ARGUMENTS counts the changes; or the error that ended it. */
export const PHASE_TEXT: TextPlace = { at: PHASE_NAME.at + PHASE_NAME.most, most: 16384, length: 10 };

/** A fresh block for one job. */
export function makeTeamBlock(): SharedArrayBuffer {
  return new SharedArrayBuffer(PHASE_TEXT.at + PHASE_TEXT.most);
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
