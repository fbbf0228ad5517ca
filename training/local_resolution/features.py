"""What the networks read, from the energies of a map; `src/core/local-resolution/features.ts` in
Python. Natural logarithms throughout."""

from dataclasses import dataclass

import numpy as np

from training.local_resolution.regional_means import regional_means

FLOOR = 1e-9
TINY = 1e-30
# The first band (8 Å) whose correlations are used: those of the low bands tell of the shape of a molecule.
FIRST_CORRELATED = 4
# Added to the product of two standard deviations in a correlation.
LEAST_SPREAD = 1e-6


@dataclass
class MapLogs:
    """Of a map: points, regional: maps' points x bands, ln of the energies and of their regional means; mean: ln of the
    energies' mean over the mask."""

    points: np.ndarray
    regional: np.ndarray
    mean: np.ndarray


def linear_energies(record):
    """The energies of a record at its points."""
    return np.exp(record["energies"].astype(np.float32)) * record["scale"]


def map_logs(energies, index, spacing):
    """energies, index: of all points of the mask."""
    return MapLogs(
        logs(energies),
        logs(regional_means(energies, index, spacing)),
        logs(energies.mean(0, dtype=np.float64)),
    )


def point_features(found, rows=slice(None)):
    """points x 51: the spectrum about its own mean; it and its regional mean against the mask's mean spectrum."""
    points, regional = found.points[rows], found.regional[rows]
    blocks = [
        np.clip(points - points.mean(-1, keepdims=True), -12, 12),
        np.clip(points - found.mean, -8, 8),
        np.clip(regional - found.mean, -8, 8),
    ]
    return np.concatenate(blocks, -1).astype(np.float32)


def map_features(found, around, background):
    """What is the same for all points: the mask's mean spectrum about its mean; the standard deviations of the points'
    logarithms and their correlations with the next band and with the one after; the mean spectrum against that of each
    shell around the mask, 0 where there is none, and whether there is; and last, a number a band, the mean spectrum
    against the background, 0 where there is none."""
    mean = found.mean
    around = around.astype(np.float64)
    deviations, correlations = spread_of(found.points)
    blocks = [
        np.clip(mean - mean.mean(), -12, 12),
        deviations,
        *correlations,
        *(_against(mean, shell) for shell in around),
        around.any(-1),
        _against(mean, background.astype(np.float64)),
    ]
    return np.concatenate(blocks).astype(np.float32)


def _against(mean, energies):
    return np.clip(mean - np.log(energies + TINY), -3, 8) if energies.any() else np.zeros_like(mean)


def spread_of(points):
    """Standard deviations of the bands over the points; correlations of bands one and two apart, from 8 Å on."""
    centred = points - points.mean(0, dtype=np.float64)
    deviations = np.sqrt((centred**2).mean(0))
    kept, spread = centred[:, FIRST_CORRELATED:], deviations[FIRST_CORRELATED:]
    correlations = [
        (kept[:, :-apart] * kept[:, apart:]).mean(0) / (spread[:-apart] * spread[apart:] + LEAST_SPREAD)
        for apart in (1, 2)
    ]
    return deviations, correlations


def logs(energies):
    """ln; what lies below 1e-9 of the largest of a spectrum counts as that."""
    return np.log(energies + (FLOOR * energies.max(-1, keepdims=True) + TINY))
