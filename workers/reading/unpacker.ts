import { MapError } from "../../src/core/errors.ts";

/** Takes unpacked bytes in order; they may be overwritten once it returns. */
export type Sink = (bytes: Uint8Array) => void;

/** Unpacks a file pushed in order, cut anywhere, into a {@link Sink}. Both methods throw `map.compression`. */
export interface Unpacker {
  push(bytes: Uint8Array): void;
  /** Says that the file ended; throws where it ended too early or a checksum differs. */
  finish(): void;
}

/** Packed bytes handed to an inflater at once: deflate expands 1032-fold at most, so one step stays below 34 MB. */
const STEP = 32 * 1024;

/** Calls `take` with pieces of `bytes` small enough that none unpacks to a large array. */
export function inSteps(bytes: Uint8Array, take: (piece: Uint8Array) => void): void {
  for (let at = 0; at < bytes.length; at += STEP) take(bytes.subarray(at, at + STEP));
}

/** `map.compression`: what is wrong with the packed file, in a half sentence after the format's name. */
export function damaged(format: string, fault: string, cause?: unknown): MapError {
  const sentence = `The ${format} file is damaged: ${fault}. Download or copy it again.`;
  return new MapError("map.compression", sentence, { format }, cause);
}
