#!/usr/bin/env python3
"""Writes hand-features.json: what training/hand reads of a coil, which the program has to read as well.

usage: python3 -m tests.data.hand_features > tests/data/hand-features.json; npx biome format --write tests/data/hand-features.json
"""

import json

import numpy as np

from training.hand.features import features
from training.hand.helical_waves import (
    AZIMUTHS, HEIGHTS, LINES, LONG_WINDOW, RADII, SHORT_WINDOW, WINDOW, across, circle, cylinder, wave,
)  # fmt: skip
from training.hand.surroundings import surroundings

SIZE = 40
TUBENESS, RESOLUTION = 0.1, 3.0
# Å and unit vectors, x, y, z: a little off the axis of the coil.
CENTRE, AXIS, NORMAL = (19.9, 19.3, 19.6), (0.1, -0.05, 1.0), (1.0, 0.0, 0.0)


def main():
    axis = np.array(AXIS) / np.linalg.norm(AXIS)
    found = np.zeros((1, len(RADII), AZIMUTHS, len(HEIGHTS)))
    cylinder(coil(), np.array(CENTRE), axis, np.array(NORMAL), RADII, circle(AZIMUTHS), HEIGHTS, found[0])
    waves = [wave(found, line, WINDOW) for line in LINES]
    waves += [wave(found, LINES[0], window) for window in (SHORT_WINDOW, LONG_WINDOW)]
    along = np.exp(-0.5 * (HEIGHTS / WINDOW) ** 2)
    place = np.stack([np.array(CENTRE), axis, across(axis, np.array(NORMAL))[0]])
    around, squared = surroundings(coil(), place[None])
    measured = {
        "waves": np.stack(waves, 1),
        "mean": (found.mean(2) * along).sum(-1),
        "energy": ((found**2).mean(2) * along).sum(-1),
        "around": around,
        "squared": squared,
        "tube": np.array([TUBENESS]),
    }
    even, odd = features(measured, RESOLUTION)
    facts = {"size": SIZE, "centre": CENTRE, "axis": axis.tolist(), "normal": NORMAL}
    facts |= {"tubeness": TUBENESS, "resolution": RESOLUTION, "even": even[0].tolist(), "odd": odd[0].tolist()}
    print(json.dumps(facts))


def coil():
    """Density that winds right-handed about the z axis with the pitch of an alpha helix; z, y, x."""
    z, y, x = np.mgrid[:SIZE, :SIZE, :SIZE] - (SIZE - 1) / 2
    ring = np.exp(-((np.hypot(x, y) - 2.3) ** 2) / 3)
    return (ring * (1 + 0.5 * np.cos(np.arctan2(y, x) - 2 * np.pi * z / 5.4))).astype(np.float32)


if __name__ == "__main__":
    main()
