import { quantile } from "../../src/core/math/quantile.ts";
import type { JobContext } from "../job.ts";
import {
  countDoubleKeys,
  DOUBLE_KEY_BYTES,
  type DoubleKeyDigit,
  type Doubles,
  doubleOrderStatistic,
  leastAbove,
} from "../kernels/voxels/double-order.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { countByMembers } from "./tables.ts";

/** Values that a worker takes at a time. */
const CHUNK = 65536;

/** How many chunks some values are shared out in. */
export function chunksOf(count: number): number {
  return Math.ceil(count / CHUNK);
}

/** First value and number of values of a chunk. */
export function chunkOf(count: number, chunk: number): { readonly from: number; readonly count: number } {
  const from = chunk * CHUNK;
  return { from, count: Math.min(CHUNK, count - from) };
}

/** A quantile between the two order statistics beside it. */
export interface SelectedQuantile {
  /** Of the square roots, by linear interpolation. */
  readonly ofRoots: number;
  /** The least of the values whose root is at or above the quantile. */
  readonly least: number;
}

/**
 * The quantile of the square roots of non-negative float64, exactly as if they were sorted (numpy's linear method): only the
 * two values beside it are looked for. @param fraction 0…1
 */
export function selectQuantile(context: JobContext, doubles: Doubles, fraction: number): SelectedQuantile {
  const position = fraction * (doubles.count - 1);
  const rank = Math.floor(position);
  const above = (bound: number) => nextAbove(context, doubles, bound);
  const { value, notAbove } = doubleOrderStatistic(rank, {
    histogramOf: (digit) => keyHistogram(context, doubles, digit),
    leastAbove: above,
  });
  const next = rank + 1 < notAbove || rank === position ? value : above(value);
  const roots = Float64Array.of(Math.sqrt(value), Math.sqrt(next));
  return { ofRoots: quantile(roots, position - rank), least: next };
}

function keyHistogram(context: JobContext, doubles: Doubles, digit: DoubleKeyDigit): Uint32Array {
  return countByMembers(context, DOUBLE_KEY_BYTES, (histograms) =>
    context.team.run(COUNT_KEYS, { doubles, digit, histograms }, chunksOf(doubles.count)),
  );
}

function nextAbove({ arena, team, self }: JobContext, doubles: Doubles, bound: number): number {
  return arena.scope(() => {
    const chunks = chunksOf(doubles.count);
    const out = arena.allocate(8 * chunks);
    team.run(LEAST_ABOVE, { doubles, bound, out }, chunks);
    return new Float64Array(self.kernel.memory.buffer, out, chunks).reduce((least, v) => Math.min(least, v), Infinity);
  });
}

const COUNT_KEYS: ComputePhase<{ doubles: Doubles; digit: DoubleKeyDigit; histograms: MemberScratch }> = {
  name: "select.countKeys",
  work: (member, { doubles, digit, histograms }, chunk) => {
    const part = partOf(doubles, chunk);
    countDoubleKeys(member.kernel, part, { digit, histogram: scratchOf(member, histograms) });
  },
};

const LEAST_ABOVE: ComputePhase<{ doubles: Doubles; bound: number; out: number }> = {
  name: "select.leastAbove",
  work: (member, { doubles, bound, out }, chunk) => {
    const least = leastAbove(member.kernel, partOf(doubles, chunk), bound);
    new Float64Array(member.kernel.memory.buffer, out + 8 * chunk, 1)[0] = least;
  },
};

function partOf({ values, count }: Doubles, chunk: number): Doubles {
  const part = chunkOf(count, chunk);
  return { values: values + 8 * part.from, count: part.count };
}

export const SELECT_PHASES = [COUNT_KEYS, LEAST_ABOVE];
