"""The small graph of who contradicts whom: two names, a line between them, the reason above; and as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.tags import Mark, paint_underline
from claimlight.ui.typesetting import draw_line, elided
from claimlight.ui.words_table import WordsTable
from claimlight.wording import _

_ROW = 46


@dataclass(frozen=True, slots=True)
class Against:
    """One speaker against another, as it is shown."""

    one: str
    other: str
    reason: str
    mark: Mark

    def spoken(self) -> str:
        return _("{one} {reason} {other}").format(one=self.one, reason=self.reason, other=self.other)


class ContradictionStrip(QWidget):
    """A line for each contradiction; screen readers hear all of them, and there is a table beside it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._found: tuple[Against, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def show_all(self, found: Sequence[Against]) -> None:
        self._found = tuple(found)
        self.setAccessibleName("; ".join(each.spoken() for each in self._found))
        self.setFixedHeight(len(self._found) * self._look.px(_ROW))
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.show_all(self._found)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), len(self._found) * self._look.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n, each in enumerate(self._found):
            self._paint(painter, each, n * self._look.px(_ROW))
        painter.end()

    def _paint(self, painter: QPainter, each: Against, top: float) -> None:
        look, px, width = self._look, self._look.px, float(self.width())
        font = look.font(Type.SECONDARY_ACTION)
        painter.setFont(font)
        most = width * 0.36
        measure = painter.fontMetrics().horizontalAdvance
        left = min(most, measure(each.one) + 1)
        right = min(most, measure(each.other) + 1)
        base, line = top + px(20), look.line(Type.SECONDARY)
        rtl = self.isRightToLeft()
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if rtl:
            start, end = end, start
        ink = look.colour("ink")
        draw_line(painter, mirrored(QRectF(0, base, left, line), self), elided(each.one, font, left), font, ink, start)
        place = mirrored(QRectF(width - right, base, right, line), self)
        draw_line(painter, place, elided(each.other, font, right), font, ink, end)
        middle = mirrored(QRectF(left + px(8), base, width - left - right - px(16), line), self)
        colour = look.label_colours(each.mark.colour).line
        paint_underline(
            painter, middle.left(), middle.right(), middle.center().y(), each.mark.line, colour, leftwards=rtl
        )
        reason = QRectF(0, top + px(2), width, look.line(Type.SMALL))
        draw_line(
            painter, reason, each.reason, look.font(Type.SMALL), look.colour("ink2"), Qt.AlignmentFlag.AlignHCenter
        )


class ContradictionTable(WordsTable):
    """The same, for who reads tables."""

    def __init__(self, look: Look) -> None:
        super().__init__(_("Who contradicts whom"), (4, 3, 4), look)

    def show_all(self, found: Sequence[Against]) -> None:
        heads = (_("Who"), _("says"), _("Against whom"))
        self.show_rows((heads, *((each.one, each.reason, each.other) for each in found)))
