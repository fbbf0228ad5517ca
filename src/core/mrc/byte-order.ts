import { type ByteOrder, HEADER_BYTES } from "./header.ts";

/** The byte order, and whether the machine stamp said so or the other words did against it. */
export interface ByteOrderFinding {
  readonly byteOrder: ByteOrder;
  readonly from: "stamp" | "words";
}

const LARGEST_SIDE = 1 << 20;
const LARGEST_MODE = 255;

/**
 * Decides the byte order of a header: the machine stamp (MACHST) where box, mode and axes make sense in that order,
 * else the order in which they do; null where they do in neither, so that the bytes are no MRC header.
 *
 * Sense: 1 ≤ NX, NY, NZ ≤ 2²⁰, 0 ≤ MODE ≤ 255, MAPC, MAPR, MAPS 0 to 3. One word read in the wrong order leaves these
 * ranges, so both orders never fit a box below 65 536. It does not say that the header is right in all else.
 */
export function findByteOrder(bytes: Uint8Array): ByteOrderFinding | null {
  const stamped = stampedOrder(bytes);
  if (stamped !== null && makesSense(bytes, stamped)) return { byteOrder: stamped, from: "stamp" };
  const fitting = (["little", "big"] as const).find((order) => makesSense(bytes, order));
  return fitting === undefined ? null : { byteOrder: fitting, from: "words" };
}

/** The order that MACHST names: 44 44 or 44 41 little-endian, 11 11 big-endian; null for any other stamp. */
export function stampedOrder(bytes: Uint8Array): ByteOrder | null {
  const [first, second] = [bytes[212], bytes[213]];
  if (first === 0x44 && (second === 0x44 || second === 0x41)) return "little";
  if (first === 0x11 && second === 0x11) return "big";
  return null;
}

function makesSense(bytes: Uint8Array, order: ByteOrder): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const int = (word: number) => view.getInt32(4 * (word - 1), order === "little");
  const within = (value: number, low: number, high: number) => value >= low && value <= high;
  return (
    [1, 2, 3].every((word) => within(int(word), 1, LARGEST_SIDE)) &&
    within(int(4), 0, LARGEST_MODE) &&
    [17, 18, 19].every((word) => within(int(word), 0, 3))
  );
}
