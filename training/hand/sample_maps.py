"""The maps that the hand is learnt and tested on, each from the seed of its part and its number."""

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from training.simulation.beta_sheets import beta_sheets
from training.simulation.density import ATOM_VOLUME
from training.simulation.fourier import forward, frequencies, inverse, low_pass
from training.simulation.nucleic_acids import with_rna
from training.simulation.structures import split_structures
from training.simulation.uniform import uniform_map

# A part of the maps: its seed, and the structures it draws on. "judge" is what choices are made with, by networks that have
# not seen the sequence group; "limit" and "faint" are further maps of test structures, where the hand begins to fade and where
# little of it is left.
LEARNING = ("train", "validation")
PARTS = {
    "train": (101, LEARNING),
    "negative": (102, LEARNING),
    "judge": (109, LEARNING),
    "test": (107, ("test",)),
    "limit": (110, ("test",)),
    "faint": (111, ("test",)),
    "control": (108, ("test",)),
}
# Å, in turn; at random for the other parts.
RESOLUTIONS = {"judge": (4.5, 5.0), "test": (5.0, 4.5, 5.0, 4.0, 3.5, 3.0, 2.5), "limit": (4.5,), "faint": (5.0,)}
NEGATIVES = ("rna", "mixed", "sheets", "mixed", "rna", "noise")
MOST_DUPLEXES = 7
MIN_HELIX_SHARE = 0.1
# What the mask holds, in terms of the molecule: users' contour levels differ.
MASK_SHARE = (0.5, 2.0)
NOISE_EDGE = 90


@dataclass
class SampleMap:
    """density: z, y, x at 1 Å; enclosed: Å^3 above the contour level; hand: "right" or "mirrored"; helices: CA runs;
    protein, other: atoms (x, y, z in voxels) of protein and of what has no alpha helix; kind: "protein" or one of
    NEGATIVES; helix_share: of the protein's atoms; group: sequences that the map's relatives share."""

    density: np.ndarray
    enclosed: float
    resolution: float
    hand: str
    name: str
    kind: str
    helices: list
    protein: np.ndarray
    other: np.ndarray
    helix_share: float
    group: str

    @property
    def level(self):
        """The contour level."""
        count = max(1, min(int(self.enclosed), self.density.size // 2))
        return float(np.partition(self.density.ravel(), -count)[-count])

    def neutral(self, points):
        """Which points tell nothing of the hand: those nearest to an atom that is no protein's."""
        if len(self.other) == 0 or len(self.protein) == 0:
            return np.full(len(points), len(self.protein) == 0)
        return cKDTree(self.other).query(points)[0] < cKDTree(self.protein).query(points)[0]


def sample_map(structures, part, number):
    """Map `number` of a part: structures and resolutions in turn, or at random."""
    seed, splits = PARTS[part]
    rng = np.random.default_rng([seed, number])
    chosen = [one for split in splits for one in split_structures(structures, split)]
    kind = NEGATIVES[number % len(NEGATIVES)] if part in ("negative", "control") else "protein"
    if part in RESOLUTIONS:
        resolution = RESOLUTIONS[part][number % len(RESOLUTIONS[part])]
    else:
        resolution = float(np.clip(5.3 - abs(rng.normal(0, 1.1)), 2.4, 5.2))
    hand = "mirrored" if rng.random() < 0.5 else "right"
    share = np.exp(rng.uniform(*np.log(MASK_SHARE)))
    if kind == "noise":
        return _noise(resolution, hand, rng)
    protein = None if kind in ("rna", "sheets") else _protein(chosen, part, number, rng)
    structure = {"rna": _rna, "mixed": _rna, "sheets": lambda _, rng: beta_sheets(rng)}.get(kind, lambda one, _: one)(protein, rng)
    simulated = uniform_map(structure, resolution, rng, hand=hand)
    atoms = 0 if protein is None else len(protein.positions)
    return SampleMap(
        density=simulated.density,
        enclosed=ATOM_VOLUME * len(structure.positions) * share,
        resolution=resolution,
        hand=hand,
        name=structure.name,
        kind=kind,
        helices=simulated.helices,
        protein=simulated.positions[:atoms],
        other=simulated.positions[atoms:],
        helix_share=0.0 if protein is None else float(protein.in_helix.mean()),
        group=kind if protein is None else protein.group,
    )


def _protein(structures, part, number, rng):
    """The structure of a map; those that are judged by, and those beside RNA, have more than 10 % helix."""
    helical = [one for one in structures if one.in_helix.mean() > MIN_HELIX_SHARE]
    if part in RESOLUTIONS:
        return helical[number % len(helical)]
    among = structures if part == "train" else helical
    return among[rng.integers(len(among))]


def _rna(protein, rng):
    return with_rna(protein, rng, duplexes=int(rng.integers(1, MOST_DUPLEXES + 1)))


def _noise(resolution, hand, rng):
    """White noise up to the resolution, and a contour level that encloses a tenth of the box."""
    shape = (NOISE_EDGE,) * 3
    grain = forward(rng.standard_normal(shape, dtype=np.float32))
    density = inverse(grain * low_pass(frequencies(shape), resolution), shape).astype(np.float32)
    nothing = np.zeros((0, 3))
    return SampleMap(density, 0.1 * density.size, resolution, hand, "noise", "noise", [], nothing, nothing, 0.0, "noise")
