"""How a map comes to an archive: whole, under a soft mask, as a zone around some atoms, or as a cut-out box."""

import numpy as np
import scipy.ndimage

CROP_RIM = 8


def presented(density, envelope, truth, *, positions, rng):
    """Returns density, mask, truth and a word for what was done. Shapes change when a box is cut out."""
    mask, words = envelope, []
    touches = any(envelope.take(face, axis).any() for axis in range(3) for face in (0, -1))
    if touches or rng.random() < 0.15:
        inner = slice(CROP_RIM, density.shape[0] - CROP_RIM)
        density, mask, truth = (volume[inner, inner, inner] for volume in (density, mask, truth))
        positions = positions - CROP_RIM
        words.append("cropped")
    chance = rng.random()
    if chance < 0.22:
        flat = rng.uniform(2, 6)
        density = density * _soft_mask(mask, flat, flat + rng.uniform(3, 8))
        words.append("masked")
    elif chance < 0.50:
        zone = _zone(density.shape, positions, rng)
        density, mask = density * zone, mask & zone
        words.append("zoned")
    return np.ascontiguousarray(density), np.ascontiguousarray(mask), truth, "+".join(words) or "whole"


def _soft_mask(mask, flat, end):
    distance = scipy.ndimage.distance_transform_edt(~mask)
    return (0.5 * (1 + np.cos(np.pi * np.clip((distance - flat) / (end - flat), 0, 1)))).astype(np.float32)


def _zone(shape, positions, rng):
    """Voxels within 2 to 6 Å of the atoms on one side of a random plane, or of all atoms."""
    direction = rng.normal(size=3)
    along = positions @ (direction / np.linalg.norm(direction))
    kept = positions if rng.random() < 0.4 else positions[along > np.quantile(along, rng.uniform(0.2, 0.6))]
    free = np.ones(shape, bool)
    nearest = np.rint(kept).astype(int)
    inside = np.all((nearest >= 0) & (nearest < np.array(shape[::-1])), axis=1)
    x, y, z = nearest[inside].T
    free[z, y, x] = False
    return scipy.ndimage.distance_transform_edt(free) <= rng.uniform(2, 6)
