import { MASK_LIMITS } from "../../../checks/mask.ts";
import type { NumberWords } from "./number-words.ts";

const { componentsTo95, remainingVolume, remainingVoxels, overlap } = MASK_LIMITS;
const SAME = "VRS prints the same number.";
const CUBES = "VRS cubes the voxel size of x, which is the same number where voxels are cubic.";
const PROTEIN =
  "1.207 Å³ per dalton and 110 Da per residue are VRS’s constants for protein; nucleic acid is denser, so its mass is underestimated.";

/** The numbers of 0.b. S is the number of voxels in the raw mask. */
export const MASK_NUMBERS = {
  rawVoxels: {
    name: "Voxels above the level",
    definition: "The raw mask: every voxel whose value is at or above the contour level.",
    formula: "S = number of voxels with V ≥ level, compared as 32-bit floats",
    criterion: null,
    vrs: `${SAME} It passes the level through six decimals on the way to other steps, which loses levels below about 10⁻⁶.`,
    source: "vrs",
  },
  rawVolume: {
    name: "Volume above the level",
    definition:
      "The volume that the contour encloses. At a level that suits the map it is near the molecule’s own volume.",
    formula: "S · volume of a voxel",
    criterion: null,
    vrs: CUBES,
    source: "vrs",
  },
  componentCount: {
    name: "Components",
    definition:
      "The separate pieces of the raw mask. Voxels that touch by a face, an edge or a corner belong to one piece. Hundreds of specks of noise are normal if they weigh little.",
    formula: "number of 26-connected components of V ≥ level",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
  componentsTo95: {
    name: "Components for 95 % of the mass",
    definition:
      "Pieces, largest first, that together hold at least 95 % of the raw mask. Many mean that the level takes the molecule apart, or that the map holds more than one.",
    formula: "least n with size₁ + … + sizeₙ ≥ 0.95 · S",
    criterion: `At most ${componentsTo95}.`,
    vrs: "VRS counts the background as an entry of the same list and takes one off: the same number, unless the background is smaller than the pieces needed.",
    source: "vrs",
  },
  remainingCount: {
    name: "Components beyond them",
    definition: "The pieces left when those that hold 95 % of the mass are set aside. They should be noise.",
    formula: "components − components for 95 %",
    criterion: null,
    vrs: "VRS prints the same number, but the sizes that it names for them begin with the last piece already counted.",
    source: "vrs",
  },
  remainingMeanVolume: {
    name: "Mean volume of the remaining components",
    definition: "How large the remaining pieces are on average. Noise is small; density that has come loose is not.",
    formula: {
      corrected: "voxels remaining / components remaining · volume of a voxel",
      vrs: "sₓ³, whenever anything remains",
    },
    criterion: {
      corrected: `At most ${remainingVolume} Å³, or ${remainingVoxels} voxels where that is more.`,
      vrs: `At most ${remainingVolume} Å³.`,
    },
    vrs: "VRS divides the remaining volume by itself, so that its mean is one voxel: it warns for any map with voxels above 1.71 Å and something left, and for no other.",
    source: "vrs",
  },
  hardMask: {
    name: "Hard mask",
    definition:
      "The largest piece of the raw mask, grown by about 2 Å. Checks 0.a and 0.c take what is inside it for the molecule and what is outside for background.",
    formula: "largest component, dilated by ⌈2 Å / s⌉ voxels through faces and edges, faces of the box cleared",
    criterion: null,
    vrs: "VRS labels with another flood fill; on 2 of 16 real maps its mask differs, by 10 and 33 voxels.",
    source: "vrs",
  },
  overlap: {
    name: "Share of the raw mask inside it",
    definition:
      "How much of what lies above the level the hard mask covers. A low share means that the mask misses pieces of the map.",
    formula: "voxels in both masks / S",
    criterion: `At least ${overlap}.`,
    vrs: SAME,
    source: "vrs",
  },
  componentVoxels: {
    name: "Size of a component",
    definition: "The voxels of each piece, largest first, until they hold 95 % of the mass; at most 100 rows.",
    formula: "voxels of the component",
    criterion: null,
    vrs: "VRS prints the same sizes, one after the other without a separator.",
    source: "vrs",
  },
  componentVolume: {
    name: "Volume of a component",
    definition: "Its voxels times the volume of one.",
    formula: "voxels · volume of a voxel",
    criterion: null,
    vrs: CUBES,
    source: "vrs",
  },
  componentShare: {
    name: "Share of a component",
    definition: "Its part of the raw mask; VRS calls it mass because each voxel counts alike.",
    formula: "100 · voxels / S",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
  componentTogether: {
    name: "Share together",
    definition: "The part of the raw mask in this piece and all larger ones.",
    formula: "100 · (size₁ + … + sizeₙ) / S",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
  curveVoxels: {
    name: "Voxels above each level",
    definition: "How many voxels lie strictly above a level, at steps of a 25th of the map’s maximum.",
    formula: "number of voxels with V > k · max / 25, k = 1, 2, …",
    criterion: null,
    vrs: "VRS prints the same rows. Rounding gives about one map in eight a 25th row at the maximum; it is kept.",
    source: "vrs",
  },
  curveMass: {
    name: "Mass enclosed",
    definition: `The mass of protein that would fill the volume above the level. ${PROTEIN}`,
    formula: "voxels · volume of a voxel / 1207, in kDa",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
  curveResidues: {
    name: "Residues enclosed",
    definition: `The number of amino acids with that mass. ${PROTEIN}`,
    formula: "voxels · volume of a voxel / (110 · 1.207)",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
} as const satisfies Readonly<Record<string, NumberWords>>;
