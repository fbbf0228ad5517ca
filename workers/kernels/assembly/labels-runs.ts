import { atLeast, valueAt } from "./voxels-lanes";

/** Runs of v >= level in each row: ny uint32 at `counts`; returns their sum. */
export function countRunsPlane(plane: usize, nx: usize, ny: usize, level: f32, counts: usize): u32 {
  const t = f32x4.splat(level), blocks = nx & ~15;
  let total: u32 = 0;
  for (let y: usize = 0; y < ny; y++) {
    const row = plane + ((y * nx) << 2);
    let n: u32 = 0, before: u32 = 0;
    for (let x: usize = 0; x < blocks; x += 16) {
      const bits = u32(i8x16.bitmask(atLeast(row + (x << 2), t)));
      n += popcnt(bits & ~((bits << 1) | before));
      before = bits >> 15;
    }
    for (let x = blocks; x < nx; x++) {
      const bit = u32(valueAt(row, x) >= level);
      n += bit & ~before;
      before = bit;
    }
    store<u32>(counts + (y << 2), n);
    total += n;
  }
  return total;
}

/** Turns the counts of `rowCount` rows into the index of each row's first run, and the total after the last; returns the total. */
export function offsetRuns(rows: usize, rowCount: usize): u32 {
  let total: u32 = 0;
  for (let r: usize = 0; r < rowCount; r++) {
    const p = rows + (r << 2), n = load<u32>(p);
    store<u32>(p, total);
    total += n;
  }
  store<u32>(rows + (rowCount << 2), total);
  return total;
}

/** Writes the runs of a plane, uint16 start | uint16 inclusive end << 16; `rows` is the plane's place in the table of offsets. */
export function writeRunsPlane(plane: usize, nx: usize, ny: usize, level: f32, rows: usize, runs: usize): void {
  const t = f32x4.splat(level), blocks = nx & ~15;
  for (let y: usize = 0; y < ny; y++) {
    const row = plane + ((y * nx) << 2), first = load<u32>(rows + (y << 2));
    if (first == load<u32>(rows + (y << 2), 4)) continue;
    let run = runs + (<usize>first << 2), inside: u32 = 0;
    for (let x: usize = 0; x < blocks; x += 16) {
      const bits = u32(i8x16.bitmask(atLeast(row + (x << 2), t)));
      for (let edges = (bits ^ ((bits << 1) | inside)) & 0xffff; edges; edges &= edges - 1) {
        run = writeEdge(run, inside, x + ctz(edges));
        inside ^= 1;
      }
    }
    for (let x = blocks; x < nx; x++) {
      if (u32(valueAt(row, x) >= level) == inside) continue;
      run = writeEdge(run, inside, x);
      inside ^= 1;
    }
    if (inside) writeEdge(run, 1, nx);
  }
}

/** A run's start, or its end before x; returns where the next edge goes. */
@inline function writeEdge(run: usize, inside: u32, x: usize): usize {
  if (inside) {
    store<u16>(run, u16(x - 1), 2);
    return run + 4;
  }
  store<u16>(run, u16(x));
  return run;
}
