"""How torch fits a network of cylinders: AdamW, a rate that rises and then falls as a cosine. Same seed, same weights."""

import numpy as np
import torch

BATCH = 512
RATE = 3e-3
WARM_UP = 100
DECAY = 0.01


def descend(network, rounds, loss):
    """Steps of BATCH rows through all rounds; `loss` of rows. Biases do not decay. In place."""
    matrices = [one for one in network.parameters() if one.ndim > 1]
    vectors = [one for one in network.parameters() if one.ndim == 1]
    groups = [{"params": matrices, "weight_decay": DECAY}, {"params": vectors, "weight_decay": 0.0}]
    optimiser = torch.optim.AdamW(groups, lr=RATE)
    batches = [np.sort(rows[at : at + BATCH]) for rows in rounds for at in range(0, len(rows) - BATCH + 1, BATCH)]
    for step, rows in enumerate(batches):
        rate = RATE * min(1, (step + 1) / WARM_UP) * 0.5 * (1 + np.cos(np.pi * step / len(batches)))
        for group in optimiser.param_groups:
            group["lr"] = rate
        optimiser.zero_grad()
        loss(rows).backward()
        optimiser.step()


def as_cells(cylinders):
    """Torch's order, in single precision."""
    return torch.from_numpy(cylinders.astype(np.float32)).permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)
