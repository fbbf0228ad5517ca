import { Gunzip } from "fflate";
import { createCRC32 } from "hash-wasm";
import { damaged, inSteps, type Sink, type Unpacker } from "./unpacker.ts";

/** Bytes of CRC-32 and length (modulo 2³²) that end a member. */
const TRAILER = 8;
/** A member's header is at most about this long; its trailer is looked up behind it. */
const MOST_HEADER = 1 << 17;

/**
 * Unpacks gzip of one member or many (RFC 1952) and checks the CRC-32 and the length of each.
 *
 * fflate finds the members and inflates. Bytes after the last member that are no member are refused. Slower than
 * `native-gzip.ts`, but it reads every gzip file and says what is wrong with one.
 */
export async function createGunzip(sink: Sink): Promise<Unpacker> {
  const crc = await createCRC32();
  crc.init();
  const history = createHistory(MOST_HEADER);
  let memberBytes = 0;

  const inflater = new Gunzip((bytes) => {
    crc.update(bytes);
    memberBytes += bytes.length;
    sink(bytes);
  });
  const endMember = (end: number) => {
    const trailer = history.read(end - TRAILER, end);
    const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength);
    if (trailer.length < TRAILER) throw damaged("gzip", "it ends too early");
    const agrees = view.getUint32(0, true) === Number.parseInt(crc.digest("hex"), 16);
    if (!agrees || view.getUint32(4, true) !== memberBytes % 2 ** 32) {
      throw damaged("gzip", "its checksum does not match its content, or it ends too early");
    }
    crc.init();
    memberBytes = 0;
  };
  inflater.onmember = endMember;

  return {
    push(bytes) {
      inSteps(bytes, (piece) => {
        history.add(piece);
        inflate(inflater, piece, "more");
      });
    },
    finish() {
      inflate(inflater, new Uint8Array(0), "last");
      endMember(history.length());
    },
  };
}

function inflate(inflater: Gunzip, piece: Uint8Array, position: "more" | "last"): void {
  try {
    inflater.push(piece, position === "last");
  } catch (error) {
    throw explain(error);
  }
}

/** fflate's errors carry a number as `code`: 0 the data ends too early, 6 no gzip header. Others pass unchanged. */
function explain(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (typeof code !== "number") return error;
  if (code === 0) return damaged("gzip", "it ends too early", error);
  if (code === 6) return damaged("gzip", "bytes that are not gzip follow its content", error);
  return damaged("gzip", "its content cannot be unpacked", error);
}

/** The last bytes of a stream, addressed by their position in it. */
function createHistory(kept: number): {
  add(bytes: Uint8Array): void;
  read(from: number, to: number): Uint8Array;
  length(): number;
} {
  const ring = new Uint8Array(2 * kept);
  let filled = 0;
  let dropped = 0;
  return {
    add(bytes) {
      if (filled + bytes.length > ring.length) {
        ring.copyWithin(0, filled - kept, filled);
        dropped += filled - kept;
        filled = kept;
      }
      ring.set(bytes, filled);
      filled += bytes.length;
    },
    read: (from, to) => ring.subarray(Math.max(0, from - dropped), Math.max(0, to - dropped)),
    length: () => dropped + filled,
  };
}
