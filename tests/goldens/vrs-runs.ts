const NOTHING_REMAINS = "Nothing remains beyond 95 % of the mass; VRS prints the last entry of its list all the same.";
const NEAR_TIE = "Slices whose variances tie to a relative 1e-6: the lowest index here, float32 rounding in VRS.";
const ZERO_SUM = "The map sums to zero but for rounding, so its centre of mass is rounding alone.";
const FLOOD_FILL = "VRS's directed flood fill joins 10 voxels less to the largest component.";
const INT8 = "VRS takes abs(−128) as −128 in int8, so such voxels never lie beyond 5 σ.";
const LISTED_BACKGROUND = "VRS counts the background as one of its 100 rows.";
const CUBED_X = "VRS cubes the voxel size along x; the header's three differ in the eighth figure.";
const NO_LINE = "No line is fitted: VRS writes 0, the report no number.";

/** What VRS measured: its map, and every place where MapAssay knowingly says something else. */
export const VRS_RUNS: Record<string, { readonly map: string; readonly exceptions: Record<string, string> }> = {
  T32_3: { map: "T32", exceptions: {} },
  T32_6: { map: "T32", exceptions: {} },
  T32_8: { map: "T32", exceptions: {} },
  emd_1080: {
    map: "emd_1080.mrc",
    exceptions: {
      "figures.maxVarianceSlices.hardMask.1": NEAR_TIE,
      "figures.maxVarianceSlices.softMask.2": NEAR_TIE,
      "mask.remaining.smallestVoxels": NOTHING_REMAINS,
    },
  },
  emd_1155: {
    map: "emd_1155.ccp4",
    exceptions: {
      "figures.maxVarianceSlices.outliers.0": INT8,
      "figures.maxVarianceSlices.outliers.1": INT8,
      "mask.components.length": LISTED_BACKGROUND,
      "mask.massCurve.0.residues": CUBED_X,
      "background.vrs.outlierPercent": INT8,
      "background.vrs.outlierRatio": INT8,
    },
  },
  emd_1997: { map: "emd_1997.map", exceptions: {} },
  emd_3197: {
    map: "emd_3197.map",
    exceptions: {
      "mask.remaining.smallestVoxels": NOTHING_REMAINS,
      ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`bFactor.guinier.${i}.corrected`, NO_LINE])),
    },
  },
  emd_32143_42: {
    map: "low-res-emd-32143_42.map",
    exceptions: { "mask.remaining.smallestVoxels": NOTHING_REMAINS },
  },
  emd_5170: { map: "emd_5170.map", exceptions: { "mask.remaining.smallestVoxels": NOTHING_REMAINS } },
  emd_5778_3j5p: {
    map: "5578_ChainA.mrc",
    exceptions: {
      "figures.maxVarianceSlices.hardMask.2": FLOOD_FILL,
      "mask.constructed.voxels": FLOOD_FILL,
      "mask.constructed.volume": FLOOD_FILL,
      "background.voxels": FLOOD_FILL,
      "background.mean": FLOOD_FILL,
      "background.std": FLOOD_FILL,
      "background.vrs.t": FLOOD_FILL,
      "background.vrs.p": FLOOD_FILL,
      "background.vrs.outlierRatio": FLOOD_FILL,
    },
  },
  emd_6824: {
    map: "emd_6824.mrc",
    exceptions: {
      "figures.maxVarianceSlices.hardMask.0": NEAR_TIE,
      "mass.vrs.centerOfMass.0": ZERO_SUM,
      "mass.vrs.centerOfMass.1": ZERO_SUM,
      "mass.vrs.centerOfMass.2": ZERO_SUM,
      "mass.vrs.centerOfMassDecentering.0": ZERO_SUM,
      "mass.vrs.centerOfMassDecentering.1": ZERO_SUM,
      "mass.vrs.centerOfMassDecentering.2": ZERO_SUM,
      "mask.remaining.smallestVoxels": NOTHING_REMAINS,
    },
  },
};
