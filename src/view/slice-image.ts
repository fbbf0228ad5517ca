/** A slice in display orientation: first row at the top, map units. */
export interface SliceImage {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}
