import { MapError, toErrorRecord } from "../src/core/errors.ts";
import { PHASE_TEXT, type TextPlace, wordsOf } from "./team-block.ts";

/** Bytes that one character can take in a text. */
const ESCAPED = 6;

/** ASCII only: names of phases and JSON of numbers, so that no text codec (which refuses shared memory) is needed. */
export function writeText(block: SharedArrayBuffer, place: TextPlace, json: string): void {
  const text = json.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  if (text.length > place.most) throw new MapError("job.failed", "The description of a phase is too long.");
  const bytes = new Uint8Array(block, place.at);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  Atomics.store(wordsOf(block), place.length, text.length);
}

export function readText(block: SharedArrayBuffer, place: TextPlace): string {
  const bytes = new Uint8Array(block, place.at, Atomics.load(wordsOf(block), place.length));
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** An error as JSON that fits the block, whatever its text. */
export function describeError(error: unknown): string {
  const record = toErrorRecord(error);
  const json = JSON.stringify(record);
  if (json.length * ESCAPED <= PHASE_TEXT.most) return json;
  return JSON.stringify({ code: record.code, message: record.message.slice(0, 1000), fields: {} });
}
