"""The noise-free electrostatic potential of a structure in a cubic box with 1 Å voxels."""

from dataclasses import dataclass

import numpy as np
from numba import njit

from training.simulation.fourier import fall_off, fast_even, forward, frequencies, inverse

PAD = 34.0
# Extra B-factor while atoms are drawn, so that no Gaussian is narrower than a voxel; taken out again in Fourier space.
DRAWING_B = 40.0
# Volume of a heavy atom in a protein, Å^3 (1.35 g/cm^3).
ATOM_VOLUME = 17.2
ENVELOPE_B = 120.0
SOLVENT_EDGE_B = 100.0
MAX_SOLVENT = 0.3


@dataclass
class ModelMap:
    """spectrum: half spectrum of the potential; s: its frequencies (1/Å); envelope: inside of the molecule, by volume;
    smooth: the potential at low resolution, of which `envelope` is a level set; atoms: how many lie in the box;
    positions, helices: in voxels of the box (x, y, z)."""

    spectrum: np.ndarray
    s: np.ndarray
    edge: int
    envelope: np.ndarray
    smooth: np.ndarray
    atoms: int
    positions: np.ndarray
    helices: list

    @property
    def shape(self):
        return (self.edge,) * 3


def model_map(structure, rng, *, edge=None, about=None, extra_b=None, solvent=None):
    """Draws a structure in a random orientation.

    edge: voxels; by default the extent and PAD. about: the point (Å, structure's frame) that comes to the box's centre;
    by default the middle of the extent. With an edge smaller than the structure the box cuts through it.
    extra_b: centred positions -> B-factor to add to each atom, Å^2. solvent: bulk solvent as a share of the mean
    density of the molecule; by default a random one up to 0.3.
    """
    low, high = structure.positions.min(0), structure.positions.max(0)
    centre = 0.5 * (low + high) if about is None else about
    turn = random_rotation(rng)
    positions = (structure.positions - centre) @ turn.T
    if edge is None:
        edge = fast_even(np.ptp(positions, axis=0).max() + PAD)
        shift = 0.5 * (positions.min(0) + positions.max(0))
    else:
        shift = np.zeros(3)
    offset = edge / 2 + rng.uniform(-0.5, 0.5, 3) - shift
    b_factors = structure.b_factors + (extra_b(positions) if extra_b else 0)
    placed = positions + offset
    near = np.all((placed > -6) & (placed < edge + 5), axis=1)
    volume = np.zeros((edge,) * 3, np.float32)
    draw_atoms(volume, placed[near], structure.weights[near], b_factors[near] + DRAWING_B)
    s = frequencies(volume.shape)
    spectrum = forward(volume) * fall_off(s, -DRAWING_B) * (s < 0.49)
    inside = np.all((placed > 0) & (placed < edge - 1), axis=1)
    atoms = int(inside.sum())
    smooth = inverse(spectrum * fall_off(s, ENVELOPE_B), volume.shape)
    envelope = level_set(smooth, ATOM_VOLUME * atoms)
    share = rng.uniform(0, MAX_SOLVENT) if solvent is None else solvent
    filling = envelope.astype(np.float32) * np.float32(share * smooth[envelope].mean())
    spectrum = (spectrum - forward(filling) * fall_off(s, SOLVENT_EDGE_B)).astype(np.complex64)
    helices = [(run - centre) @ turn.T + offset for run in structure.helices]
    return ModelMap(spectrum, s, edge, envelope, smooth, atoms, placed[near], helices)


def level_set(volume, cubic_angstroms):
    """The voxels with the highest values, as many as fill the given volume."""
    count = int(min(max(cubic_angstroms, 1), 0.7 * volume.size))
    return volume > np.partition(volume.ravel(), -count)[-count]


def random_rotation(rng):
    """A uniformly random rotation matrix, from a random unit quaternion."""
    q = rng.normal(size=4)
    w, x, y, z = q / np.linalg.norm(q)
    return np.array(
        [
            [w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z],
        ]
    )


@njit(cache=True)
def draw_atoms(volume, positions, weights, b_factors):
    """Adds a Gaussian of variance B / (8 pi^2) and integral `weight` per atom, out to four standard deviations."""
    edge = volume.shape[0]
    lines = np.zeros((3, 64))
    for atom in range(positions.shape[0]):
        variance = b_factors[atom] / (8 * np.pi * np.pi)
        reach = min(int(np.ceil(4 * np.sqrt(variance))), 31)
        height = weights[atom] / (2 * np.pi * variance) ** 1.5
        first = np.zeros(3, np.int64)
        for axis in range(3):
            first[axis] = int(np.floor(positions[atom, axis] + 0.5)) - reach
            for i in range(2 * reach + 1):
                lines[axis, i] = np.exp(-0.5 * (first[axis] + i - positions[atom, axis]) ** 2 / variance)
        for k in range(2 * reach + 1):
            z = first[2] + k
            if z < 0 or z >= edge:
                continue
            for j in range(2 * reach + 1):
                y = first[1] + j
                if y < 0 or y >= edge:
                    continue
                plane = height * lines[2, k] * lines[1, j]
                for i in range(2 * reach + 1):
                    x = first[0] + i
                    if x >= 0 and x < edge:
                        volume[z, y, x] += plane * lines[0, i]
