// Complex columns along y or z, in place. Neighbouring columns are neighbours in memory, so they are the lanes as they
// lie: the first stage reads with the column's stride and the last one writes with it.
import { lineLength, lineScratch, transformLines } from "./fourier-lines";
import { VECTOR } from "./fourier-vector";

/** Lines up to this length go two cache lines of each position at a time: n positions of re and im still fit the caches. */
const SHORT: usize = 128;

/** Vectors side by side in a block: whole cache lines of each position. */
@inline
function columnVectors(plan: usize): usize {
  return lineLength(plan) <= SHORT ? 8 : 4;
}

/** Bytes of scratch for columns of a plan, in either precision. */
export function columnScratch(plan: usize): usize {
  return lineScratch(plan, columnVectors(plan) + 1);
}

/** Transforms `vectors` neighbouring vectors of columns whose positions are `stride` bytes apart. Exchange re and im for the inverse. */
export function transformColumns<T>(
  plan: usize, re: usize, im: usize, stride: usize, vectors: usize, scratch: usize,
): void {
  const block = columnVectors(plan);
  let done: usize = 0;
  while (done < vectors) {
    const left = vectors - done;
    // A last vector on its own would cost nearly a whole block: the block before takes it along.
    const run = left <= block + 1 ? left : block, at = done * VECTOR;
    transformLines<T>(plan, re + at, im + at, stride, re + at, im + at, stride, run, scratch);
    done += run;
  }
}
