"""Annotations from and for other tools: each format read into the same value, with all that was not understood kept."""
