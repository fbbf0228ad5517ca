/**
 * One pass of dilation with the 18 neighbours that share a face or an edge, for one z-plane. The outer faces of the box are
 * cleared: the first and last row and column here, and the whole plane where a neighbouring plane is missing (address 0).
 */
export function dilatePlane(previous: usize, plane: usize, next: usize, nx: usize, ny: usize, out: usize): void {
  memory.fill(out, 0, nx * ny);
  if (!previous || !next || nx < 3 || ny < 3) return;
  for (let y: usize = 1; y < ny - 1; y++) {
    const row = y * nx;
    if (nx < 18) dilateBytes(previous + row, plane + row, next + row, nx, out + row);
    else dilateRow(previous + row, plane + row, next + row, nx, out + row);
  }
}

/** Blocks of 16; the last one steps back to end at the last inner voxel, so some voxels are written twice. */
@inline function dilateRow(previous: usize, plane: usize, next: usize, nx: usize, out: usize): void {
  const last = nx - 17;
  for (let x: usize = 1; ; x += 16) {
    if (x > last) x = last;
    const own = v128.or(wide(plane + x - nx), v128.or(wide(plane + x), wide(plane + x + nx)));
    const others = v128.or(cross(previous + x, nx), cross(next + x, nx));
    v128.store(out + x, v128.or(own, others));
    if (x == last) return;
  }
}

/** Three voxels along x. */
@inline function wide(p: usize): v128 {
  return v128.or(v128.load(p - 1), v128.or(v128.load(p), v128.load(p + 1)));
}

/** Three voxels along x and the two beside them along y. */
@inline function cross(p: usize, nx: usize): v128 {
  return v128.or(wide(p), v128.or(v128.load(p - nx), v128.load(p + nx)));
}

function dilateBytes(previous: usize, plane: usize, next: usize, nx: usize, out: usize): void {
  for (let x: usize = 1; x < nx - 1; x++) {
    const own = wideByte(plane + x - nx) | wideByte(plane + x) | wideByte(plane + x + nx);
    store<u8>(out + x, own | crossByte(previous + x, nx) | crossByte(next + x, nx));
  }
}

@inline function wideByte(p: usize): u8 {
  return load<u8>(p - 1) | load<u8>(p) | load<u8>(p + 1);
}

@inline function crossByte(p: usize, nx: usize): u8 {
  return wideByte(p) | load<u8>(p - nx) | load<u8>(p + nx);
}
