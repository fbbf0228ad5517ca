"""How the hand fares on held-out maps that were treated otherwise than said: a table, in Markdown.

python3 -m training.hand.robustness --structures FOLDER --weights src/core/hand/weights.json [--maps 24]
"""

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import scipy.ndimage

from training.hand.make_samples import NUMBERS, usable_structures
from training.hand.prepared_map import prepare
from training.hand.reading import MapReader, outcome
from training.hand.ridges import ridge_points
from training.hand.sample_maps import RESOLUTIONS, sample_map
from training.simulation.fourier import fall_off, forward, frequencies, inverse

ASKED = (3.0, 4.0, 4.5)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--structures", type=Path, required=True)
    options.add_argument("--weights", type=Path, required=True)
    options.add_argument("--maps", type=int, default=24)
    given = options.parse_args()
    structures, reader = usable_structures(given.structures), MapReader(given.weights)
    in_turn = RESOLUTIONS["test"]
    chosen = [number for number in NUMBERS["test"] if in_turn[number % len(in_turn)] in ASKED]
    rows = {name: [] for name in TREATMENTS}
    for number in chosen[: given.maps]:
        drawn = sample_map(structures, "test", number)
        for name, treat in TREATMENTS.items():
            rows[name].append(judged(treat(drawn), reader))
    print("| treatment | maps | sign of t right | undetermined | determined, but wrong | median t |\n| - | - | - | - | - | - |")
    for name, row in rows.items():
        t, said = np.array(row).T
        shares = f"{(t > 0).mean():.2f} | {(said == 0).mean():.2f} | {(said < 0).sum():.0f} | {np.median(t):.1f}"
        print(f"| {name} | {len(t)} | {shares} |", flush=True)


def judged(drawn, reader):
    """t and the outcome, turned so that the true hand is positive."""
    prepared = prepare(drawn.density, level=drawn.level, resolution=drawn.resolution, reference=reader.reference)
    ridges = np.stack(ridge_points(prepared)[:3], 1)
    reading = reader.read(prepared.density, ridges, drawn.resolution)
    turn = -1 if drawn.hand == "mirrored" else 1
    return turn * reading[0], turn * outcome(reading, reader.decision)


def filtered(drawn, factor):
    """The map with its spectrum times `factor`(frequencies, their z component)."""
    shape = drawn.density.shape
    s = frequencies(shape)
    along = np.abs(np.fft.fftfreq(shape[0])).astype(np.float32)[:, None, None]
    return replace(drawn, density=inverse(forward(drawn.density) * factor(s, along), shape).astype(np.float32))


def blurred(b_factor):
    """A B-factor more, Å^2; below 0 sharpens."""
    return lambda drawn: filtered(drawn, lambda s, _: fall_off(s, b_factor))


def blurred_along(b_factor):
    """A B-factor more along z alone."""
    return lambda drawn: filtered(drawn, lambda _, along: fall_off(along, b_factor))


def restated(change):
    """The resolution reported wrong by so many Å."""
    return lambda drawn: replace(drawn, resolution=drawn.resolution + change)


def stretched(factor):
    """The voxel size stated too large by a factor."""
    return lambda drawn: replace(
        drawn, density=scipy.ndimage.zoom(drawn.density, factor, order=3), enclosed=drawn.enclosed * factor**3
    )


def relevelled(factor):
    """The contour level times a factor."""
    return lambda drawn: replace(drawn, enclosed=float((drawn.density >= factor * drawn.level).sum()))


TREATMENTS = {
    "none": lambda drawn: drawn,
    "B-factor +200 Å²": blurred(200),
    "B-factor +100 Å²": blurred(100),
    "B-factor −100 Å²": blurred(-100),
    "B-factor −200 Å²": blurred(-200),
    "resolution 1 Å too optimistic": restated(-1),
    "resolution 1 Å too pessimistic": restated(1),
    "voxel size 3 % too small": stretched(0.97),
    "voxel size 3 % too large": stretched(1.03),
    "contour level × 0.5": relevelled(0.5),
    "contour level × 2": relevelled(2),
    "B-factor +100 Å² along one axis": blurred_along(100),
    "B-factor +200 Å² along one axis": blurred_along(200),
}


if __name__ == "__main__":
    main()
