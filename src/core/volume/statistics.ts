/** Distribution of the map values of a whole box. `std` is the root mean square deviation about the mean (population). */
export interface MapStatistics {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly std: number;
}
