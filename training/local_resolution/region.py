"""The box in which local energies are measured: the mask and a margin, with what lies beyond it made flat.

`src/core/local-resolution/region.ts` is the same in TypeScript; `tests/core/local-resolution` compares the two.
"""

from dataclasses import dataclass

import numpy as np

from training.simulation.fourier import fast_even

MARGIN = 16.0
TAPER = 6.0


@dataclass
class Region:
    """density: prepared box (z, y, x); start: its first voxel in the map; size: voxels; voxel: Å. Order z, y, x."""

    density: np.ndarray
    start: tuple
    voxel: tuple
    level: float
    map_shape: tuple

    @property
    def size(self):
        return self.density.shape

    @property
    def lengths(self):
        """Edges in Å."""
        return tuple(n * v for n, v in zip(self.size, self.voxel, strict=True))


def region_axis(first, last, voxel):
    """First voxel and number of voxels of the region along an axis on which the mask goes from `first` to `last`."""
    size = fast_even(last - first + 1 + 2 * np.ceil(MARGIN / voxel))
    return int((first + last + 1 - size) // 2), size


def prepare_region(density, mask, voxel):
    """Cuts the region out. Outside the map, and in a cosine edge of 6 Å, values go to the (upper) median
    outside the mask."""
    outside = density[~mask]
    level = float(np.partition(outside, outside.size // 2)[outside.size // 2])
    extents = [np.flatnonzero(mask.any(axis=tuple(other for other in range(3) if other != axis))) for axis in range(3)]
    plan = [region_axis(int(at[0]), int(at[-1]), voxel[axis]) for axis, at in enumerate(extents)]
    start, size = tuple(p[0] for p in plan), tuple(p[1] for p in plan)
    box = np.zeros(size, np.float32)
    inside = tuple(slice(max(a, 0), min(a + n, m)) for a, n, m in zip(start, size, density.shape, strict=True))
    into = tuple(slice(i.start - a, i.stop - a) for i, a in zip(inside, start, strict=True))
    box[into] = density[inside] - np.float32(level)
    for axis in range(3):
        shape = [1, 1, 1]
        shape[axis] = size[axis]
        box *= edge_taper(size[axis], voxel[axis]).reshape(shape)
    return Region(box, start, tuple(voxel), level, density.shape)


def edge_taper(size, voxel):
    """Raised cosine from 0 at the centre of the outermost voxels' outer faces to 1 at 6 Å from them."""
    depth = (np.minimum(np.arange(size), np.arange(size)[::-1]) + 0.5) * voxel
    return (0.5 - 0.5 * np.cos(np.pi * np.minimum(depth / TAPER, 1))).astype(np.float32)
