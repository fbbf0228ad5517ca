"""What points of the coarser grid count as; `src/core/local-resolution/grid-points.ts` is the same in TypeScript."""

from dataclasses import dataclass

import numpy as np
import scipy.ndimage

# Å from the mask at which the shells around it begin and end.
AROUND = (0.0, 2.5, 5.0, 8.0, 12.0)
BACKGROUND_DISTANCE = 6.0
RIM = 10.0
# Share of the mask's rms deviation below which a deviation counts as none.
EMPTY = 1e-3
MIN_BACKGROUND = 100
MIN_AROUND = 21


@dataclass
class GridPlaces:
    """Flags on the grid. inside: of the mask; around: the shells about it, without what is constant, None instead of
    those that hold too little; background: 6 Å from the mask and 10 Å from the faces of the region, or None where that
    is too little or constant."""

    inside: np.ndarray
    around: list
    background: np.ndarray | None


def sort_points(region, density, mask, grid):
    """Sorts the points of the grid by the nearest voxel of the map."""
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
    distance = scipy.ndimage.distance_transform_edt(~inside, sampling=spacing)
    deviation = np.abs(density[np.ix_(*nearest)].astype(np.float64) - region.level)
    least = EMPTY * np.sqrt((deviation[inside] ** 2).mean())
    varying = usable & (deviation >= least)
    outside = varying & ~inside
    shells = [
        outside & (distance >= near) & (distance < far) for near, far in zip(AROUND[:-1], AROUND[1:], strict=True)
    ]
    around = [shell if np.count_nonzero(shell) >= MIN_AROUND else None for shell in shells]
    background = usable & _all_axes(clear) & (distance > BACKGROUND_DISTANCE)
    present = background.sum() >= MIN_BACKGROUND and np.median(deviation[background]) >= least
    return GridPlaces(inside, around, background if present else None)


def _all_axes(flags):
    """True where the flags of all three axes are."""
    return flags[0][:, None, None] & flags[1][None, :, None] & flags[2][None, None, :]
