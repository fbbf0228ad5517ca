"""The weights of check 0.h (hand): helix axes, what the cylinders about them say, and the networks that read it."""
