"""Structures as the simulator needs them: atoms with scattering weights and B-factors, helix axes, sequence groups.

Two sources: a folder of `.npz` arrays with an `index.json` that holds the sequence groups, or a folder of `.pdb` and
`.cif` files, for which helices and groups are worked out here.
"""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.simulation.helices import helix_runs
from training.simulation.model_files import read_model
from training.simulation.sequence_groups import sequence_groups

MIN_RESIDUES = 60
MAX_EXTENT = 170.0
TEST_SHARE, VALIDATION_SHARE = 0.27, 0.10


@dataclass
class Structure:
    """positions: N x 3 (x, y, z) in Å; weights: electron scattering f(0) in Å; b_factors in Å^2; helices: CA runs."""

    name: str
    positions: np.ndarray
    weights: np.ndarray
    b_factors: np.ndarray
    in_helix: np.ndarray
    helices: list
    group: str

    @property
    def extent(self):
        """Edges of the box around the atoms, Å."""
        return self.positions.max(0) - self.positions.min(0)


def read_structures(folder):
    """All usable structures of a folder, in the order of their names."""
    folder = Path(folder)
    if (folder / "index.json").exists():
        return _from_arrays(folder)
    return _from_models(folder)


def split_structures(structures, part):
    """The structures of "train", "validation" or "test". Sequence groups stay together; the shuffle has a fixed seed."""
    groups = sorted({structure.group for structure in structures})
    random.Random(11).shuffle(groups)
    first, second = int(TEST_SHARE * len(groups)), int((TEST_SHARE + VALIDATION_SHARE) * len(groups))
    chosen = {"test": groups[:first], "validation": groups[first:second], "train": groups[second:]}[part]
    return [structure for structure in structures if structure.group in set(chosen)]


def _from_arrays(folder):
    index = json.loads((folder / "index.json").read_text())
    structures = []
    for name, entry in index.items():
        arrays = np.load(folder / f"{name}.npz", allow_pickle=True)
        structures.append(
            Structure(
                name,
                arrays["xyz"].astype(np.float64),
                arrays["w"].astype(np.float64),
                arrays["B"].astype(np.float64),
                arrays["hx"],
                [run.astype(np.float64) for run in arrays["segs"]],
                entry["group"],
            )
        )
    return structures


def _from_models(folder):
    models = {}
    for path in sorted([*folder.glob("*.pdb"), *folder.glob("*.ent"), *folder.glob("*.cif")]):
        model = read_model(path)
        if len(model.alpha_carbons) < MIN_RESIDUES or len(model.positions) < 3.5 * len(model.alpha_carbons):
            continue
        if (model.positions.max(0) - model.positions.min(0)).max() <= MAX_EXTENT:
            models[path.stem] = model
    groups = sequence_groups({name: model.sequences for name, model in models.items()})
    structures = []
    for name, model in models.items():
        runs = helix_runs(model)
        residues = {residue for run in runs for residue in run.residues}
        structures.append(
            Structure(
                name,
                model.positions,
                model.weights,
                np.clip(model.b_factors, 5, 200),
                np.array([residue in residues for residue in model.residue_of_atom]),
                [run.alpha_carbons for run in runs],
                groups[name],
            )
        )
    return structures
