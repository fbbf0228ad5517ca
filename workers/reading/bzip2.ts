import { BitReader } from "./bzip2/bit-reader.ts";
import { BlockFault, readBlock } from "./bzip2/block.ts";
import { createTextWriter } from "./bzip2/text.ts";
import { damaged, type Sink, type Unpacker } from "./unpacker.ts";

const STREAM_MARK = 0x425a68;
const BLOCK_MARK = 0x314159265359;
const STREAM_END_MARK = 0x177245385090;
const LEVEL_BYTES = 100_000;
/** A block packs 900 000 symbols of 20 bits and its tables at most; with this many bytes at hand it is whole. */
const MOST_PACKED_BLOCK = 2_500_000;

/**
 * Unpacks bzip2 of one stream or many, block by block, and checks the CRC of each block and stream.
 *
 * Holds a few MB: packed bytes of one block and its rows. Throws `map.compression`. The compiled bzip2 on npm is no
 * choice: it unpacks whole files only and needs `eval`, which the page's content security policy forbids.
 */
export function createBunzip2(sink: Sink): Unpacker {
  const bits = new BitReader();
  const reader = createStreamReader(bits, sink);
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;

  const takeWaiting = () => {
    bits.append(waiting);
    waiting = [];
    waitingBytes = 0;
  };
  return {
    push(bytes) {
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (bits.bytesLeft() + waitingBytes < MOST_PACKED_BLOCK) return;
      takeWaiting();
      while (bits.bytesLeft() >= MOST_PACKED_BLOCK) reader.step();
    },
    finish() {
      takeWaiting();
      while (reader.within() === "stream" || bits.bytesLeft() > 0) reader.step();
    },
  };
}

interface StreamReader {
  /** Takes the next start of a stream, block or end of a stream. */
  step(): void;
  /** Where the next step starts. */
  within(): "stream" | "file";
}

function createStreamReader(bits: BitReader, sink: Sink): StreamReader {
  const writer = createTextWriter(sink);
  let column = new Uint32Array(0);
  let within: "stream" | "file" = "file";
  let crc = 0;

  const beginStream = () => {
    const level = bits.read(24) === STREAM_MARK ? bits.read(8) - "0".charCodeAt(0) : 0;
    if (level < 1 || level > 9) throw new BlockFault("bytes that are not bzip2 follow its content");
    if (column.length !== level * LEVEL_BYTES) column = new Uint32Array(level * LEVEL_BYTES);
    crc = 0;
    within = "stream";
  };
  const unpackBlock = () => {
    const stated = bits.read32();
    const block = readBlock(bits, column);
    if (bits.overrun()) throw damaged("bzip2", "it ends too early");
    if (writer.write(block) !== stated) throw mismatch();
    crc = ((crc << 1) | (crc >>> 31)) ^ stated;
  };
  const endStream = () => {
    const stated = bits.read32();
    if (bits.overrun()) throw damaged("bzip2", "it ends too early");
    if (stated !== crc >>> 0) throw mismatch();
    bits.alignToByte();
    within = "file";
  };
  const takePart = () => {
    if (within === "file") return beginStream();
    const mark = bits.read48();
    if (mark === BLOCK_MARK) return unpackBlock();
    if (mark === STREAM_END_MARK) return endStream();
    throw new BlockFault("a block does not start where it should");
  };
  return {
    within: () => within,
    step() {
      try {
        takePart();
      } catch (error) {
        if (!(error instanceof BlockFault)) throw error;
        throw damaged("bzip2", bits.overrun() ? "it ends too early" : error.message, error);
      }
    },
  };
}

function mismatch(): Error {
  return damaged("bzip2", "a checksum does not match its content");
}
