"""Put words of a lesson into sentences of the program where the two are written in different directions."""

from unicodedata import bidirectional

_ISOLATE, _END = "\u2068", "\u2069"
_LINE = "\u2028"
"""Begins a line within a paragraph; Qt's own layout of text heeds no other sign for it."""


def leftwards(words: str) -> bool:
    """Whether `words` are read from right to left, by their first letter."""
    strong = (kind for sign in words if (kind := bidirectional(sign)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def isolated(words: str) -> str:
    """`words` so that they may stand in any sentence: what reads from right to left disturbs nothing around it."""
    return f"{_ISOLATE}{words}{_END}" if leftwards(words) else words


def one_after_another(*parts: str) -> str:
    """The parts that are not empty as one text; one in another direction than the first stands on a line of its own."""
    told = [part for part in parts if part]
    first, *rest = told or [""]
    return first + "".join(
        f" {part}" if leftwards(part) == leftwards(first) else f"{_LINE}{_ISOLATE}{part}{_END}" for part in rest
    )
