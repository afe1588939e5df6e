"""A small picture of an article's page: its headline and first lines, with what is marked in them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from claimlight.ui.look import Look, Type
from claimlight.ui.marked_text import MarkedText, Piece
from claimlight.ui.shelf_card import ShelfCard
from claimlight.ui.typesetting import Typeset, draw_line, reads_leftwards


def paint_page_picture(
    painter: QPainter,
    rect: QRectF,
    card: ShelfCard,
    look: Look,
    *,
    headline: float,
    text: float,
    role: str = "ink",
    byline: bool = True,
    as_page: bool = True,
) -> None:
    """Headline and text at the given sizes (px before scaling), as many lines as `rect` holds.

    `as_page`: as on a page, with its marks and wide lines; without it a plain extract in closer lines.
    """
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    top = rect.top()
    head = headline_of(card, look, rect.width(), headline)
    head.draw(painter, QPointF(rect.left(), top), look.colour("ink"))
    top += head.height + look.px(4)
    if byline and card.byline:
        line = look.px(14)
        font = _sized(look.font(Type.SMALLEST), max(8, look.px(text * 0.72)))
        start = Qt.AlignmentFlag.AlignRight if reads_leftwards(head.text) else Qt.AlignmentFlag.AlignLeft
        draw_line(painter, QRectF(rect.left(), top, rect.width(), line), card.byline, font, look.colour("ink2"), start)
        top += line + look.px(4)
    _paint_paragraphs(painter, rect, top, card, look, text, role, as_page=as_page)
    painter.restore()


def headline_of(card: ShelfCard, look: Look, width: float, size: float) -> Typeset:
    """The headline in as many lines as it needs, `size` px before scaling."""
    font = _sized(look.font(Type.CARD_TITLE), look.px(size))
    return Typeset(card.headline or card.title, font, width, round(look.px(size) * 1.3), balanced=True)


def _paint_paragraphs(
    painter: QPainter, rect: QRectF, top: float, card: ShelfCard, look: Look, size: float, role: str, *, as_page: bool
) -> None:
    font = _sized(look.font(Type.QUOTE), look.px(size))
    line = round(look.px(size) * (1.75 if as_page else 1.5))
    marks = []
    for pieces in card.paragraphs:
        room = rect.bottom() - top
        fit = int(room // line)
        if fit < 1:
            break
        shown = pieces if as_page else [Piece(piece.text) for piece in pieces]
        text = MarkedText(shown, font, rect.width(), line, lines=fit, tags=as_page)
        marks.append((text, top))
        top += text.height + look.px(size * 0.5)
    for text, y in marks:
        text.draw(painter, QPointF(rect.left(), y), look.theme, look.colour(role))


def _sized(font: QFont, pixels: int) -> QFont:
    font.setPixelSize(pixels)
    return font
