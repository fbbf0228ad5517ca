"""Helical waves about a candidate axis; the twin of src/core/hand/{cylinder,axis-search,features}.ts."""

import numpy as np
from numba import njit

PITCH = 5.4
# Coordinate search: cylinder radii (Å), azimuths, heights (Å) and the width of the Gaussian window along the axis.
SEARCH_RADII = np.array([1.6, 2.4, 3.2])
SEARCH_AZIMUTHS = 12
SEARCH_HEIGHTS = np.arange(-7, 8) * 1.1
WINDOW = 5.0
# A helix is also a rod: its core is dense and the ground between helices is not. What the search adds for that.
ROD_HEIGHTS = np.arange(-7, 8) * 1.4
ROD_WINDOW = 6.0
ROD_CORE, ROD_GROUND = 1.8, 5.0
ROD_SHARE = 0.3
# Features: finer cylinder, and a second, longer window.
RADII = np.array([0.8, 1.6, 2.4, 3.2, 4.0, 4.8])
AZIMUTHS = 16
HEIGHTS = np.arange(-14, 15) * 0.9
LONG_WINDOW = 8.0
SHORT_WINDOW = 3.0
# Layer lines of an alpha helix (18 residues, 5 turns, 27 Å): order of the Bessel function and signed period (Å).
LINES = np.array([(1, 5.4), (2, 2.7), (3, -9.0), (2, -3.375), (4, -13.5)])
# Which radii are added up, complex, in one wave.
RADIAL_SETS = np.array([(0, 1, 1, 1, 0, 0), (1, 1, 0, 0, 0, 0), (0, 0, 0, 1, 1, 0), (0, 0, 0, 0, 1, 1)], np.float64)
FLOOR = 1e-3


def cone(degrees, step):
    """Tilts (tangents along the two normals) up to an angle, on rings of 6, 12, ... directions."""
    tilts = [(0.0, 0.0)]
    for ring in range(1, int(degrees / step) + 1):
        size = np.tan(np.radians(ring * step))
        angles = 2 * np.pi * np.arange(6 * ring) / (6 * ring)
        tilts += [(size * np.cos(angle), size * np.sin(angle)) for angle in angles]
    return np.array(tilts)


