"""Times scipy's three-dimensional real transform and its inverse, single precision.

usage: scipy_transform.py NX NY NZ WORKERS     for every line read prints the best seconds of a slice of time
"""

import sys
import time

import numpy as np
from scipy import fft

SLICE = 0.15

nx, ny, nz, workers = map(int, sys.argv[1:])
values = np.random.default_rng(1).random((nz, ny, nx), dtype=np.float32) - np.float32(0.5)

for _ in sys.stdin:
    best, spent = 1e9, 0.0
    while spent < SLICE:
        start = time.perf_counter()
        fft.irfftn(fft.rfftn(values, workers=workers), s=values.shape, workers=workers)
        seconds = time.perf_counter() - start
        best = min(best, seconds)
        spent += seconds
    print(f"{best:.9f}", flush=True)
