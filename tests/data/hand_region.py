#!/usr/bin/env python3
"""Writes hand-region.json: where training/hand finds the molecule of a noisy map, which the program has to find as well.

usage: python3 -m tests.data.hand_region > tests/data/hand-region.json; npx biome format --write tests/data/hand-region.json
"""

import json

import numpy as np

from training.hand.molecule import cut_molecule

# x, y, z; even and odd, and none of them a whole number of bins.
BOX = (70, 61, 52)
MIDDLE, RADIUS = (40, 28, 22), 12
LEVEL = 0.7
SEED = 1


def main():
    cut = cut_molecule(noisy_ball(), LEVEL)
    facts = {"box": BOX, "middle": MIDDLE, "radius": RADIUS, "level": LEVEL, "seed": SEED}
    facts |= {"enclosed": cut.enclosed, "cutBox": cut.volume.shape[::-1], "origin": cut.origin.tolist()}
    print(json.dumps(facts))


def noisy_ball():
    """1 in the ball and 0 outside, with even noise from -0.5 to 0.5 whose cube is added twice; z, y, x."""
    nx, ny, nz = BOX
    z, y, x = np.mgrid[:nz, :ny, :nx]
    squared = (x - MIDDLE[0]) ** 2 + (y - MIDDLE[1]) ** 2 + (z - MIDDLE[2]) ** 2
    noise = np.array(random_numbers(nx * ny * nz)).reshape(nz, ny, nx)
    return ((squared <= RADIUS**2) + noise + 2 * (noise * noise * noise)).astype(np.float32)


def random_numbers(count):
    """The numbers of tests/support/random.ts."""
    state, numbers = SEED, []
    for _ in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        numbers.append(state / 2**32 - 0.5)
    return numbers


if __name__ == "__main__":
    main()
