"""The two networks that read cylinders, as torch fits them; training/hand/convolution.py is their plain twin.

Cells are count x azimuth x height x radius; torch works on count x radius x azimuth x height.
"""

import numpy as np
import torch
from torch import nn

from training.hand.convolution import BY_MIRROR, BY_TURN, band
from training.hand.cylinders import AZIMUTHS, HEIGHTS, RADII

# Per layer its outputs, and the step over azimuths and the rise over heights of its cells.
AXIS_LAYERS = ((12, 1, 2), (16, 1, 1), (16, 1, 1))
CYLINDER_LAYERS = ((16, 1, 1), (24, 2, 2), (24, 1, 1))
HIDDEN = 32


class Convolutions(nn.Module):
    """Layers of max(0, x) over three azimuths, which close, and three heights."""

    def __init__(self, layers):
        super().__init__()
        inputs, self.azimuths, self.heights = len(RADII), AZIMUTHS, len(HEIGHTS)
        self.layers = nn.ModuleList()
        for outputs, step, rise in layers:
            self.layers.append(nn.Conv2d(inputs, outputs, 3, stride=(step, rise)))
            inputs, self.azimuths, self.heights = outputs, self.azimuths // step, (self.heights - 3) // rise + 1
        self.channels = inputs

    def forward(self, cells):
        for layer in self.layers:
            after = cells[:, :, :1] if layer.stride[0] == 1 else cells[:, :, :0]
            cells = torch.relu(layer(torch.cat([cells[:, :, -1:], cells, after], 2)))
        return cells

    def parameters_of_layers(self):
        """As the plain twin reads them."""
        return [
            {
                "weights": layer.weight.detach().numpy().transpose(2, 3, 1, 0),
                "bias": layer.bias.detach().numpy(),
                "step": layer.stride[0],
                "rise": layer.stride[1],
            }
            for layer in self.layers
        ]


class TorchAxisNetwork(nn.Module):
    """The step of one view."""

    def __init__(self):
        super().__init__()
        self.convolutions = Convolutions(AXIS_LAYERS)
        angles = 2 * np.pi * torch.arange(self.convolutions.azimuths) / self.convolutions.azimuths
        self.register_buffer("points", torch.stack([torch.cos(angles), torch.sin(angles)]).float() / len(angles))
        self.head = nn.Parameter(0.02 * torch.randn(2, self.convolutions.channels, self.convolutions.heights))

    def forward(self, cells):
        return torch.einsum("ncah,kch,da->nkd", self.convolutions(cells), self.head, self.points).reshape(-1, 4)

    def stored(self):
        """As the plain twin reads it."""
        shift, tilt = self.head.detach().numpy().transpose(0, 2, 1)
        return {"layers": self.convolutions.parameters_of_layers(), "shift": shift, "tilt": tilt}


class TorchCylinderNetwork(nn.Module):
    """The two answers of one view."""

    def __init__(self):
        super().__init__()
        self.convolutions = Convolutions(CYLINDER_LAYERS)
        self.hidden = nn.Linear(self.convolutions.channels * self.convolutions.heights + 1, HIDDEN)
        self.output = nn.Linear(HIDDEN, 2)

    def forward(self, cells, bands):
        means = self.convolutions(cells).mean(2).transpose(1, 2).flatten(1)
        return self.output(torch.relu(self.hidden(torch.cat([means, bands[:, None]], 1))))

    def both_hands(self, cells, bands):
        """Log-odds of a helix and of the right hand from a view and its mirror image."""
        answers = self(torch.cat([cells, mirrored(cells)]), torch.cat([bands, bands]))
        own, mirror = answers[: len(cells)], answers[len(cells) :]
        return (own[:, 0] + mirror[:, 0]) / 2, own[:, 1] - mirror[:, 1]

    def stored(self):
        """As the plain twin reads it."""
        dense = {"hidden": self.hidden.weight, "bias": self.hidden.bias, "output": self.output.weight, "offset": self.output.bias}
        return {"layers": self.convolutions.parameters_of_layers(), **{name: value.detach().numpy() for name, value in dense.items()}}


def mirrored(cells):
    """count x radius x azimuth x height: azimuths run the other way."""
    return torch.roll(cells.flip(2), 1, 2)


def turned(cells):
    """Azimuths and heights run the other way."""
    return mirrored(cells).flip(3)


def any_view(cells, steps, rng):
    """The cylinders in one of the four views, and the steps that belong to it."""
    if rng.random() < 0.5:
        cells, steps = mirrored(cells), steps * torch.tensor(BY_MIRROR, dtype=torch.float32)
    if rng.random() < 0.5:
        cells, steps = turned(cells), steps * torch.tensor(BY_TURN, dtype=torch.float32)
    return cells, steps


def bands_of(resolutions):
    """The ends of the bands as the network reads them."""
    return torch.from_numpy(band(resolutions).astype(np.float32))
