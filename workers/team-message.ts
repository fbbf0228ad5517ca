import { MapError, toErrorRecord } from "../src/core/errors.ts";
import { LENGTH, MESSAGE_AT, MESSAGE_BYTES } from "./team-block.ts";

/** Bytes that one character can take in a message. */
const ESCAPED = 6;

/** ASCII only: JSON of phase names and numbers, so that no text codec (which refuses shared memory) is needed. */
export function writeMessage(block: SharedArrayBuffer, words: Int32Array, json: string): void {
  const text = json.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  if (text.length > MESSAGE_BYTES) throw new MapError("job.failed", "The description of a phase is too long.");
  const bytes = new Uint8Array(block, MESSAGE_AT);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  Atomics.store(words, LENGTH, text.length);
}

export function readMessage(block: SharedArrayBuffer, words: Int32Array): string {
  const bytes = new Uint8Array(block, MESSAGE_AT, Atomics.load(words, LENGTH));
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** An error as JSON that fits the block, whatever its text. */
export function describeError(error: unknown): string {
  const record = toErrorRecord(error);
  const json = JSON.stringify(record);
  if (json.length * ESCAPED <= MESSAGE_BYTES) return json;
  return JSON.stringify({ code: record.code, message: record.message.slice(0, 1000), fields: {} });
}
