import { MASS_LIMITS } from "../../../checks/mass.ts";
import type { NumberWords } from "./number-words.ts";

const { decenteringPercent, marginAngstrom } = MASS_LIMITS;
const ROOM = `At least ${marginAngstrom} Å on each of the six sides.`;
const MIDDLE = `At most ${decenteringPercent} % of the box along each axis.`;

/** The numbers of 0.a. i₀ and i₁ are the first and last index of the hard mask, N the voxels of the box, s Å a voxel. */
export const MASS_NUMBERS = {
  maskExtent: {
    name: "Extent of the mask",
    definition:
      "The first and the last voxel along an axis at which the hard mask holds anything, counted from 0. Margins and decentering follow from it.",
    formula: "i₀ and i₁: least and greatest index with a voxel of the hard mask",
    criterion: null,
    vrs: "VRS does not print it.",
    source: "vrs",
  },
  marginLeft: {
    name: "Empty space on the left",
    definition:
      "The distance from the face of the box at index 0 to the hard mask. Signal that the microscope spreads beyond the box is lost, so a molecule needs room.",
    formula: { corrected: "s · i₀", vrs: "sₓ · i₀, the voxel size of x on every axis" },
    criterion: ROOM,
    vrs: "VRS prints the same number where voxels are cubic. Its text asks for 30 Å in one place and its code tests 20 Å, which is the rule kept here.",
    source: "vrs",
  },
  marginRight: {
    name: "Empty space on the right",
    definition: "The distance from the hard mask to the face of the box at the last index.",
    formula: { corrected: "s · (N − 1 − i₁)", vrs: "sₓ · (N − i₁)" },
    criterion: ROOM,
    vrs: "VRS counts one voxel more than is empty, so that a mask in the exact middle has more space on the right than on the left.",
    source: "vrs",
  },
  decentering: {
    name: "Mask off centre",
    definition:
      "How far the middle of the mask’s extent lies from the middle of the box, as twice the distance in percent of the box: 0 % is centred, 100 % is at a face.",
    formula: { corrected: "100 · |i₀ + i₁ − 2⌊N/2⌋| / N", vrs: "100 · |right − left| / (sₓ · N)" },
    criterion: MIDDLE,
    vrs: "VRS takes the difference of its two margins, one of which is a voxel too wide. The corrected reading measures from the central voxel.",
    source: "vrs",
  },
  centerOfMass: {
    name: "Centre of mass",
    definition: "The mean position of the density, in voxels counted from 0.",
    formula: {
      corrected: "Σ i·m / Σ m, with m = max(V, 0) inside the hard mask",
      vrs: "Σ i·V / Σ V over the whole box",
    },
    criterion: null,
    vrs: "VRS sums the whole signed map: noise and negative solvent count, and where they nearly cancel the sum the position can lie far outside the box.",
    source: "vrs",
  },
  centerOfMassDecentering: {
    name: "Centre of mass off centre",
    definition: "The distance of the centre of mass from the middle of the box, in percent of the box.",
    formula: { corrected: "100 · |c − ⌊N/2⌋| / N", vrs: "100 · |c − N/2| / N" },
    criterion: MIDDLE,
    vrs: "VRS measures from half the box, which lies half a voxel from the central voxel where N is odd, and uses its own centre of mass.",
    source: "vrs",
  },
} as const satisfies Readonly<Record<string, NumberWords>>;
