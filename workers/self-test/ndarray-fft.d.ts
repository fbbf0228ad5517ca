declare module "ndarray-fft" {
  import type { NdArray } from "ndarray";

  /** In place; 1 is Σ e^(+2πi jk/n), unnormalised, and -1 its inverse with 1/N. */
  export default function fft(direction: 1 | -1, re: NdArray, im: NdArray): void;
}
