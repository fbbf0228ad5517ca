"""The weights of check 0.e (local resolution): local band energies, and the small networks that read them."""
