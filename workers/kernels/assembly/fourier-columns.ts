// Complex columns along y or z, in place. Neighbouring columns are neighbours in memory, so they are the lanes as they
// lie: the first stage reads with the column's stride and the last one writes with it.
import { lineScratch, transformLines } from "./fourier-lines";
import { VECTOR } from "./fourier-vector";

/** Vectors side by side in a block: a cache line of each position, and n positions of re and im still fit the caches. */
const COLUMN_VECTORS: usize = 4;

/** Bytes of scratch for columns of a plan, in either precision. */
export function columnScratch(plan: usize): usize {
  return lineScratch(plan, COLUMN_VECTORS + 1);
}

/** Transforms `vectors` neighbouring vectors of columns whose positions are `stride` bytes apart. Exchange re and im for the inverse. */
export function transformColumns<T>(
  plan: usize, re: usize, im: usize, stride: usize, vectors: usize, scratch: usize,
): void {
  let done: usize = 0;
  while (done < vectors) {
    const left = vectors - done;
    // A last vector on its own would cost nearly a whole block: the block before takes it along.
    const run = left <= COLUMN_VECTORS + 1 ? left : COLUMN_VECTORS, at = done * VECTOR;
    transformLines<T>(plan, re + at, im + at, stride, re + at, im + at, stride, run, scratch);
    done += run;
  }
}
