"""The weights of check 0.h (hand): features of helices, and the two small networks that read them."""
