#!/usr/bin/env python3
"""Writes hand-candidates.json: what training/hand makes of a coil and of made-up candidates, which the program has to make too.

usage: python3 -m tests.data.hand_candidates > tests/data/hand-candidates.json; npx biome format --write tests/data/hand-candidates.json
"""

import json
from pathlib import Path

import numpy as np

from training.hand.candidates import candidates
from training.hand.cylinders import cylinders
from training.hand.reading import MapReader

WEIGHTS = Path("src/core/hand/weights.json")
SIZE = 40
RESOLUTION = 4.5
# Å and unit vectors, x, y, z: a little off the axis of the coil.
CENTRE, AXIS, NORMAL = (20.6, 18.9, 19.6), (0.2, -0.1, 1.0), (1.0, 0.0, -0.2)
COUNT, SEED = 40, 2


def main():
    reader = MapReader(WEIGHTS)
    axis = np.array(AXIS) / np.linalg.norm(AXIS)
    normal = np.array(NORMAL) - (np.array(NORMAL) @ axis) * axis
    start = np.array([[CENTRE, axis, normal / np.linalg.norm(normal)]])
    found = candidates(coil(), start, reader.axis)
    helix, hand = reader.cylinder.answer(cylinders(coil(), found), RESOLUTION)
    facts = {"size": SIZE, "resolution": RESOLUTION, "start": start[0].tolist(), "found": found[0].tolist()}
    facts |= {"helix": helix[0], "hand": hand[0], "map": reading(reader.reader)}
    print(json.dumps(facts))


def reading(reader):
    """Candidates about a line, and what the later networks say of them."""
    rng = np.random.default_rng(SEED)
    along, beside = rng.uniform(0, 60, COUNT), rng.normal(0, 2, (COUNT, 2))
    axes = rng.normal(0, 0.3, (COUNT, 3)) + (1, 0, 0)
    found = np.stack([np.column_stack([along, beside]), axes / np.linalg.norm(axes, axis=1)[:, None]], 1)
    answers = rng.normal(0, 3, COUNT), rng.normal(0.5, 2, COUNT)
    logit, evidence = reader.single(found, answers, RESOLUTION)
    t = reader.read(found, answers, RESOLUTION)[0]
    lists = {"helix": answers[0], "hand": answers[1], "logit": logit, "evidence": evidence, "found": found}
    return {name: values.tolist() for name, values in lists.items()} | {"t": t}


def coil():
    """Density that winds right-handed about the z axis with the pitch of an alpha helix; z, y, x."""
    z, y, x = np.mgrid[:SIZE, :SIZE, :SIZE] - (SIZE - 1) / 2
    ring = np.exp(-((np.hypot(x, y) - 2.3) ** 2) / 3)
    return (ring * (1 + 0.5 * np.cos(np.arctan2(y, x) - 2 * np.pi * z / 5.4))).astype(np.float32)


if __name__ == "__main__":
    main()
