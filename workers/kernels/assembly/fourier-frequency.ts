/** Digital frequency of index k on an axis of n values, in cycles per voxel: k/n up to ⌊n/2⌋, then (k-n)/n. */
@inline
export function frequency(k: usize, n: usize): f64 {
  return frequencyIndex(k, n) / <f64>n;
}

/** Cycles per box: k up to ⌊n/2⌋, then k-n. */
@inline
export function frequencyIndex(k: usize, n: usize): f64 {
  return k <= n / 2 ? <f64>k : <f64>k - <f64>n;
}
