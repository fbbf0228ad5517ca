"""The two networks that read cylinders, in plain numpy; the twin of workers/kernels/convolution and src/core/hand.

Cells are count x azimuth x height x channel. A layer is max(0, bias + sum of weights times cells) over three azimuths, which
close, and three heights; its weights are azimuth x height x channel x output. Parameters are as a network file holds them.
"""

import numpy as np

from training.hand.cylinders import mirrored, turned

REACH = 3
# How the step across the axis and its tilt (first, second, first, second direction) change with the view.
BY_MIRROR = np.array([1.0, -1.0, 1.0, -1.0])
BY_TURN = np.array([1.0, -1.0, -1.0, 1.0])


def convolved(cells, layer):
    """The cells of the next layer: azimuths about every `step`-th, heights from every `rise`-th on."""
    step, rise = layer["step"], layer["rise"]
    closed = np.concatenate([cells[:, -1:], cells, cells[:, :1]], 1)
    windows = np.lib.stride_tricks.sliding_window_view(closed, (REACH, REACH), (1, 2))[:, ::step, ::rise]
    windows = windows.transpose(0, 1, 2, 4, 5, 3)
    weights = np.reshape(layer["weights"], (-1, layer["outputs"])).astype(cells.dtype)
    sums = windows.reshape(-1, len(weights)) @ weights + np.array(layer["bias"], cells.dtype)
    return np.maximum(sums, 0).reshape(*windows.shape[:3], -1)


class AxisNetwork:
    """Where a helix axis runs as seen from a candidate: Å along the two directions across, and tangents of the tilt."""

    def __init__(self, parameters):
        self.layers = parameters["layers"]
        channels = self.layers[-1]["outputs"]
        self.heads = [np.reshape(parameters[name], (-1, channels)) for name in ("shift", "tilt")]

    def steps(self, cells):
        """The mean over the four views, each seen from the cylinder itself: count x 4."""
        views = [(cells, 1), (mirrored(cells), BY_MIRROR), (turned(cells), BY_TURN)]
        views.append((mirrored(turned(cells)), BY_MIRROR * BY_TURN))
        return sum(self._of_view(view) * sign for view, sign in views) / len(views)

    def _of_view(self, cells):
        for layer in self.layers:
            cells = convolved(cells, layer)
        angles = 2 * np.pi * np.arange(cells.shape[1]) / cells.shape[1]
        points = np.stack([np.cos(angles), np.sin(angles)], 1) / len(angles)
        return np.concatenate([np.tensordot(cells, head, 2) @ points for head in self.heads], 1)


class CylinderNetwork:
    """The log-odds that a cylinder holds a helix, and those that it is right-handed."""

    def __init__(self, parameters):
        self.layers = parameters["layers"]
        self.bias, self.offset = np.array(parameters["bias"]), np.array(parameters["offset"])
        self.hidden = np.reshape(parameters["hidden"], (len(self.bias), -1))
        self.output = np.reshape(parameters["output"], (len(self.offset), -1))

    def answer(self, cells, resolution):
        """Two columns: even under mirroring, and odd."""
        views = [self._of_view(view, resolution) for view in (cells, mirrored(cells), turned(cells), mirrored(turned(cells)))]
        own, mirror = (views[0] + views[2]) / 2, (views[1] + views[3]) / 2
        return (own[:, 0] + mirror[:, 0]) / 2, own[:, 1] - mirror[:, 1]

    def _of_view(self, cells, resolution):
        for layer in self.layers:
            cells = convolved(cells, layer)
        means = cells.mean(1).reshape(len(cells), -1)
        inputs = np.concatenate([means, np.full((len(cells), 1), band(resolution))], 1)
        return np.maximum(inputs @ self.hidden.T + self.bias, 0) @ self.output.T + self.offset


def band(resolution):
    """The end of the band as the network reads it."""
    return 20 * (1 / resolution - 0.22)
