"""From ridges to helix axes: each candidate goes three steps by what the axis network sees about it."""

import numpy as np

from training.hand.cylinders import cylinders

STEPS = 3


def candidates(volume, found, network, *, precision=np.float64):
    """Centre, axis and normal of each candidate (count x 3 x 3): those of ridges, after the steps."""
    for _ in range(STEPS):
        found = stepped(found, network.steps(cylinders(volume, found).astype(precision)))
    return found


def stepped(found, steps):
    """Candidates moved across their axes (Å) and tilted (tangents), both along the first and second direction across."""
    centre, axis, normal = found.transpose(1, 0, 2)
    other = np.cross(axis, normal)
    centre = centre + steps[:, :1] * normal + steps[:, 1:2] * other
    axis = axis + steps[:, 2:3] * normal + steps[:, 3:] * other
    axis = axis / np.linalg.norm(axis, axis=1, keepdims=True)
    normal = normal - (normal * axis).sum(1, keepdims=True) * axis
    return np.stack([centre, axis, normal / np.linalg.norm(normal, axis=1, keepdims=True)], 1)
