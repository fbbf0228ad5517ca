"""What lies about a candidate axis, and its waves at places beside it; the twin of src/core/hand/surroundings.ts."""

import numpy as np
from numba import njit

from training.hand.helical_waves import PITCH, SHIFTS, across, circle, density_at

# Cylinders about the axis: radii, heights and the width of the window along them, Å.
RADII = np.arange(8) * 1.5
HEIGHTS = np.arange(-7, 8) * 2.0
WINDOW = 6.0
CIRCLE = circle(12)
LEAST_ASYMMETRY = 1e-4
# Heights of the core, by index from the middle, Å: 4, 8 and 14.
CORE_STEPS = (2, 4, 7)
# The 5.4 Å wave at the shifted places: radii, heights and windows, Å.
WAVE_RADII = np.array([1.6, 2.4, 3.2, 4.0])
WAVE_HEIGHTS = np.arange(-9, 10) * 1.2
WAVE_WINDOWS = (5.0, 8.0)


def windowed_waves():
    """Windowed cosine and sine of the 5.4 Å wave: window x height x 2."""
    phase = 2 * np.pi * WAVE_HEIGHTS / PITCH
    windows = [np.exp(-0.5 * (WAVE_HEIGHTS / window) ** 2) for window in WAVE_WINDOWS]
    return np.stack([np.stack([window * np.cos(phase), window * np.sin(phase)], 1) for window in windows])


WAVES = windowed_waves()


@njit(cache=True)
def harmonics_about(volume, centre, axis, normal, radii, circle, heights, out):
    """out[radius, height]: the mean, and cosine and sine of orders 1 and 2 over the azimuth."""
    first, second = across(axis, normal)
    for i in range(radii.shape[0]):
        for k in range(heights.shape[0]):
            for j in range(circle.shape[0]):
                c, s = circle[j, 0], circle[j, 1]
                away = radii[i] * (c * first + s * second) + heights[k] * axis
                value = density_at(volume, centre[0] + away[0], centre[1] + away[1], centre[2] + away[2]) / circle.shape[0]
                out[i, k, 0] += value
                out[i, k, 1] += value * c
                out[i, k, 2] += value * s
                out[i, k, 3] += value * (c * c - s * s)
                out[i, k, 4] += value * 2 * c * s


@njit(cache=True)
def squared_waves(volume, centre, axis, normal, shifts, radii, circle, heights, waves, out):
    """out[window, hand]: mean over the shifts of |A_R|^2 and |A_L|^2 of the 5.4 Å wave; a mean over the circles."""
    first, second = across(axis, normal)
    share = 1.0 / (radii.shape[0] * circle.shape[0])
    for move in range(shifts.shape[0]):
        place = centre + shifts[move, 0] * first + shifts[move, 1] * second
        sums = np.zeros((waves.shape[0], 4))
        for k in range(heights.shape[0]):
            cosine = sine = 0.0
            for j in range(circle.shape[0]):
                c, s = circle[j, 0], circle[j, 1]
                total = 0.0
                for radius in radii:
                    dx = radius * (c * first[0] + s * second[0]) + heights[k] * axis[0]
                    dy = radius * (c * first[1] + s * second[1]) + heights[k] * axis[1]
                    dz = radius * (c * first[2] + s * second[2]) + heights[k] * axis[2]
                    total += density_at(volume, place[0] + dx, place[1] + dy, place[2] + dz)
                cosine += total * c * share
                sine += total * s * share
            for window in range(waves.shape[0]):
                wc, ws = waves[window, k, 0], waves[window, k, 1]
                sums[window, 0] += cosine * wc + sine * ws
                sums[window, 1] += cosine * ws - sine * wc
                sums[window, 2] += cosine * wc - sine * ws
                sums[window, 3] += cosine * ws + sine * wc
        for window in range(waves.shape[0]):
            out[window, 0] += (sums[window, 0] ** 2 + sums[window, 1] ** 2) / shifts.shape[0]
            out[window, 1] += (sums[window, 2] ** 2 + sums[window, 3] ** 2) / shifts.shape[0]


def surroundings(volume, found):
    """Of each candidate (centre, axis, normal): its even features, and the squared waves by window and hand."""
    harmonics = np.zeros((len(found), len(RADII), len(HEIGHTS), 5))
    squared = np.zeros((len(found), len(WAVE_WINDOWS), 2))
    for place, own, waves in zip(found, harmonics, squared, strict=True):
        harmonics_about(volume, *place, RADII, CIRCLE, HEIGHTS, own)
        squared_waves(volume, *place, SHIFTS.astype(float), WAVE_RADII, CIRCLE, WAVE_HEIGHTS, WAVES, waves)
    return described(harmonics), squared


def described(harmonics):
    """Means by radius, logarithms of the power of orders 1 and 2 by radius but the first, and the core along the axis."""
    window = np.exp(-0.5 * (HEIGHTS / WINDOW) ** 2)
    means = np.tensordot(harmonics, window / window.sum(), (2, 0))
    orders = [np.log((means[:, 1:, part : part + 2] ** 2).sum(-1) + LEAST_ASYMMETRY) for part in (1, 3)]
    core = harmonics[:, :2, :, 0].mean(1)
    middle = len(HEIGHTS) // 2
    ends = [(core[:, middle - step], core[:, middle + step]) for step in CORE_STEPS]
    along = [core[:, middle], *(extreme(*pair) for pair in ends for extreme in (np.minimum, np.maximum))]
    return np.concatenate([means[..., 0], *orders, np.stack(along, 1)], 1)
