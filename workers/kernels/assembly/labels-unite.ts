@inline function at(table: usize, i: u32): u32 {
  return load<u32>(table + (<usize>i << 2));
}

@inline function put(table: usize, i: u32, value: u32): void {
  store<u32>(table + (<usize>i << 2), value);
}

/** Root of a run; halves the path on the way. */
@inline function find(parents: usize, i: u32): u32 {
  let p = at(parents, i);
  while (p != i) {
    const grandparent = at(parents, p);
    put(parents, i, grandparent);
    i = grandparent;
    p = at(parents, i);
  }
  return i;
}

/** Unites the runs of two neighbouring rows that touch, also diagonally. The lower root wins: it is the first in raster order. */
function uniteRows(rows: usize, runs: usize, parents: usize, a: u32, b: u32): void {
  let i = at(rows, a), j = at(rows, b);
  const lastA = at(rows, a + 1), lastB = at(rows, b + 1);
  while (i < lastA && j < lastB) {
    const p = at(runs, i), q = at(runs, j), endP = p >> 16, endQ = q >> 16;
    if ((q & 0xffff) <= endP + 1 && (p & 0xffff) <= endQ + 1) {
      const rootP = find(parents, i), rootQ = find(parents, j);
      if (rootP < rootQ) put(parents, rootQ, rootP);
      else put(parents, rootP, rootQ);
    }
    if (endP < endQ) i++;
    else j++;
  }
}

/** Component labels 1 ... n of all runs, numbered in raster order of their first voxel, at `labels`; returns n. */
export function uniteRuns(ny: u32, nz: u32, rows: usize, runs: usize, labels: usize): u32 {
  const runCount = at(rows, ny * nz);
  for (let i: u32 = 0; i < runCount; i++) put(labels, i, i);
  for (let z: u32 = 0; z < nz; z++) {
    for (let y: u32 = 0; y < ny; y++) {
      const row = z * ny + y;
      if (at(rows, row) == at(rows, row + 1)) continue;
      if (y > 0) uniteRows(rows, runs, labels, row, row - 1);
      if (z == 0) continue;
      if (y > 0) uniteRows(rows, runs, labels, row, row - ny - 1);
      uniteRows(rows, runs, labels, row, row - ny);
      if (y + 1 < ny) uniteRows(rows, runs, labels, row, row - ny + 1);
    }
  }
  return numberRoots(labels, runCount);
}

/** Parents into labels in place: a parent never follows its run, so it already holds its label. */
function numberRoots(labels: usize, runCount: u32): u32 {
  let components: u32 = 0;
  for (let i: u32 = 0; i < runCount; i++) {
    const parent = at(labels, i);
    put(labels, i, parent == i ? ++components : at(labels, parent));
  }
  return components;
}

/** Voxels of each component, uint32, label 1 first. */
export function componentSizes(runs: usize, labels: usize, runCount: u32, componentCount: usize, sizes: usize): void {
  memory.fill(sizes, 0, componentCount << 2);
  for (let i: u32 = 0; i < runCount; i++) {
    const run = at(runs, i), component = at(labels, i) - 1;
    put(sizes, component, at(sizes, component) + (run >> 16) - (run & 0xffff) + 1);
  }
}

/** Mask bytes of one component in `rowCount` rows from `firstRow`; `mask` is the whole volume. */
export function paintComponent(nx: usize, firstRow: u32, rowCount: u32, rows: usize, runs: usize, labels: usize, label: u32, mask: usize): void {
  memory.fill(mask + <usize>firstRow * nx, 0, <usize>rowCount * nx);
  for (let row = firstRow, end = firstRow + rowCount; row < end; row++) {
    const target = mask + <usize>row * nx;
    for (let i = at(rows, row), last = at(rows, row + 1); i < last; i++) {
      if (at(labels, i) != label) continue;
      const run = at(runs, i), start = run & 0xffff;
      memory.fill(target + start, 1, (run >> 16) - start + 1);
    }
  }
}
