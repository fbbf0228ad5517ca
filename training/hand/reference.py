"""The radial amplitude that every map is given before its helices are looked for: that of proteins at a B-factor of 40 Å^2."""

import numpy as np

from training.hand.prepared_map import frequencies, radial_amplitude
from training.simulation.density import model_map
from training.simulation.fourier import fall_off

MODELS = 30
B_FACTOR = 40.0
SEED = 5


def reference_amplitude(structures, shell):
    """Geometric mean over structures, each scaled to a mean of 1 from 10 to 5 Å; by shell."""
    logs = []
    for number, structure in enumerate(structures[:MODELS]):
        rng = np.random.default_rng([SEED, number])
        model = model_map(structure, rng, solvent=0.15)
        own = model.spectrum * fall_off(model.s, B_FACTOR - np.median(structure.b_factors))
        amplitude = radial_amplitude(own, frequencies(model.shape))
        s = shell * np.arange(len(amplitude))
        logs.append(np.log(amplitude / amplitude[(s > 0.1) & (s < 0.2)].mean()))
    return np.exp(np.mean(logs, axis=0))
