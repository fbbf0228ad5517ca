"""Estimates smoothed over a mask. `src/core/local-resolution/smooth-estimates.ts` is the same in TypeScript."""

import numpy as np
import scipy.ndimage

# Å; and the standard deviations after which the Gaussian is cut.
SIGMA = 3.0
REACH = 3.0


def smoothed(values, index, spacing):
    """The mean of the values (Å) about each point, weighted by a Gaussian of 3 Å, over the points of the mask alone.

    index: the points' places on the grid, points x 3; spacing: of the grid, Å.
    """
    places = tuple(np.asarray(index, int).T)
    shape = [int(axis.max()) + 1 for axis in places]
    sums, shares = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    sums[places], shares[places] = values, 1
    deviations = [SIGMA / step for step in spacing]
    sums, shares = (
        scipy.ndimage.gaussian_filter(field, deviations, mode="constant", truncate=REACH) for field in (sums, shares)
    )
    return sums[places] / shares[places]
