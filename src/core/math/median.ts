/**
 * The middle value, or the mean of the two in the middle: what `quantile` says of the sorted values at 0.5, without sorting
 * them (Hoare's selection, CACM 4 (1961) 321, about the middle of three values). Reorders `values`, which hold no NaN; their
 * unit; NaN if empty.
 */
export function medianInPlace(values: Float32Array | Float64Array): number {
  if (values.length === 0) return Number.NaN;
  const middle = Math.floor(values.length / 2);
  partitionAt(values, middle);
  const above = values[middle]!;
  if (values.length % 2 === 1) return above;
  let below = values[0]!;
  for (let i = 1; i < middle; i++) below = Math.max(below, values[i]!);
  return above - (above - below) * 0.5;
}

/** Moves values until the one at `rank` is where sorting would put it, with none larger before it and none smaller after. */
function partitionAt(values: Float32Array | Float64Array, rank: number): void {
  let [first, last] = [0, values.length - 1];
  while (first < last) {
    const pivot = middleOf(values[first]!, values[Math.floor((first + last) / 2)]!, values[last]!);
    let [i, j] = [first, last];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const moved = values[i]!;
      values[i++] = values[j]!;
      values[j--] = moved;
    }
    if (rank > j && rank < i) return;
    if (rank <= j) last = j;
    else first = i;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
