"""Ideal A-form RNA, alone or packed around a protein: what alpha helices must not be mistaken for."""

import numpy as np
from scipy.spatial import cKDTree

from training.simulation.density import random_rotation
from training.simulation.structures import Structure

# One strand, about as in the fibre model: cylinder radius (Å), azimuth (degrees) and height (Å), and the electron
# scattering f(0) (Å): P, O1P, O2P, O5', C5', C4', C3', O3', C2', O2', C1' and nine points in the plane of the base.
NUCLEOTIDE = np.array(
    [
        (8.71, 70.5, -3.75, 5.5), (9.59, 71.7, -4.9, 2.0), (8.83, 78.9, -3.0, 2.0), (8.95, 61.5, -2.9, 2.0),
        (9.6, 57.0, -1.7, 2.5), (9.6, 48.0, -1.9, 2.5), (8.8, 47.0, -3.1, 2.5), (9.4, 51.5, -4.3, 2.0),
        (8.9, 37.5, -2.8, 2.5), (9.9, 32.5, -2.6, 2.0), (8.9, 36.5, -1.3, 2.5), (7.5, 35.0, -0.8, 2.3),
        (6.9, 44.0, -0.6, 2.3), (5.6, 40.0, -0.3, 2.3), (4.9, 27.0, -0.1, 2.3), (5.7, 14.0, -0.1, 2.3),
        (6.8, 23.0, -0.5, 2.3), (3.7, 56.0, 0.1, 2.3), (2.9, 24.0, 0.2, 2.3), (4.2, 5.0, 0.2, 2.3),
    ]
)  # fmt: skip
TWIST, RISE = 32.7, 2.81
MEDIAN_B = 50.0
# Å that atoms of two molecules keep apart, and how far a duplex moves outwards until they do.
APART, STEP = 4.5, 2.0


def duplex(pairs):
    """Atoms of an ideal duplex about the z axis, 11 pairs a turn of 30.9 Å, right-handed; and their weights."""
    radius, azimuth, height, weight = np.tile(NUCLEOTIDE, (2, 1)).T
    strand = np.repeat([1.0, -1.0], len(NUCLEOTIDE))
    pair = np.arange(pairs)[:, None]
    angle = np.radians(TWIST * pair + strand * azimuth)
    z = RISE * (pair - (pairs - 1) / 2) + strand * height
    atoms = np.stack([radius * np.cos(angle), radius * np.sin(angle), z], -1).reshape(-1, 3)
    return atoms, np.tile(weight, pairs)


def with_rna(protein, rng, *, duplexes):
    """The structure with duplexes of 8 to 24 pairs around it; `protein` None for RNA alone."""
    atoms = [] if protein is None else [protein.positions - protein.positions.mean(0)]
    weights, b_factors = ([], []) if protein is None else ([protein.weights], [protein.b_factors])
    for _ in range(duplexes):
        own, weight = duplex(int(rng.integers(8, 25)))
        own = own @ random_rotation(rng).T
        atoms.append(_moved_out(own, np.concatenate(atoms), rng) if atoms else own)
        weights.append(weight)
        b_factors.append(np.clip(rng.normal(MEDIAN_B, 15, len(own)), 15, 120))
    kept = 0 if protein is None else len(protein.positions)
    helices = [] if protein is None else [run - protein.positions.mean(0) for run in protein.helices]
    positions = np.concatenate(atoms)
    in_helix = np.zeros(len(positions), bool)
    in_helix[:kept] = False if protein is None else protein.in_helix
    name = "RNA" if protein is None else f"{protein.name} and RNA"
    return Structure(name, positions, np.concatenate(weights), np.concatenate(b_factors), in_helix, helices, "RNA")


def _moved_out(atoms, others, rng):
    """The atoms moved along a random line from the middle of the others until they no longer touch them."""
    direction = rng.normal(size=3)
    direction /= np.linalg.norm(direction)
    near = cKDTree(others)
    middle = others.mean(0)
    way = 0.0
    while near.query(atoms + middle + way * direction)[0].min() < APART:
        way += STEP
    return atoms + middle + way * direction