WIDE_TILTS = cone(24, 12)
FINE_TILTS = cone(6, 6)
SHIFTS = np.array([(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (0.8, 0.8), (-0.8, 0.8), (0.8, -0.8), (-0.8, -0.8)])


def circle(count):
    """Cosine and sine of evenly spaced azimuths, a row each."""
    angles = 2 * np.pi * np.arange(count) / count
    return np.stack([np.cos(angles), np.sin(angles)], 1)


SEARCH_CIRCLE = circle(SEARCH_AZIMUTHS)


def search_waves():
    """Windowed cosine and sine of the 5.4 Å wave at the heights of the search, a row each."""
    phase = 2 * np.pi * SEARCH_HEIGHTS / PITCH
    window = np.exp(-0.5 * (SEARCH_HEIGHTS / WINDOW) ** 2)
    return np.stack([window * np.cos(phase), window * np.sin(phase)], 1)


SEARCH_WAVES = search_waves()
ROD_WEIGHTS = ROD_SHARE / 12 * np.exp(-0.5 * (ROD_HEIGHTS / ROD_WINDOW) ** 2)


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


@njit(cache=True)
def wave_strength(volume, centre, axis, normal, radii, circle, waves, heights):
    """|A_R| and |A_L| of the 5.4 Å wave."""
    first, second = across(axis, normal)
    rr = ri = lr = li = 0.0
    for k in range(heights.shape[0]):
        cosine = sine = 0.0
        for azimuth in range(circle.shape[0]):
            c, s = circle[azimuth, 0], circle[azimuth, 1]
            total = 0.0
            for radius in radii:
                dx = radius * (c * first[0] + s * second[0]) + heights[k] * axis[0]
                dy = radius * (c * first[1] + s * second[1]) + heights[k] * axis[1]
                dz = radius * (c * first[2] + s * second[2]) + heights[k] * axis[2]
                total += density_at(volume, centre[0] + dx, centre[1] + dy, centre[2] + dz)
            cosine += total * c
            sine += total * s
        wc, ws = waves[k, 0], waves[k, 1]
        rr += cosine * wc + sine * ws
        ri += cosine * ws - sine * wc
        lr += cosine * wc - sine * ws
        li += cosine * ws + sine * wc
    return np.sqrt(rr * rr + ri * ri), np.sqrt(lr * lr + li * li)


@njit(cache=True)
def rod_strength(volume, centre, axis, normal, circle, heights, weights):
    """Density on the axis and at the core's radius above that of the ground around, at six azimuths."""
    first, second = across(axis, normal)
    strength = 0.0
    for k in range(heights.shape[0]):
        x = centre[0] + heights[k] * axis[0]
        y = centre[1] + heights[k] * axis[1]
        z = centre[2] + heights[k] * axis[2]
        contrast = 6 * density_at(volume, x, y, z)
        for azimuth in range(0, circle.shape[0], 2):
            c, s = circle[azimuth, 0], circle[azimuth, 1]
            dx = c * first[0] + s * second[0]
            dy = c * first[1] + s * second[1]
            dz = c * first[2] + s * second[2]
            contrast += density_at(volume, x + ROD_CORE * dx, y + ROD_CORE * dy, z + ROD_CORE * dz)
            contrast -= density_at(volume, x + ROD_GROUND * dx, y + ROD_GROUND * dy, z + ROD_GROUND * dz)
        strength += weights[k] * contrast
    return strength


@njit(cache=True)
def search(volume, centre, axis, normal, wide, shifts, fine, radii, circle, waves, heights, rods, weights):
    """Tilts, shifts, small tilts: each time the place of the strongest wave of either hand about the best rod."""
    best = -1e9
    for stage in range(3):
        first, second = across(axis, normal)
        moves = wide if stage == 0 else shifts if stage == 1 else fine
        found_axis, found_centre = axis, centre
        for move in range(moves.shape[0]):
            step = moves[move, 0] * first + moves[move, 1] * second
            tried_axis, tried_centre = axis, centre
            if stage == 1:
                tried_centre = centre + step
            else:
                tried_axis = axis + step
                tried_axis = tried_axis / np.sqrt((tried_axis**2).sum())
            right, left = wave_strength(volume, tried_centre, tried_axis, first, radii, circle, waves, heights)
            strength = max(right, left) / (len(radii) * len(circle))
            strength += rod_strength(volume, tried_centre, tried_axis, first, circle, rods, weights)
            if strength > best:
                best, found_axis, found_centre = strength, tried_axis, tried_centre
        axis, centre, normal = found_axis, found_centre, first
    return centre, axis, across(axis, normal)[0]


@njit(cache=True)
def cylinder(volume, centre, axis, normal, radii, circle, heights, out):
    """out[radius, azimuth, height]."""
    first, second = across(axis, normal)
    for i in range(radii.shape[0]):
        for j in range(circle.shape[0]):
            across_x = radii[i] * (circle[j, 0] * first[0] + circle[j, 1] * second[0])
            across_y = radii[i] * (circle[j, 0] * first[1] + circle[j, 1] * second[1])
            across_z = radii[i] * (circle[j, 0] * first[2] + circle[j, 1] * second[2])
            for k in range(heights.shape[0]):
                out[i, j, k] = density_at(
                    volume,
                    centre[0] + across_x + heights[k] * axis[0],
                    centre[1] + across_y + heights[k] * axis[1],
                    centre[2] + across_z + heights[k] * axis[2],
                )


def refined(prepared, positions, axes, normals):
    """Candidates moved to their strongest wave: centres, axes, normals, and the cylinders about them."""
    volume, count = prepared.density, len(positions)
    found = np.zeros((count, 3, 3))
    cylinders = np.zeros((count, len(RADII), AZIMUTHS, len(HEIGHTS)))
    for i in range(count):
        place = search(
            volume, positions[i], np.ascontiguousarray(axes[i]), np.ascontiguousarray(normals[i]), WIDE_TILTS, SHIFTS,
            FINE_TILTS, SEARCH_RADII, SEARCH_CIRCLE, SEARCH_WAVES, SEARCH_HEIGHTS,
            ROD_HEIGHTS, ROD_WEIGHTS,
        )  # fmt: skip
        found[i] = place
        cylinder(volume, *place, RADII, circle(AZIMUTHS), HEIGHTS, cylinders[i])
    return found, cylinders


def wave(cylinders, line, window):
    """Waves of both hands by radius: count x 2 x radii, complex; mean over azimuths, sum over heights."""
    order, period = line
    azimuths = 2 * np.pi * np.arange(AZIMUTHS) / AZIMUTHS
    along = np.exp(-0.5 * (HEIGHTS / window) ** 2)
    turned = cylinders @ (along[:, None] * np.exp(1j * np.outer(2 * np.pi * HEIGHTS / period, [1, -1])))
    return np.einsum("nrah,a->nhr", turned, np.exp(-1j * order * azimuths)) / AZIMUTHS
