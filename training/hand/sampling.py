"""Map values between voxels, and places about an axis; the twin of src/core/hand/{sampling,helix-axis,waves}.ts."""

import numpy as np
from numba import njit


def circle(count):
    """Cosine and sine of evenly spaced azimuths, a row each."""
    angles = 2 * np.pi * np.arange(count) / count
    return np.stack([np.cos(angles), np.sin(angles)], 1)


@njit(cache=True)
def density_at(volume, x, y, z):
    """Trilinear; 0 outside."""
    i, j, k = int(np.floor(x)), int(np.floor(y)), int(np.floor(z))
    depth, height, width = volume.shape
    if i < 0 or j < 0 or k < 0 or i >= width - 1 or j >= height - 1 or k >= depth - 1:
        return 0.0
    a, b, c = x - i, y - j, z - k
    near = (volume[k, j, i] * (1 - a) + volume[k, j, i + 1] * a) * (1 - b) + (
        volume[k, j + 1, i] * (1 - a) + volume[k, j + 1, i + 1] * a
    ) * b
    far = (volume[k + 1, j, i] * (1 - a) + volume[k + 1, j, i + 1] * a) * (1 - b) + (
        volume[k + 1, j + 1, i] * (1 - a) + volume[k + 1, j + 1, i + 1] * a
    ) * b
    return near * (1 - c) + far * c


@njit(cache=True)
def across(axis, normal):
    """The normal turned square to the axis, and the third direction of a right-handed frame (normal, other, axis)."""
    along = normal[0] * axis[0] + normal[1] * axis[1] + normal[2] * axis[2]
    first = normal - along * axis
    first = first / np.sqrt(first[0] ** 2 + first[1] ** 2 + first[2] ** 2)
    return first, np.cross(axis, first)
