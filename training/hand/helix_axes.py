"""Where the helix axes of a model run, whether a candidate lies on one, and which step would take it there."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

# A candidate is a helix within these of a helix axis.
NEAR, ALIGNED = 2.0, np.cos(np.radians(25))
# A candidate can be drawn to an axis within these.
REACH, TURNED = 4.0, np.cos(np.radians(50))
LEAST_RESIDUES = 7
LEAST_COSINE = 0.2


@dataclass
class HelixAxes:
    """Points (n x 3) on helix axes and unit vectors along them."""

    points: np.ndarray
    directions: np.ndarray

    def nearest(self, centres):
        """Distance of each centre to the nearest point, that point, and the direction there."""
        distance, index = cKDTree(self.points).query(centres)
        return distance, self.points[index], self.directions[index]

    def on_helix(self, centres, axes):
        """Whether each candidate lies on the axis of a helix and along it."""
        if len(self.points) == 0:
            return np.zeros(len(centres), bool)
        distance, _, direction = self.nearest(centres)
        return (distance < NEAR) & (np.abs((direction * axes).sum(1)) > ALIGNED)

    def steps(self, centres, axes, normals):
        """Per candidate the step onto the nearest axis (Å and tangents along the two directions across), and whether there is one."""
        if len(self.points) == 0:
            return np.zeros((len(centres), 4)), np.zeros(len(centres), bool)
        distance, point, direction = self.nearest(centres)
        cosine = (direction * axes).sum(1)
        direction = direction * np.sign(cosine)[:, None]
        along = np.maximum(np.abs(cosine), LEAST_COSINE)[:, None]
        apart = point - centres
        apart = apart - (apart * axes).sum(1)[:, None] / along * direction
        others = np.cross(axes, normals)
        parts = [(vector * across).sum(1) for vector in (apart, direction / along) for across in (normals, others)]
        return np.stack(parts, 1), (distance < REACH) & (np.abs(cosine) > TURNED)


def helix_axes(runs):
    """The axes of helices from their alpha carbons."""
    axes = [smooth_axis(run) for run in runs if len(run) >= LEAST_RESIDUES]
    if not axes:
        return HelixAxes(np.zeros((0, 3)), np.zeros((0, 3)))
    return HelixAxes(*(np.concatenate(part) for part in zip(*axes, strict=True)))


def smooth_axis(run):
    """Means of four alpha carbons and then of three of those, the ends carried on; directions over four residues: the means of
    four wind about the axis by 0.26 Å, and by 10 degrees over two residues."""
    means = (run[:-3] + run[1:-2] + run[2:-1] + run[3:]) / 4
    inner = (means[:-2] + means[1:-1] + means[2:]) / 3
    points = np.concatenate([[2 * inner[0] - inner[1]], inner, [2 * inner[-1] - inner[-2]]])
    last = len(points) - 1
    ends = np.array([(max(0, i - 2), min(last, i + 2)) for i in range(len(points))])
    directions = points[ends[:, 1]] - points[ends[:, 0]]
    return points, directions / np.linalg.norm(directions, axis=1)[:, None]
