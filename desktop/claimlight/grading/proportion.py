"""How far a share of a class can be trusted: Wilson's interval."""

from math import sqrt

Z = 1.959963984540054
"""95 % on both sides together."""


def wilson(share: float, n: int) -> tuple[float, float]:
    """The interval of a share (0 to 1) seen in `n` (Wilson 1927). Raises ValueError for nobody.

    For a mean of credits between 0 and 1 it is wide enough: no such credits vary more than hits and misses with that
    mean do.
    """
    if n < 1:
        raise ValueError("a share of nobody has no interval")
    spread = Z * Z / n
    middle = (share + spread / 2) / (1 + spread)
    half = sqrt(share * (1 - share) * spread + spread * spread / 4) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)
