import type { Arena } from "../kernel.ts";
import type { Precision } from "./layout.ts";
import { isPrime, powers, primitiveRoot } from "./primitive-root.ts";
import { type Complex, unitRoot } from "./unit-root.ts";

/** Odd radices that have a butterfly of their own or a stage of folded products. */
const ODD_RADICES = [31, 29, 23, 19, 17, 13, 11, 7, 5, 3];

/** The largest radix within R − 1 at which a stage of the prime R costs less than the whole line's convolution. */
const MOST_IN_CYCLE = 13;

/**
 * Writes the plan of lines of n values into kernel memory and returns its address: the words and tables that
 * `assembly/fourier-lines.ts` describes. Allocates from the arena; the plan lives as long as its scope.
 */
export function planLine(arena: Arena, precision: Precision, n: number): number {
  const radices = factorise(n);
  if (radices === undefined) return planChirp(arena, precision, n);
  const words = [n, radices.length, 0, 0, 0, 0];
  let remaining = n;
  for (const radix of radices) {
    const twiddleTable = writeTable(arena, precision, twiddles(remaining, radix));
    const large = radix > ODD_RADICES[0]!;
    words.push(
      radix,
      twiddleTable,
      large ? planPrime(arena, precision, radix) : writeTable(arena, precision, roots(radix)),
    );
    remaining /= radix;
  }
  return writeWords(arena, words);
}

/** Stages from first to last, odd radices first; undefined where primes above 31 are left that stages do not reach. */
export function factorise(n: number): number[] | undefined {
  const large = largePrime(n);
  const radices: number[] = large === 1 ? [] : [large];
  let rest = n / large;
  for (const radix of ODD_RADICES) {
    for (; rest % radix === 0; rest /= radix) radices.push(radix);
  }
  let twos = 0;
  for (; rest % 2 === 0; rest /= 2) twos++;
  // Radix 8 needs more values than there are registers: once, where it saves a stage of radix 2.
  if (twos % 2 === 1) radices.push(twos === 1 ? 2 : 8);
  const fours = twos % 2 === 0 ? twos / 2 : Math.max(0, (twos - 3) / 2);
  radices.push(...new Array<number>(fours).fill(4));
  return rest === 1 ? radices : undefined;
}

/** The one prime factor above 31 that a first stage takes by way of smooth transforms, R − 1 having small factors; else 1. */
function largePrime(n: number): number {
  let rest = n;
  for (const radix of [...ODD_RADICES, 2]) while (rest % radix === 0) rest /= radix;
  return rest > 1 && isPrime(rest) && factorise(rest - 1)?.every((radix) => radix <= MOST_IN_CYCLE) ? rest : 1;
}

/** e^(-2πi pj/n) for p < n/radix and 1 ≤ j < radix, p slowest. */
function twiddles(n: number, radix: number): Complex[] {
  const table: Complex[] = [];
  for (let p = 0; p < n / radix; p++) {
    for (let j = 1; j < radix; j++) table.push(unitRoot(-p * j, n));
  }
  return table;
}

/** e^(2πi jk/R) for j and k from 1 to (R−1)/2, j slowest: what the butterfly of any odd radix multiplies with. */
function roots(radix: number): Complex[] {
  const half = Math.floor(radix / 2);
  return Array.from({ length: half * half }, (_, at) => {
    const [j, k] = [Math.floor(at / half) + 1, (at % half) + 1];
    return unitRoot((j * k) % radix, radix);
  });
}

/** The table of a stage of a prime R, by Rader's convolution: see `assembly/fourier-prime.ts`. */
function planPrime(arena: Arena, precision: Precision, radix: number): number {
  const cycle = radix - 1;
  const order = powers(primitiveRoot(radix), radix);
  const kernel = order.map((_, q) => unitRoot(-order[(cycle - q) % cycle]!, radix));
  const spectrum = writeTable(arena, precision, cycleSpectrum(kernel));
  return writeWords(arena, [planLine(arena, precision, cycle), spectrum, ...order]);
}

/** The forward transform of a kernel, over its length; directly in double precision. */
function cycleSpectrum(kernel: readonly Complex[]): Complex[] {
  const size = kernel.length;
  const turns = kernel.map((_, k) => unitRoot(-k, size));
  return kernel.map((_, k) => {
    let [re, im] = [0, 0];
    kernel.forEach(([r, i], q) => {
      const [c, s] = turns[(q * k) % size]!;
      re += r * c - i * s;
      im += r * s + i * c;
    });
    return [re / size, im / size];
  });
}

/** Bluestein's plan: a convolution with the chirp of smooth length M ≥ 2n-1. */
function planChirp(arena: Arena, precision: Precision, n: number): number {
  const size = smoothLength(2 * n - 1);
  const chirp = Array.from({ length: n }, (_, k) => unitRoot(-(k * k) % (2 * n), 2 * n));
  const chirpTable = writeTable(arena, precision, chirp);
  const spectrumTable = writeTable(arena, precision, chirpSpectrum(chirp, size));
  return writeWords(arena, [n, 0, size, chirpTable, spectrumTable, planLine(arena, precision, size)]);
}

/** The smallest 2^a·3^b·5^c that is not below a length. */
function smoothLength(least: number): number {
  for (let size = least; ; size++) {
    if (factorise(size)?.every((radix) => radix <= 8 && radix !== 7)) return size;
  }
}

/**
 * Forward transform, over M, of the conjugate chirp laid around a circle of M. The filter is symmetric, so its spectrum is a
 * sum of cosines; summed directly in double precision, it is as exact as the twiddles.
 */
function chirpSpectrum(chirp: readonly Complex[], size: number): Complex[] {
  const cosines = Array.from({ length: size }, (_, k) => unitRoot(k, size)[0]);
  const coefficient = (k: number): Complex => {
    let [re, im] = [chirp[0]![0], -chirp[0]![1]];
    for (let q = 1; q < chirp.length; q++) {
      const twice = 2 * cosines[(q * k) % size]!;
      re += twice * chirp[q]![0];
      im -= twice * chirp[q]![1];
    }
    return [re / size, im / size];
  };
  const half = Array.from({ length: Math.floor(size / 2) + 1 }, (_, k) => coefficient(k));
  return Array.from({ length: size }, (_, k) => half[Math.min(k, size - k)]!);
}

function writeTable(arena: Arena, precision: Precision, values: readonly Complex[]): number {
  const View = precision === "single" ? Float32Array : Float64Array;
  const address = arena.allocate(2 * values.length * View.BYTES_PER_ELEMENT);
  new View(arena.memory.buffer, address, 2 * values.length).set(values.flat());
  return address;
}

function writeWords(arena: Arena, words: readonly number[]): number {
  const address = arena.allocate(words.length * Uint32Array.BYTES_PER_ELEMENT);
  new Uint32Array(arena.memory.buffer, address, words.length).set(words);
  return address;
}
