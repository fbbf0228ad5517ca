"""Times scipy on one thread. usage: scipy_kernels.py TASK PARAMETERS; prints the best seconds of a few repetitions."""

import json
import sys
import time

import numpy as np
from scipy import fft, ndimage

HEADER_BYTES = 1024


def read(map, box):
    return np.fromfile(map, "<f4", offset=HEADER_BYTES).reshape(box, box, box)


def best(step, repetitions):
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return min(times)


def transform(map, box, precision, repetitions):
    """Forward and inverse real transform."""
    values = read(map, box).astype(np.float32 if precision == "single" else np.float64)

    def both():
        fft.irfftn(fft.rfftn(values, workers=1), s=values.shape, workers=1)

    return best(both, repetitions)


def label(map, box, level, repetitions):
    """Threshold and 26-connected components with their sizes."""
    values = read(map, box)

    def components():
        labels, count = ndimage.label(values >= np.float32(level), np.ones((3, 3, 3)))
        np.bincount(labels.ravel(), minlength=count + 1)

    return best(components, repetitions)


print({"transform": transform, "label": label}[sys.argv[1]](**json.loads(sys.argv[2])))
