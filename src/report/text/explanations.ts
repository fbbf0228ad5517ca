import type { CheckKey, Reading } from "../../checks/check.ts";

/** What a check looks at and how to read it, and the rule by which each reading judges it. */
export interface Explanation {
  readonly explanation: string;
  readonly criterion: Readonly<Record<Reading, string>>;
}

const SAME_AS_VRS = (rule: string) => ({ corrected: rule, vrs: rule });

const EXPLANATIONS: Readonly<Record<CheckKey, Explanation>> = {
  mass: {
    explanation:
      "The molecule should sit near the middle of its box with room on every side: the contrast transfer function spreads each point over some distance, and what is spread beyond the box cannot be brought back. Margins are measured from the faces of the box to the hard mask. A molecule cut out for local refinement may lie off centre for good reason.",
    criterion: SAME_AS_VRS(
      "OK if the mask and the centre of mass lie at most 20 % of the box off centre along each axis, and each of the six margins is at least 20 Å.",
    ),
  },
  mask: {
    explanation:
      "At the contour level most of the mass should form one connected piece. Many specks of noise are normal, but together they should weigh little. The raw mask holds every voxel at or above the level; the constructed, hard mask is the largest piece of it, dilated. The two should overlap: overlap is the share of the raw mask that lies inside the constructed one.",
    criterion: {
      corrected:
        "OK if at most 5 pieces hold 95 % of the mass, the remaining pieces have a mean volume of at most 5 Å³ or 1.5 voxels, whichever is larger, and the overlap is at least 75 %.",
      vrs: "OK if at most 5 components hold 95 % of the mass, the mean volume of the remaining ones is at most 5 Å³, and the overlap is at least 75 %. VRS divides the remaining volume by itself, so its mean is the volume of one voxel whenever anything remains.",
    },
  },
  background: {
    explanation:
      "Background is every voxel outside the hard mask. Its mean should be zero, and very few of its voxels should lie beyond five standard deviations; those that do should be scattered without structure. Where a mask has been applied to the map, most of the background is one constant value and tells nothing about noise.",
    criterion: {
      corrected:
        "Warns if the mean differs from zero by more than 0.05 σ with p below 0.001, counting only independent voxels (at least 10), or if more than 1 % of the background lies beyond 5 σ of its mean. Does not apply to a masked map.",
      vrs: "OK if the hypothesis of a zero mean has p of at least 0.001, every voxel counted as independent, and voxels beyond 5 σ of zero are at most 20 times as many as in a Gaussian.",
    },
  },
  bFactor: {
    explanation:
      "The Guinier plot shows the logarithm of the mean amplitude in each resolution shell against 1/d². Between 15 Å and the reported resolution a line is fitted; four times its slope is the B-factor. It is negative where amplitudes fall towards high resolution. Strongly negative means that the map was not sharpened; positive means that it was sharpened too much.",
    criterion: {
      corrected:
        "OK if B lies from −300 to 0 Å². Does not apply if the reported resolution is worse than 10 Å or unknown, or if fewer than 5 shells lie between 15 Å and it.",
      vrs: "OK if B lies from −300 to 0 Å². A B that is not a number counts as OK.",
    },
  },
  localResolution: {
    explanation:
      "Local resolution is estimated from the look of the density, and compared with the resolution that was reported. About every 2 Å in the hard mask, the strength of the map in 17 bands of resolution, from 14 to 2.35 Å, is compared with that of the whole mask and of the noise around it; small networks, trained on simulated maps, tell a local resolution from them.",
    criterion: {
      corrected:
        "OK if the finest 2.5 % of the mask look at most 2 Å coarser than the reported resolution: the estimate cannot tell less. Does not apply if the reported resolution is better than 2 Å, worse than 13 Å or unknown.",
      vrs: "OK if at least 0.1 % of the voxels are finer than the reported resolution and the 2.5 and 97.5 percentiles are at least 0.01 Å apart.",
    },
  },
  localBFactor: {
    explanation:
      "At each voxel of the mask the amplitude is measured in ten narrow bands of spatial frequency from 15 Å to the reported resolution, by band-pass filters and their Riesz transforms, and damped where it does not stand out from the background. Four times the slope of its logarithm against 1/d² is the local B-factor: negative where amplitudes decay, positive where they rise with resolution.",
    criterion: {
      corrected:
        "OK if the median lies from −300 to 0 Å² after the value of white noise is taken off, and the values differ. Does not apply at 15 Å or worse, or where that range is narrower than three filters.",
      vrs: "OK if the median lies from −300 to 0 Å² and the 2.5 and 97.5 percentiles are at least 0.01 Å² apart. What white noise gets is not taken off.",
    },
  },
  localOccupancy: {
    explanation:
      "At each voxel of the mask, local occupancy is the share of frequencies from 15 Å to the reported resolution at which the local amplitude is not among the lowest quarter of the mask. Low values that lie together point to density that is only partly there.",
    criterion: {
      corrected:
        "For information: at every frequency three quarters of the mask pass by construction, so the median cannot fall below 50 % whatever the map.",
      vrs: "OK if the median is at least 50 % and the 2.5 and 97.5 percentiles are at least 10 % apart.",
    },
  },
  hand: {
    explanation:
      "A map can be the mirror image of the molecule without any change in its resolution. Alpha helices of proteins are right-handed, so their turns tell which hand the map has. Every ridge of density is followed to the axis of the helix that may run there. A network, trained on simulated maps of both hands, compares the cylinder of density about it with its mirror image, and two small ones weigh the places. Beside them stands D, the logarithm of the ratio of the right-handed to the left-handed wave with the pitch of an alpha helix, 5.4 Å. The score is 0 for the hand of nature and 1 for its mirror image; of a mirrored map it is 1 less that of the map.",
    criterion: {
      corrected:
        "OK if the score is at most 0.5. Undetermined, for information, if there are too few helices or too little evidence. Does not apply without a reported resolution of 5 Å or better.",
      vrs: "OK if the score is at most 0.4; up to 0.5 the orientation is uncertain, above it the map is flipped. VRS’s rule, applied to a score of another origin.",
    },
  },
};

/** The words about one check that do not depend on the map. */
export function explanationOf(key: CheckKey): Explanation {
  return EXPLANATIONS[key];
}
