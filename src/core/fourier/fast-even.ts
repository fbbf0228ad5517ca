/** The smallest even number ≥ `least`, at least 2, without prime factors above 5: a size that transforms fast. */
export function fastEven(least: number): number {
  for (let size = 2 * Math.max(1, Math.ceil(least / 2)); ; size += 2) if (isSmooth(size)) return size;
}

function isSmooth(size: number): boolean {
  let rest = size;
  for (const prime of [2, 3, 5]) while (rest % prime === 0) rest /= prime;
  return rest === 1;
}
