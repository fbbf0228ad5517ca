"""Layers of ideal flat beta sheets: density with ridges but without helices."""

import numpy as np

from training.simulation.structures import Structure

# N, CA, C, O, CB: along the strand, above the sheet, to the side of the peptide's oxygen (Å), scattering f(0) (Å).
RESIDUE = np.array(
    [(-1.2, 0.35, 0, 2.2), (0, 0.85, 0, 2.5), (1.2, 0.35, 0, 2.5), (1.3, 0.1, 1.23, 2.0), (0, 2.35, 0.1, 2.5)]
)
RISE, STRANDS_APART, SHEETS_APART = 3.35, 4.8, 10.0


def beta_sheets(rng):
    """Two to five layers of antiparallel strands; side chains above and below in turns, oxygens to either side."""
    counts = rng.integers((2, 4, 6), (6, 11, 15))
    places = np.stack(np.meshgrid(*(np.arange(count) - (count - 1) / 2 for count in counts), indexing="ij"), -1)
    sheet, strand, residue = np.repeat(places.reshape(-1, 3), len(RESIDUE), axis=0).T
    indices = np.stack(np.meshgrid(*map(np.arange, counts), indexing="ij"), -1).reshape(-1, 3)
    way, face = (np.repeat(1 - 2 * (indices[:, axis] % 2), len(RESIDUE)) for axis in (1, 2))
    along, above, aside, weights = np.tile(RESIDUE, (len(indices), 1)).T
    positions = np.stack(
        [way * (RISE * residue + along), STRANDS_APART * strand + way * face * aside, SHEETS_APART * sheet + face * above],
        -1,
    )
    b_factors = np.clip(rng.normal(40, 10, len(positions)), 15, 100)
    return Structure("sheets", positions, weights, b_factors, np.zeros(len(positions), bool), [], "sheets")
