"""Simulated maps of known structure, resolution and hand."""
