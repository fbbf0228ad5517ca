"""What the networks read of each candidate; the twin of src/core/hand/features.ts."""

import numpy as np

from training.hand.helical_waves import FLOOR, HEIGHTS, LINES, LONG_WINDOW, RADIAL_SETS, SHORT_WINDOW, WINDOW, refined, wave
from training.hand.ridges import ridge_points
from training.hand.surroundings import surroundings

FAINTEST = 1e-6


def measure(prepared):
    """Candidates of a prepared map: waves (count x wave x hand x radius), profiles, what lies around, squared waves at
    shifted places (count x window x hand), tubeness, and where they are (x, y, z in voxels of the map), along what."""
    positions, axes, normals, tubeness = ridge_points(prepared)
    found, cylinders = refined(prepared, positions, axes, normals)
    waves = [wave(cylinders, line, WINDOW) for line in LINES]
    waves += [wave(cylinders, LINES[0], window) for window in (SHORT_WINDOW, LONG_WINDOW)]
    along = np.exp(-0.5 * (HEIGHTS / WINDOW) ** 2)
    around, squared = surroundings(prepared.density, found)
    found[:, 0] += prepared.origin
    return {
        "waves": np.stack(waves, 1).astype(np.complex64),
        "mean": (cylinders.mean(2) * along).sum(-1).astype(np.float32),
        "energy": ((cylinders**2).mean(2) * along).sum(-1).astype(np.float32),
        "around": around.astype(np.float32),
        "squared": squared.astype(np.float32),
        "tube": tubeness.astype(np.float32),
        "found": found.astype(np.float32),
    }


def features(measured, resolution):
    """Even features (the same for the mirrored map) and odd ones (of opposite sign), a row a candidate."""
    strength = np.abs(np.einsum("nlhr,sr->nlsh", measured["waves"], RADIAL_SETS)) + FLOOR
    count = len(strength)
    shifted = np.sqrt(measured["squared"]) + FLOOR
    odd = np.concatenate([np.log(both[..., 0] / both[..., 1]).reshape(count, -1) for both in (strength, shifted)], 1)
    own = [np.log(measured["tube"] + FAINTEST), np.full(count, 1 / resolution)]
    profile = [measured["mean"], np.log(measured["energy"] + FLOOR)]
    strongest = [np.log(both.max(-1)).reshape(count, -1) for both in (strength, shifted)]
    even = np.concatenate([*strongest, *profile, measured["around"], np.stack(own, 1)], 1)
    return even, odd
