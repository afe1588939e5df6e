"""What lesson cards are painted from: the ring with the progress, and what looks like a button in a card."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type
from claimlight.ui.shelf_card import ShelfCard, ShelfState
from claimlight.ui.typesetting import draw_line


def paint_ring(painter: QPainter, rect: QRectF, card: ShelfCard, look: Look) -> None:
    """How far the reader has come, with the paragraphs inside; closed with a tick when done."""
    stroke = look.px(4)
    inner = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if card.state is ShelfState.HANDED_IN:
        painter.setPen(QPen(look.colour("edge"), look.px(1.5)))
        painter.drawEllipse(inner)
    else:
        share = 1.0 if card.done else card.paragraph / max(1, card.paragraphs_in_all)
        painter.setPen(QPen(look.colour("rule"), stroke))
        painter.drawEllipse(inner)
        painter.setPen(QPen(look.colour("ink"), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(inner, 90 * 16, round(-360 * 16 * min(1.0, share)))
    painter.restore()
    if card.done:
        icon = Icon.UPLOAD if card.state is ShelfState.HANDED_IN else Icon.TICK
        third = rect.width() * 0.27
        paint_icon(painter, icon, rect.adjusted(third, third, -third, -third), look.colour("ink"))
    else:
        font = look.font(Type.SECONDARY_HEADING)
        font.setPixelSize(look.px(12))
        words = f"{card.paragraph}/{card.paragraphs_in_all}"
        draw_line(painter, rect, words, font, look.colour("ink"), Qt.AlignmentFlag.AlignHCenter)


def paint_button(painter: QPainter, rect: QRectF, words: str, look: Look, *, primary: bool) -> None:
    """What looks like a button in a card; the whole card is one."""
    px = look.px
    painter.save()
    painter.setBrush(look.colour("fill" if primary else "raised"))
    painter.setPen(QPen(look.colour("ink" if primary else "edge"), look.theme.border))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
    painter.setFont(_button_font(look, primary))
    painter.setPen(look.colour("onfill" if primary else "ink"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def button_width(words: str, look: Look, *, primary: bool) -> float:
    return QFontMetricsF(_button_font(look, primary)).horizontalAdvance(words) + look.px(32 if primary else 26)


def _button_font(look: Look, primary: bool) -> QFont:
    return look.font(Type.HEADING if primary else Type.ACTION)
