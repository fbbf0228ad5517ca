/**
 * The characters that a TrueType font draws: the code points of its Unicode cmap of format 4 (OpenType 1.9, "cmap"),
 * which holds the Basic Multilingual Plane and is the one that jsPDF reads. Allocates the set; reads the bytes only.
 * Empty for a font without such a table.
 */
export function readCoverage(font: Uint8Array): ReadonlySet<number> {
  const data = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(data, "cmap");
  const covered = new Set<number>();
  for (let i = 0; cmap > 0 && i < data.getUint16(cmap + 2); i++) {
    const subtable = cmap + data.getUint32(cmap + 8 + 8 * i);
    if (data.getUint16(subtable) === 4) readSegments(data, subtable, covered);
  }
  return covered;
}

/** Byte offset of a table of the font, 0 where it has none. */
function findTable(data: DataView, tag: string): number {
  for (let i = 0; i < data.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((k) => data.getUint8(record + k)));
    if (name === tag) return data.getUint32(record + 8);
  }
  return 0;
}

function readSegments(data: DataView, subtable: number, covered: Set<number>): void {
  const bytes = data.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + bytes + 2;
  for (let at = 0; at < bytes; at += 2) {
    const delta = data.getUint16(starts + bytes + at);
    const offsetAt = starts + 2 * bytes + at;
    const first = data.getUint16(starts + at);
    const offset = data.getUint16(offsetAt);
    for (let code = first; code <= data.getUint16(ends + at) && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : data.getUint16(offsetAt + offset + 2 * (code - first));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}
