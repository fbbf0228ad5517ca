"""Makes the weights that MapAssay ships. README.md has the commands."""
