"""Where a pointer hits: at least 24 px each way (WCAG 2.2, 2.5.8), however small the thing is painted."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF

SMALLEST = 24
"""px, however large the text is."""

Thing = TypeVar("Thing")


def target(rect: QRectF) -> QRectF:
    """`rect`, grown around its middle to what can be hit."""
    wide, high = max(0.0, SMALLEST - rect.width()) / 2, max(0.0, SMALLEST - rect.height()) / 2
    return rect.adjusted(-wide, -high, wide, high)


def hit(place: QPointF, things: Iterable[tuple[Thing, QRectF]]) -> Thing | None:
    """What lies under `place`; where none does, what is nearest among those whose target does."""
    near = [(thing, rect) for thing, rect in things if target(rect).contains(place)]
    if not near:
        return None
    return min(near, key=lambda one: (not one[1].contains(place), _distance(place, one[1].center())))[0]


def _distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
