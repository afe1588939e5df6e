"""Where a card stands in the page's margin: beside the words that it is about, and over none."""

from PySide6.QtCore import QPoint, QSize

from claimlight.core.article import Span
from claimlight.ui.article_view import ArticleView
from claimlight.ui.look import Look

_GAP = 24
_EDGE = 8
"""Px that stay free at the page's own edges."""
_LINE = 32


def width_in_margin(page: ArticleView, look: Look, least: int, most: int) -> int:
    """How wide a card may be in the margin, from `least` to `most` (px before scaling); 0 where it has no room."""
    _start, room = page.margin_beside()
    width = min(look.px(most), room - look.px(_GAP) - _EDGE)
    return width if width >= look.px(least) else 0


def spot_in_margin(page: ArticleView, look: Look, span: Span, size: QSize) -> QPoint:
    """The corner of a card of `size` that stands level with the first line of `span`, as far as the page reaches."""
    start, _room = page.margin_beside()
    gap = look.px(_GAP)
    lines = page.rect_of(span)
    middle = lines.top() + min(lines.height(), look.px(_LINE)) // 2
    lowest = page.viewport().height() - size.height() - _EDGE
    x = start - gap - size.width() if page.isRightToLeft() else start + gap
    return QPoint(x, max(_EDGE, min(middle - size.height() // 2, lowest)))
