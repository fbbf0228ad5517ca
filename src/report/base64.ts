const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BLOCK = 3 * 4096;

/** Bytes as base64 text with padding (RFC 4648). Allocates 4/3 of their length. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += BLOCK) parts.push(encodeBlock(bytes.subarray(from, from + BLOCK)));
  return parts.join("");
}

/** Bytes of base64 text; `null` where it holds anything but base64 and blanks. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const letters = text.replace(/\s/g, "").replace(/={1,2}$/, "");
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < letters.length; i++) {
    const value = LETTERS.indexOf(letters.charAt(i));
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = bits >> held;
  }
  return bytes;
}

function encodeBlock(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const digits = [word >> 18, word >> 12, word >> 6, word].map((digit) => LETTERS.charAt(digit & 63));
    text += digits
      .slice(0, Math.min(4, bytes.length - i + 1))
      .join("")
      .padEnd(4, "=");
  }
  return text;
}
