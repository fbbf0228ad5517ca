"""Local energy of a map in 17 bands of resolution, smoothed narrowly and widely, on a grid of about 2 Å.

Energy of band k at r: G_sigma * (h_k * density)^2, with h_k a raised-cosine band-pass about 1/wavelength_k and G_sigma
a Gaussian. Each band is computed on the coarsest grid that holds its square, so that a low band costs little.
"""

from dataclasses import dataclass

import numpy as np
import scipy.ndimage

from training.local_resolution.region import prepare_region
from training.simulation.fourier import fast_even, forward, frequencies, inverse, inverse_within

WAVELENGTHS = (14, 12, 10.5, 9, 8, 7, 6.2, 5.5, 5, 4.5, 4.1, 3.7, 3.4, 3.1, 2.8, 2.55, 2.35)
LOW_FREQUENCY, LOW_HALF_WIDTH, HALF_WIDTH = 0.12, 0.018, 0.025
NARROW, WIDE = 2.5, 6.0
# Frequency (1/Å) beyond which the Gaussian of 2.5 Å leaves less than 3 %.
SMOOTH_LIMIT = 0.17
GRID_RATE = 0.47
BACKGROUND_DISTANCE = 6.0
RIM = 10.0
EMPTY_BACKGROUND = 1e-3
MIN_BACKGROUND = 100
# Points of the background that a median is taken of, spread evenly over all.
MAX_BACKGROUND = 50_000


@dataclass
class Energies:
    """narrow, wide: points x bands, at the grid points inside the mask; points: their positions in map voxels
    (z, y, x); index, spacing: their positions on the grid, whose points lie `spacing` Å apart; the mean of each energy
    over the mask; the median of each over the background, or None where there is no background."""

    narrow: np.ndarray
    wide: np.ndarray
    points: np.ndarray
    index: np.ndarray
    spacing: tuple
    narrow_mean: np.ndarray
    wide_mean: np.ndarray
    narrow_background: np.ndarray | None
    wide_background: np.ndarray | None


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


def smoothing(wavelength, width):
    """Standard deviation of the Gaussian, Å: `width`, but at least half the wavelength."""
    return max(width, 0.5 * wavelength)


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
    """Measures a map (z, y, x; voxel in Å) inside its mask."""
    region = prepare_region(density, mask, voxel)
    grid = grid_shape(region.lengths, GRID_RATE)
    inside, background = _grid_masks(region, density, mask, grid)
    spectrum = forward(region.density) / np.float32(region.density.size)
    columns = {NARROW: [], WIDE: []}
    behind = {NARROW: [], WIDE: []}
    for wavelength in WAVELENGTHS:
        smoothed = _band(spectrum, region, wavelength, grid)
        for width, energy in smoothed.items():
            columns[width].append(energy[inside])
            behind[width].append(_median(energy[background]) if background is not None else 0)
    narrow, wide = (np.stack(columns[width], axis=1) for width in (NARROW, WIDE))
    index = np.argwhere(inside)
    scale = np.array([n / g for n, g in zip(region.size, grid, strict=True)])
    return Energies(
        narrow,
        wide,
        index * scale + np.array(region.start),
        index,
        tuple(length / n for length, n in zip(region.lengths, grid, strict=True)),
        narrow.mean(0, dtype=np.float64),
        wide.mean(0, dtype=np.float64),
        np.array(behind[NARROW]) if background is not None else None,
        np.array(behind[WIDE]) if background is not None else None,
    )


def _band(spectrum, region, wavelength, grid):
    """Smoothed energy of one band on the common grid, for both widths."""
    shape = grid_shape(region.lengths, band_rate(wavelength))
    spacing = tuple(length / n for length, n in zip(region.lengths, shape, strict=True))
    passed = resized_spectrum(spectrum, region.size, shape) * band_pass(frequencies(shape, spacing), wavelength)
    filtered = inverse_within(passed, shape, band_end(wavelength), spacing)
    filtered *= np.float32(filtered.size)
    squared = resized_spectrum(forward(filtered * filtered) / np.float32(filtered.size), shape, grid)
    s = frequencies(grid, tuple(length / n for length, n in zip(region.lengths, grid, strict=True)))
    smoothed = {}
    for width in (NARROW, WIDE):
        gaussian = np.exp(np.float32(-2 * np.pi**2 * smoothing(wavelength, width) ** 2) * s * s)
        energy = inverse(squared * gaussian, grid) * np.float32(np.prod(grid))
        smoothed[width] = np.maximum(energy, 0)
    return smoothed


def _median(energies):
    return np.median(energies[:: int(np.ceil(energies.size / MAX_BACKGROUND))])


def _grid_masks(region, density, mask, grid):
    """Grid points inside the mask, and those of the background: 6 Å from the mask, 10 Å from the faces of the region
    and inside the map. None instead of a background that is too small or constant."""
    nearest, in_map, clear = [], [], []
    for axis in range(3):
        position = np.arange(grid[axis]) * (region.size[axis] / grid[axis])
        at = np.floor(position + 0.5).astype(int) + region.start[axis]
        in_map.append((at >= 0) & (at < density.shape[axis]))
        nearest.append(np.clip(at, 0, density.shape[axis] - 1))
        depth = np.minimum(position, region.size[axis] - position) * region.voxel[axis]
        clear.append(depth >= RIM)
    usable = _all_axes(in_map)
    inside = mask[np.ix_(*nearest)] & usable
    spacing = [length / n for length, n in zip(region.lengths, grid, strict=True)]
    far = scipy.ndimage.distance_transform_edt(~inside, sampling=spacing) > BACKGROUND_DISTANCE
    background = far & usable & _all_axes(clear)
    values = np.abs(density[np.ix_(*nearest)].astype(np.float64) - region.level)
    if background.sum() < MIN_BACKGROUND:
        return inside, None
    signal = np.sqrt((values[inside] ** 2).mean())
    return inside, background if np.median(values[background]) >= EMPTY_BACKGROUND * signal else None


def _all_axes(flags):
    """True where the flags of all three axes are."""
    return flags[0][:, None, None] & flags[1][None, :, None] & flags[2][None, None, :]
