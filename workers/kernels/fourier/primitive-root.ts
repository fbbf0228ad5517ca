/** By trial; for the sides of boxes. */
export function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return n > 1;
}

/** g^0, g^1, … g^(p−2) modulo p. */
export function powers(g: number, p: number): number[] {
  const list = [1];
  while (list.length < p - 1) list.push((list.at(-1)! * g) % p);
  return list;
}

/** The least g whose powers are all of 1 … p − 1 modulo a prime p above 2. */
export function primitiveRoot(p: number): number {
  for (let g = 2; ; g++) if (new Set(powers(g, p)).size === p - 1) return g;
}
