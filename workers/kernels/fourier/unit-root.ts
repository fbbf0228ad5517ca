import { cos, sin } from "../../../src/core/math/elementary.ts";

/** Real and imaginary part. */
export type Complex = readonly [re: number, im: number];

/**
 * e^(2πi k/n) for whole numbers, 8k exact in a double. The angle is brought into the first octant in whole numbers, so
 * roots that mirror each other are equal to the last bit, and 1, i and e^(iπ/4) are exact or correctly rounded.
 */
export function unitRoot(k: number, n: number): Complex {
  let eighths = 8 * (((k % n) + n) % n); // the whole turn is 8n
  const below = eighths > 4 * n;
  if (below) eighths = 8 * n - eighths;
  const left = eighths > 2 * n;
  if (left) eighths = 4 * n - eighths;
  const steep = eighths > n;
  if (steep) eighths = 2 * n - eighths;
  const [near, far] = firstOctant(eighths, n);
  const re = steep ? far : near;
  const im = steep ? near : far;
  return [left ? -re : re, below ? -im : im];
}

function firstOctant(eighths: number, n: number): Complex {
  if (eighths === n) return [Math.SQRT1_2, Math.SQRT1_2];
  const angle = ((Math.PI / 4) * eighths) / n;
  return [cos(angle), sin(angle)];
}
