import { LOCAL_B_FACTOR_LIMITS } from "../../../checks/local-b-factor.ts";
import { LOCAL_OCCUPANCY_LIMITS } from "../../../checks/local-occupancy.ts";
import { formatDecimal } from "../../../core/format/numbers.ts";
import type { NumberWords } from "./number-words.ts";

const { lowest, highest } = LOCAL_B_FACTOR_LIMITS;
const SAME = "VRS prints the same number.";
const OFFSET =
  "VRS divides each band by its sum, which alone gives white noise a B-factor; the corrected reading takes that off.";
const B_FACTOR = {
  corrected: "4 · slope of ln amplitude on 1/d², less that of white noise",
  vrs: "4 · slope of ln amplitude on 1/d²",
};
const OCCUPANCY = "share of the frequencies at which the local amplitude is not among the lowest quarter of the mask";

/** The numbers of 0.f and 0.g, taken voxel by voxel in the mask of the resized map. */
export const LOCAL_NUMBERS = {
  localBFactorMedian: {
    name: "Median local B-factor",
    definition:
      "Half of the voxels in the mask have a lower local B-factor, half a higher one. It is the number judged.",
    formula: B_FACTOR,
    criterion: `From ${formatDecimal(lowest, 0)} to ${highest} Å².`,
    vrs: `${OFFSET} VRS prints its unit as Å⁻².`,
    source: "localBFactor",
  },
  localBFactorPercentile: {
    name: "Percentile of the local B-factor",
    definition:
      "The local B-factor below which this share of the voxels in the mask lies. The spread shows how much the parts of a map differ.",
    formula: B_FACTOR,
    criterion: null,
    vrs: OFFSET,
    source: "localBFactor",
  },
  whiteNoiseOffset: {
    name: "White noise in VRS",
    definition:
      "The B-factor that VRS’s estimate gives to pure white noise on this grid. The two readings differ by it.",
    formula: "corrected = VRS − this value",
    criterion: null,
    vrs: "VRS does not print it.",
    source: "localBFactor",
  },
  resizedBox: {
    name: "Resized box",
    definition:
      "The map is resized to half its reported resolution a voxel before the local methods, which keeps what they read and saves time.",
    formula: "voxels along x, y, z",
    criterion: null,
    vrs: "VRS does the same.",
    source: "vrs",
  },
  resizedVoxelSize: {
    name: "Voxel size of the resized map",
    definition: "The voxel size that the local methods work with.",
    formula: "half the reported resolution, nominally",
    criterion: null,
    vrs: "VRS uses the nominal size too, though the true one differs a little where the box is rounded to whole voxels.",
    source: "vrs",
  },
  resizedMaskVoxels: {
    name: "Voxels in the mask of the resized map",
    definition: "How many local values the percentiles are taken from.",
    formula: "voxels of the resized map’s own hard mask at the same level",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
  localOccupancyMedian: {
    name: "Median local occupancy",
    definition:
      "Half of the voxels in the mask have a lower local occupancy. By construction it cannot fall below 50 %.",
    formula: OCCUPANCY,
    criterion: {
      corrected: "For information: no value can fail.",
      vrs: `At least ${100 * LOCAL_OCCUPANCY_LIMITS.median} %.`,
    },
    vrs: "VRS prints the same number and judges it, although each frequency leaves out a quarter of the mask whatever the map is.",
    source: "localBFactor",
  },
  localOccupancyPercentile: {
    name: "Percentile of the local occupancy",
    definition:
      "The local occupancy below which this share of the voxels in the mask lies. Low values point to density that is only partly there.",
    formula: OCCUPANCY,
    criterion: null,
    vrs: SAME,
    source: "localBFactor",
  },
  localOccupancyFrequencies: {
    name: "Frequencies",
    definition:
      "At how many frequencies the local amplitude is compared; occupancy comes in steps of one over this number.",
    formula: "bands between 15 Å and the reported resolution",
    criterion: null,
    vrs: "VRS uses the same bands.",
    source: "localBFactor",
  },
} as const satisfies Readonly<Record<string, NumberWords>>;
