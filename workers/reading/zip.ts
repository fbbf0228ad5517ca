import { Inflate } from "fflate";
import { createCRC32 } from "hash-wasm";
import { MapError } from "../../src/core/errors.ts";
import type { ByteSource } from "../../src/core/mrc/source.ts";
import { readRange } from "./read-range.ts";
import { damaged, inSteps, type Sink, type Unpacker } from "./unpacker.ts";
import type { ZipEntry } from "./zip-directory.ts";

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_MARK = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks one entry of a zip while the whole file is pushed past it, and checks its CRC-32 and length.
 * Throws `map.compression`, also for encryption and for methods other than stored and deflated.
 */
export async function createUnzip(source: ByteSource, entry: ZipEntry, sink: Sink): Promise<Unpacker> {
  if (entry.encrypted) throw unread("it is encrypted");
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw unread(`compression method ${entry.method} is not read`);
  const start = await findData(source, entry);
  const end = start + entry.packedSize;
  const crc = await createCRC32();
  crc.init();
  let unpacked = 0;
  let position = 0;

  const deliver = (bytes: Uint8Array) => {
    crc.update(bytes);
    unpacked += bytes.length;
    sink(bytes);
  };
  const inflater = entry.method === DEFLATED ? new Inflate(deliver) : null;
  return {
    push(bytes) {
      const from = Math.max(0, start - position);
      const packed = bytes.subarray(from, Math.max(from, end - position));
      position += bytes.length;
      inSteps(packed, (piece) => (inflater === null ? deliver(piece) : inflate(inflater, piece)));
    },
    finish() {
      const agrees = Number.parseInt(crc.digest("hex"), 16) === entry.crc32;
      if (position < end) throw damaged("zip", "it ends too early");
      if (unpacked !== entry.size || !agrees) throw damaged("zip", "a checksum does not match its content");
    },
  };
}

async function findData(source: ByteSource, entry: ZipEntry): Promise<number> {
  const bytes = await readRange(source, { start: entry.offset, end: entry.offset + LOCAL_HEADER_BYTES });
  const header = new DataView(bytes.buffer);
  if (bytes.length < LOCAL_HEADER_BYTES || header.getUint32(0, true) !== LOCAL_HEADER_MARK) {
    throw damaged("zip", "its directory points to no file");
  }
  return entry.offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
}

function inflate(inflater: Inflate, piece: Uint8Array): void {
  try {
    inflater.push(piece);
  } catch (error) {
    const fromFflate = error instanceof Error && "code" in error && typeof error.code === "number";
    throw fromFflate ? damaged("zip", "its content cannot be unpacked", error) : error;
  }
}

function unread(reason: string): MapError {
  return new MapError("map.compression", `The map in this zip cannot be unpacked: ${reason}. Unpack it first.`, {
    format: "zip",
  });
}
