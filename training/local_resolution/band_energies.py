"""Local energy of a map in 17 bands of resolution on a grid of about 2 Å: in the mask, around it and far from it.

Energy of band k at r: G_sigma * (h_k * density)^2, with h_k a raised-cosine band-pass about 1/wavelength_k and G_sigma
a Gaussian. Each band is computed on the coarsest grid that holds its square, so that a low band costs little.
"""

from dataclasses import dataclass

import numpy as np

from training.local_resolution.grid_points import sort_points
from training.local_resolution.region import prepare_region
from training.simulation.fourier import fast_even, forward, frequencies, inverse, inverse_within

WAVELENGTHS = (14, 12, 10.5, 9, 8, 7, 6.2, 5.5, 5, 4.5, 4.1, 3.7, 3.4, 3.1, 2.8, 2.55, 2.35)
LOW_FREQUENCY, LOW_HALF_WIDTH, HALF_WIDTH = 0.12, 0.03, 0.055
SMOOTHING = 2.5
# Frequency (1/Å) beyond which the Gaussian of 2.5 Å leaves less than 3 %.
SMOOTH_LIMIT = 0.17
GRID_RATE = 0.47
# Points of the background that a median is taken of, spread evenly over all.
MAX_BACKGROUND = 200_000


@dataclass
class Energies:
    """mask: points x bands, at the grid points inside the mask; points: their positions in map voxels (z, y, x);
    index, spacing: their positions on the grid, whose points lie `spacing` Å apart; around: shells x bands, the mean
    over the points of each shell around the mask, 0 where there are too few; background: the median of each band far
    from the mask, or None where there is no background."""

    mask: np.ndarray
    points: np.ndarray
    index: np.ndarray
    spacing: tuple
    around: np.ndarray
    background: np.ndarray | None


def band_pass(s, wavelength):
    """Raised cosine about 1/wavelength."""
    half_width = HALF_WIDTH if 1 / wavelength > LOW_FREQUENCY else LOW_HALF_WIDTH
    t = np.abs(s - np.float32(1 / wavelength))
    return np.where(t < half_width, 0.5 + 0.5 * np.cos(np.pi * t / half_width), 0).astype(np.float32)


def band_end(wavelength):
    """Frequency at which a band ends, 1/Å."""
    return 1 / wavelength + (HALF_WIDTH if 1 / wavelength > LOW_FREQUENCY else LOW_HALF_WIDTH)


def band_rate(wavelength):
    """Samples per Å that the square of a band needs, up to the limit of the smoothing."""
    return 2 * band_end(wavelength) + SMOOTH_LIMIT


def smoothing(wavelength):
    """Standard deviation of the Gaussian, Å: 2.5, but at least half the wavelength."""
    return max(SMOOTHING, 0.5 * wavelength)


def grid_shape(lengths, rate):
    """Even, fast sizes with at least `rate` samples per Å."""
    return tuple(fast_even(length * rate) for length in lengths)


def resized_spectrum(spectrum, shape, to):
    """The half spectrum of another sampling of the same box. Coefficients at either Nyquist frequency are left out."""
    keep = [min(a, b) // 2 for a, b in zip(shape, to, strict=True)]
    out = np.zeros((to[0], to[1], to[2] // 2 + 1), np.complex64)
    half = slice(0, keep[2])
    for z in (slice(0, keep[0]), slice(1 - keep[0], None)):
        for y in (slice(0, keep[1]), slice(1 - keep[1], None)):
            out[z, y, half] = spectrum[z, y, half]
    return out


def map_energies(density, mask, voxel=(1.0, 1.0, 1.0)):
    """Measures a map (z, y, x; voxel in Å) inside its mask and around it."""
    region = prepare_region(density, mask, voxel)
    grid = grid_shape(region.lengths, GRID_RATE)
    places = sort_points(region, density, mask, grid)
    spectrum = forward(region.density) / np.float32(region.density.size)
    inside, around, behind = [], [], []
    for wavelength in WAVELENGTHS:
        energy = _band(spectrum, region, wavelength, grid)
        inside.append(energy[places.inside])
        around.append([energy[shell].mean() if shell is not None else 0 for shell in places.around])
        behind.append(_median(energy[places.background]) if places.background is not None else 0)
    index = np.argwhere(places.inside)
    scale = np.array([n / g for n, g in zip(region.size, grid, strict=True)])
    return Energies(
        np.stack(inside, axis=1),
        index * scale + np.array(region.start),
        index,
        tuple(length / n for length, n in zip(region.lengths, grid, strict=True)),
        np.array(around, np.float32).T,
        np.array(behind, np.float32) if places.background is not None else None,
    )


def _band(spectrum, region, wavelength, grid):
    """Smoothed energy of one band on the common grid."""
    shape = grid_shape(region.lengths, band_rate(wavelength))
    spacing = tuple(length / n for length, n in zip(region.lengths, shape, strict=True))
    passed = resized_spectrum(spectrum, region.size, shape) * band_pass(frequencies(shape, spacing), wavelength)
    filtered = inverse_within(passed, shape, band_end(wavelength), spacing)
    filtered *= np.float32(filtered.size)
    squared = resized_spectrum(forward(filtered * filtered) / np.float32(filtered.size), shape, grid)
    s = frequencies(grid, tuple(length / n for length, n in zip(region.lengths, grid, strict=True)))
    gaussian = np.exp(np.float32(-2 * np.pi**2 * smoothing(wavelength) ** 2) * s * s)
    return np.maximum(inverse(squared * gaussian, grid) * np.float32(np.prod(grid)), 0)


def _median(energies):
    return np.median(energies[:: int(np.ceil(energies.size / MAX_BACKGROUND))])
