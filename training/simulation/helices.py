"""Alpha helices of a chain trace, from alpha-carbon geometry alone."""

from dataclasses import dataclass

import numpy as np

MIN_RESIDUES = 7
# Distances CA(i) to CA(i+1), CA(i+2), CA(i+3), CA(i+4) in an alpha helix and what they may differ by, Å.
DISTANCES = ((1, 3.8, 0.3), (2, 5.5, 0.5), (3, 5.2, 0.6), (4, 6.2, 0.8))
TURN, TURN_TOLERANCE = 50.0, 20.0


@dataclass
class HelixRun:
    """Alpha carbons of one helix (n x 3, Å) and their residue numbers."""

    alpha_carbons: np.ndarray
    residues: list


def helix_runs(model):
    """Runs of at least 7 residues whose windows of five look like an alpha helix."""
    trace = model.alpha_carbons
    flags = np.zeros(len(trace), bool)
    for first in range(len(trace) - 4):
        if _is_helical(trace[first : first + 5]):
            flags[first : first + 5] = True
    runs, start = [], 0
    for end in range(1, len(trace) + 1):
        joined = end < len(trace) and flags[end] and flags[end - 1] and _distance(trace[end], trace[end - 1]) < 4.2
        if not joined:
            if flags[start] and end - start >= MIN_RESIDUES:
                runs.append(HelixRun(trace[start:end], model.residue_of_alpha_carbon[start:end]))
            start = end
    return runs


def _is_helical(five):
    for apart, length, tolerance in DISTANCES:
        for first in range(5 - apart if apart == 1 else 1):
            if abs(_distance(five[first], five[first + apart]) - length) > tolerance:
                return False
    return abs(_dihedral(*five[:4]) - TURN) <= TURN_TOLERANCE


def _distance(a, b):
    return float(np.linalg.norm(a - b))


def _dihedral(a, b, c, d):
    """Torsion angle in degrees, positive for a right-handed turn."""
    axis = (c - b) / np.linalg.norm(c - b)
    before, after = a - b, d - c
    before, after = before - (before @ axis) * axis, after - (after @ axis) * axis
    return float(np.degrees(np.arctan2(np.cross(axis, before) @ after, before @ after)))
