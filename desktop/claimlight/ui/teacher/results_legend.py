"""What the shades, outlines and tags of a heat map mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.tags import Mark, paint_hollow_tag, paint_outline, paint_tag
from claimlight.ui.teacher.results_heat import STEPS, heat_alpha
from claimlight.ui.typesetting import draw_line
from claimlight.wording import _

_SWATCH, _HIGH, _GAP, _TAG = 22, 16, 2, 18


class HeatLegend(QWidget):
    """From few to nearly all; what is outlined; and the two kinds of tags. In more lines where there is no room."""

    def __init__(self, look: Look, mark: Mark | None = None) -> None:
        """`mark` is the label that stands for all of them; without it there are the shades alone."""
        super().__init__()
        words = (
            _("The darker, the more marked it: from few to nearly all.")
            if mark is None
            else _(
                "The darker, the more marked it: from few to nearly all. A dashed outline: not in the answers. Tags say"
                " how many found it: filled where it counts, outlined where it may be marked and does not count."
            )
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.entries: tuple[Entry, ...] = (_Shades(look),)
        if mark is not None:
            self.entries += (
                _Outlined(_("not in the answers"), look),
                _Tagged(_("counts"), mark, look, counts=True),
                _Tagged(_("may be marked"), mark, look, counts=False),
            )
        row = Flow(self, across=18, down=4)
        for entry in self.entries:
            row.addWidget(entry)
        self._row = row

    def set_look(self, look: Look) -> None:
        for entry in self.entries:
            entry.set_look(look)
        self._row.set_gaps(look.px(18), look.px(4))


class Entry(QWidget):
    """One line that is painted; `words` are what it says."""

    def __init__(self, words: str, look: Look) -> None:
        super().__init__()
        self.words = words
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self.needs()) + 2, self._look.px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def needs(self) -> float:
        """How wide it is."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def _width(self, words: str) -> float:
        return QFontMetricsF(self._look.font(Type.SMALL)).horizontalAdvance(words) + 1

    def _write(self, painter: QPainter, words: str, left: float, *, role: str = "ink2") -> None:
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        box = mirrored(QRectF(left, 0, self._width(words), self.height()), self)
        draw_line(painter, box, words, self._look.font(Type.SMALL), self._look.colour(role), start)


class _Shades(Entry):
    def __init__(self, look: Look) -> None:
        super().__init__(f"{_('few')} – {_('nearly all')}", look)

    def needs(self) -> float:
        px = self._look.px
        return self._width(_("few")) + self._width(_("nearly all")) + STEPS * px(_SWATCH + _GAP) + 2 * px(8)

    def draw(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
        begin = self._width(_("few")) + px(8)
        self._write(painter, _("few"), 0)
        for step in range(STEPS):
            left = begin + step * px(_SWATCH + _GAP)
            rect = mirrored(QRectF(left, (self.height() - px(_HIGH)) / 2, px(_SWATCH), px(_HIGH)), self)
            painter.fillRect(rect, look.colour("page"))
            painter.fillRect(rect, look.colour("heat", heat_alpha((step + 1) / STEPS, look.theme)))
        self._write(painter, _("nearly all"), begin + STEPS * px(_SWATCH + _GAP) + px(8))


class _Outlined(Entry):
    def needs(self) -> float:
        return self._width(self.words) + 2 * self._look.px(7)

    def draw(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
        box = QRectF(1, px(2), self.needs() - 2, self.height() - px(4))
        paint_outline(painter, mirrored(box, self), look.colour("ink2"), unit=max(1.0, look.scale))
        self._write(painter, self.words, px(7), role="ink")


class _Tagged(Entry):
    def __init__(self, words: str, mark: Mark, look: Look, *, counts: bool) -> None:
        super().__init__(words, look)
        self._mark = mark
        self._counts = counts

    def needs(self) -> float:
        return self._width(self.words) + self._look.px(_TAG + 7)

    def draw(self, painter: QPainter) -> None:
        look, px = self._look, self._look.px
        tag = mirrored(QRectF(1, (self.height() - px(14)) / 2, px(_TAG), px(14)), self)
        colours = look.label_colours(self._mark.colour)
        if self._counts:
            paint_tag(painter, tag, self._mark.letter, colours, radius=px(3))
        else:
            paint_hollow_tag(painter, tag, self._mark.letter, look.theme, colours, radius=px(3), dashed=False)
        self._write(painter, self.words, px(_TAG + 7))
