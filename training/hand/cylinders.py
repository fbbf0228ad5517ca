"""The density on a cylinder about an axis, which two networks read; the twin of src/core/hand/cylinder.ts."""

import numpy as np
from numba import njit

from training.hand.sampling import across, circle, density_at

# Å: the circles about the axis, and where they lie along it. Azimuths count from the axis' normal.
RADII = np.array([0.8, 1.6, 2.4, 3.4, 4.6, 6.0, 8.0, 10.0])
HEIGHTS = np.arange(-10, 11) * 1.5
AZIMUTHS = 12
CIRCLE = circle(AZIMUTHS)


def cylinders(volume, found):
    """Cells (count x azimuth x height x radius) about each axis; found: centre, axis and normal of each."""
    cells = np.zeros((len(found), AZIMUTHS, len(HEIGHTS), len(RADII)))
    for place, own in zip(found, cells, strict=True):
        fill(volume, *place, RADII, CIRCLE, HEIGHTS, own)
    return cells


@njit(cache=True)
def fill(volume, centre, axis, normal, radii, circle, heights, out):
    """out[azimuth, height, radius]."""
    first, second = across(axis, normal)
    for j in range(circle.shape[0]):
        outward = circle[j, 0] * first + circle[j, 1] * second
        for k in range(heights.shape[0]):
            middle = centre + heights[k] * axis
            for i in range(radii.shape[0]):
                place = middle + radii[i] * outward
                out[j, k, i] = density_at(volume, place[0], place[1], place[2])


def mirrored(cells):
    """The cylinders in the mirror: azimuths run the other way."""
    return np.roll(cells[:, ::-1], 1, 1)


def turned(cells):
    """The same cylinders turned over by the two-fold axis along the normal: azimuths and heights run the other way."""
    return mirrored(cells)[:, :, ::-1]
