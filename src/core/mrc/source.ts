/** Bytes from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A file as given: a browser `File`, a path in Node, bytes in a test. It can be opened more than once. */
export interface ByteSource {
  /** File name without its folder; shown, never trusted to tell the format. */
  readonly name: string;
  /** Bytes of the whole file; null where that is not known before its end. */
  readonly size: number | null;
  /** The bytes in order, cut anywhere; the whole file without a range. A chunk belongs to the reader once yielded. */
  open(range?: ByteRange): AsyncIterable<Uint8Array<ArrayBuffer>>;
}
