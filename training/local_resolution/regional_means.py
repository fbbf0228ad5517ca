"""Energies averaged over the neighbourhood of each point in the mask. `src/core/local-resolution/regional-means.ts` is
the same in TypeScript."""

import numpy as np
import scipy.ndimage

# Points of the grid along a block's edge; Å; and the standard deviations after which the Gaussian is cut.
BLOCK = 2
SIGMA = 8.0
REACH = 3.0


def regional_means(energies, index, spacing):
    """The mean of the energies about each point, weighted by a Gaussian of 8 Å, over the points of the mask alone.

    energies: points x bands; index: the points' places on the grid, points x 3; spacing: of the grid, Å. Points are
    gathered in blocks of 2 x 2 x 2, and the points of a block share their means. Same order and shape as energies.
    """
    blocks = np.asarray(index, int) // BLOCK
    shape = tuple(blocks.max(0) + 1)
    place = np.ravel_multi_index(tuple(blocks.T), shape)
    columns = [np.ones(len(place), np.float32), *energies.T]
    fields = [np.bincount(place, column, int(np.prod(shape))).reshape(shape) for column in columns]
    deviations = [SIGMA / (BLOCK * step) for step in spacing]
    counts, *sums = (
        scipy.ndimage.gaussian_filter(field, deviations, mode="constant", truncate=REACH).ravel()[place]
        for field in fields
    )
    return np.stack(sums, axis=1) / counts[:, None]
