"""How maps fared that were read: counts by resolution, and of controls by kind."""

import numpy as np

from training.hand.reading import outcome

MIN_HELIX_SHARE = 0.1
BINS = ((2.25, 2.75), (2.75, 3.25), (3.25, 3.75), (3.75, 4.25), (4.25, 4.75), (4.75, 5.25))
KINDS = ("mixed", "rna", "sheets", "noise")


def accuracy(maps, decision):
    """By resolution, for structures with more than 10 % helix."""
    chosen = [one for one in maps if one["share"] > MIN_HELIX_SHARE]
    table = []
    for low, high in BINS:
        binned = [one for one in chosen if low <= one["resolution"] < high]
        if binned:
            table.append({"resolution": (low + high) / 2, **counted(binned, decision)})
    return table


def controls(maps, decision):
    """By kind of control: the same counts, and the largest |t|."""
    kinds = [(kind, [one for one in maps if one["kind"] == kind]) for kind in KINDS]
    return [{"kind": kind, **counted(of, decision), "largest": largest(of)} for kind, of in kinds if of]


def counted(maps, decision):
    """Maps, those with the right sign of t, decided, wrongly decided, and the lowest t."""
    ratios = np.array([one["reading"][0] for one in maps])
    said = np.array([outcome(one["reading"], decision) for one in maps])
    return {
        "maps": len(maps),
        "signRight": int((ratios > 0).sum()),
        "decided": int((said != 0).sum()),
        "wronglyDecided": int((said < 0).sum()),
        "lowest": round(float(ratios.min()), 2),
    }


def largest(maps):
    """The largest |t|."""
    return round(max(abs(one["reading"][0]) for one in maps), 2)
