/** A term of the report and what it means here. */
export type Definition = readonly [term: string, meaning: string];

/** The terms that numbers of the report rest on, in the order in which they come up. */
export const DEFINITIONS: readonly Definition[] = [
  ["Map value", "the density that the file holds, as a 32-bit real; its scale is the author’s."],
  ["Index", "of a voxel or slice, counted from 0; x runs fastest."],
  ["σ", "standard deviation about the mean, over all voxels concerned."],
  ["Raw mask", "every voxel at or above the contour level."],
  ["Piece", "voxels of the raw mask that touch by a face, an edge or a corner; VRS says component."],
  [
    "Hard mask",
    "the largest piece, grown over faces and edges by whole voxels until 2 Å are reached; the outermost voxels of the box stay out of it.",
  ],
  ["Soft mask", "the hard mask, blurred by a Gaussian of standard deviation 1.41 voxels."],
  ["Background", "every voxel outside the hard mask."],
  ["Overlap", "share of the raw mask that lies in the hard mask."],
  ["Slice of largest variance", "of all slices across an axis the one whose values vary most; of equals, the first."],
  [
    "Independent voxels",
    "voxels of the background, divided by the sum of their autocorrelation out to where it first falls to zero.",
  ],
  ["Amplitude", "modulus of the Fourier transform of the map, its mean over a shell of spatial frequencies 1/d."],
  ["B-factor", "four times the slope of ln amplitude against 1/d²; in Å², negative where amplitudes fall off."],
  [
    "Resized map",
    "the map at half the reported resolution a voxel, in a cube; the local methods measure it inside its own hard mask.",
  ],
  ["Percentile", "the value below which so many percent of the values lie, by linear interpolation."],
  [
    "Isosurface",
    "where the map, linear between voxels, has the contour level (marching cubes), in parallel projection.",
  ],
];
