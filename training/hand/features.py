"""What the networks read of each candidate; the twin of src/core/hand/features.ts."""

import numpy as np

from training.hand.helical_waves import FLOOR, HEIGHTS, LINES, LONG_WINDOW, RADIAL_SETS, SHORT_WINDOW, WINDOW, refined, wave
from training.hand.prepared_map import prepare
from training.hand.ridges import ridge_points

FAINTEST = 1e-6


def measure(volume, *, level, resolution, reference):
    """Candidates of a map with 1 Å voxels: waves (count x wave x hand x radius), profiles, tubeness, and where they are
    (x, y, z in voxels of the map) and along what."""
    prepared = prepare(volume, level=level, resolution=resolution, reference=reference)
    positions, axes, normals, tubeness = ridge_points(prepared)
    found, cylinders = refined(prepared, positions, axes, normals)
    found[:, 0] += prepared.origin
    waves = [wave(cylinders, line, WINDOW) for line in LINES]
    waves += [wave(cylinders, LINES[0], window) for window in (SHORT_WINDOW, LONG_WINDOW)]
    along = np.exp(-0.5 * (HEIGHTS / WINDOW) ** 2)
    return {
        "waves": np.stack(waves, 1).astype(np.complex64),
        "mean": (cylinders.mean(2) * along).sum(-1).astype(np.float32),
        "energy": ((cylinders**2).mean(2) * along).sum(-1).astype(np.float32),
        "tube": tubeness.astype(np.float32),
        "found": found.astype(np.float32),
    }


def features(measured, resolution):
    """Even features (the same for the mirrored map) and odd ones (of opposite sign), a row a candidate."""
    strength = np.abs(np.einsum("nlhr,sr->nlsh", measured["waves"], RADIAL_SETS)) + FLOOR
    count = len(strength)
    odd = np.log(strength[..., 0] / strength[..., 1]).reshape(count, -1)
    own = [np.log(measured["tube"] + FAINTEST), np.full(count, 1 / resolution)]
    profile = [measured["mean"], np.log(measured["energy"] + FLOOR)]
    even = np.concatenate([np.log(strength.max(-1)).reshape(count, -1), *profile, np.stack(own, 1)], 1)
    return even, odd
