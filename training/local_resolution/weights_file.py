"""The file that MapAssay ships: where it comes from, how good it is, and the numbers."""

import hashlib
import json
from pathlib import Path

import numpy as np

from training.local_resolution.method import UNIT

NAME = "MapAssay band energies"
VERSION = "4"


def write_weights(path, *, origin, findings, methods):
    """origin: command, hashes and count of maps; findings: accuracies, rounded here; methods: by background."""
    content = {
        "name": NAME,
        "version": VERSION,
        **origin,
        **rounded_numbers(findings),
        "networks": {background: as_text(method) for background, method in methods.items()},
    }
    Path(path).write_text(json.dumps(content, indent=2) + "\n")


def structures_hash(folder):
    """SHA-256 over the names and bytes of the structures, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(Path(folder).iterdir()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def samples_hash(inputs):
    """SHA-256 over the arrays that the fit reads, in the order of their names."""
    digest = hashlib.sha256()
    for name in ("background", "map", "points", "truth"):
        digest.update(inputs[name].tobytes())
    return digest.hexdigest()


def rounded_numbers(value):
    """The same nest of dictionaries and lists, its numbers with three decimals."""
    if isinstance(value, dict):
        return {key: rounded_numbers(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [rounded_numbers(entry) for entry in value]
    return round(value, 3) if isinstance(value, float) else value


def as_text(method):
    """Numbers with a space between. Scales as decimals; weights by input, then output, and biases as whole multiples of
    UNIT. The first layer of a member sums up the map, the others are those of the points."""

    def decimals(values):
        return " ".join(f"{float(value):.4g}" for value in values.ravel())

    def multiples(values):
        return " ".join(str(int(number)) for number in np.rint(values.ravel() / UNIT))

    scales = {
        part: {name: decimals(method[part][name]) for name in ("mean", "deviation")} for part in ("points", "map")
    }
    members = [
        [{"weights": multiples(weights), "biases": multiples(biases)} for weights, biases in layers]
        for layers in method["members"]
    ]
    return scales | {"unit": UNIT, "members": members}
