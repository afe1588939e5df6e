"""What a highlight's boundaries earn on a target: how much it caught, and how much of it belongs there."""

ONE = 40
"""Boundary credit is counted in fortieths: fine enough for quarters, halves and nine tenths of them."""
THREE_QUARTERS = 30
HALF = 20
NONE = 0


def boundary_credit(core: int, highlight: int, caught: int, inside: int, must_missing: bool = False) -> int:
    """Boundary credit in fortieths, from numbers of words.

    `core` words must be there and `highlight` words are marked; `caught` of these are core and `inside` of them lie
    where a highlight may go. With r = caught / core and p = inside / highlight, the harmonic mean
    h = 2rp / (r + p) = 2 · caught · inside / (caught · highlight + inside · core) decides; compared by multiplication,
    so that no fraction is ever made.
    """
    twenty_times_product = 20 * caught * inside
    total = caught * highlight + inside * core
    if total == 0 or twenty_times_product < 5 * total:
        return NONE
    if must_missing or twenty_times_product < 7 * total:
        return HALF
    return THREE_QUARTERS if twenty_times_product < 9 * total else ONE


def sentence_credit(core: int, caught: int, straying: int) -> int:
    """Boundary credit in fortieths where only the sentence must be right: half the core, at most 2 words astray."""
    return ONE if 2 * caught >= core and straying <= 2 else NONE


def is_near(core: int, caught: int) -> bool:
    """Whether at least a quarter of the core was caught: a near miss if it earns nothing."""
    return 4 * caught >= core
