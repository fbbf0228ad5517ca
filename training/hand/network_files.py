"""Networks as JSON: lists of numbers with five significant digits, which is what the program reads."""

import json

import numpy as np


def network_path(folder, name, left_out):
    """Where a network lies that has not seen a third of the sequence groups, or has seen all (None)."""
    return folder / f"{name}_{'all' if left_out is None else left_out}.json"


def write_network(path, parameters):
    """Parameters may be nested; arrays are written flat, with the numbers of inputs and outputs of a layer."""
    path.write_text(json.dumps(stored(parameters)) + "\n")


def stored(parameters):
    """What JSON can hold of parameters."""
    if isinstance(parameters, dict) and "step" in parameters:
        inputs, outputs = parameters["weights"].shape[2:]
        return {"inputs": inputs, "outputs": outputs, **{name: stored(value) for name, value in parameters.items()}}
    if isinstance(parameters, dict):
        return {name: stored(value) for name, value in parameters.items()}
    if isinstance(parameters, list):
        return [stored(value) for value in parameters]
    return rounded(parameters) if isinstance(parameters, np.ndarray) else parameters


def rounded(values):
    """A flat list with five significant digits."""
    return [float(f"{value:.5g}") for value in np.ravel(values)]


def read_network(path):
    """The parameters of a network file."""
    return json.loads(path.read_text())
