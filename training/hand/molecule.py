"""Where in a map the molecule is; the twin of src/core/hand/molecule-bins.ts and hand-grid.ts. Arrays are z, y, x."""

from dataclasses import dataclass

import numpy as np
import scipy.ndimage

from training.simulation.fourier import fast_even

# Å, about, and the share of the fullest bin that bins of the molecule hold at least, after smoothing.
BIN = 7
LEAST_SHARE = 0.25
# Å around the molecule, and the least length of a box.
MARGIN = 12
LEAST_LENGTH = 64


@dataclass
class Cut:
    """volume: the molecule in the middle of a box with an even number of voxels, without background. enclosed: voxels at
    or above the level. origin: the place of voxel 0 in the map (x, y, z), between voxels too."""

    volume: np.ndarray
    enclosed: int
    origin: np.ndarray


def cut_molecule(volume, level):
    """volume: 1 Å voxels. The cut about the molecule at a contour level, and MARGIN around."""
    level = np.float32(level)
    above = volume >= level
    background = volume[~above].mean(dtype=np.float64) if not above.all() else 0.0
    inside = above & molecule_region(above)
    volume = volume - background
    origin = np.zeros(3)
    for axis in range(3):
        held = np.flatnonzero(inside.any(tuple({0, 1, 2} - {axis})))
        first, count = held[0] - MARGIN, held[-1] - held[0] + 1 + 2 * MARGIN
        size = fast_even(max(count, LEAST_LENGTH))
        before = (size - count) // 2
        volume = placed(volume, axis, first=first, count=count, before=before, size=size)
        if (size - count) % 2:
            volume = moved_by_half(volume, axis)
        origin[2 - axis] = first + (count - size) / 2
    return Cut(volume, int(inside.sum()), origin)


def molecule_region(above):
    """Voxels in bins where those above the level are dense, and in the bins around."""
    width = 2 * (BIN // 2) + 1
    sizes = above.shape
    counts = [-(-size // width) for size in sizes]
    counts = [count + (count * width - size) % 2 for count, size in zip(counts, sizes)]
    over = [(count * width - size) // 2 for count, size in zip(counts, sizes)]
    padded = np.pad(above.astype(np.int64), [(one, one) for one in over])
    binned = padded.reshape([part for count in counts for part in (count, width)]).sum((1, 3, 5))
    for axis in range(3):
        binned = scipy.ndimage.correlate1d(binned, [1, 2, 1], axis, mode="constant")
    dense = (binned > 0) & (binned >= LEAST_SHARE * binned.max())
    region = scipy.ndimage.binary_dilation(dense, np.ones((3, 3, 3)))
    for axis in range(3):
        region = region.repeat(width, axis).take(np.arange(over[axis], over[axis] + sizes[axis]), axis)
    return region


def placed(volume, axis, *, first, count, before, size):
    """`count` voxels from `first` along an axis, zeros beyond the map, with `before` zeros before them in a box of `size`."""
    kept = np.arange(max(first, 0), min(first + count, volume.shape[axis]))
    start = before + kept[0] - first
    width = [(0, 0)] * 3
    width[axis] = (start, size - start - len(kept))
    return np.pad(volume.take(kept, axis), width)


def moved_by_half(volume, axis):
    """The map half a voxel further along an axis, periodic; its highest frequency is left out."""
    size = volume.shape[axis]
    k = np.fft.rfftfreq(size)
    turn = np.exp(-1j * np.pi * k) * (k < 0.5)
    shape = [1, 1, 1]
    shape[axis] = -1
    return np.fft.irfft(np.fft.rfft(volume, axis=axis) * turn.reshape(shape), size, axis)
