"""What the shapes mean: of verdicts in the bar at the reveal, of caught and missed words in the card."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from claimlight.ui.controls import Caption
from claimlight.ui.flow import Flow
from claimlight.ui.icons import paint_icon
from claimlight.ui.label_button import LabelFit
from claimlight.ui.look import Look, Type
from claimlight.ui.marked_text import Fate
from claimlight.ui.mirror import set_margins
from claimlight.ui.points import Outcome, outcome_name
from claimlight.ui.tags import Mark, paint_tint, paint_underline
from claimlight.wording import _


class Legend(QWidget):
    """ "You and the answers", and the shapes, that of `traps` if asked for; takes the label bar's place."""

    def __init__(self, look: Look, *, traps: bool = False) -> None:
        super().__init__()
        self._flow = flow = Flow(self, across=look.px(18), down=look.px(4))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("You and the answers"))
        self._title = Caption(_("You and the answers"), look, Type.HEADING)
        flow.addWidget(self._title)
        shown = [Outcome.CAUGHT, Outcome.IN_PART, Outcome.MISSED, Outcome.EXTRA, *([Outcome.LEFT] if traps else [])]
        self._keys = tuple(_Key(outcome, look) for outcome in shown)
        for key in self._keys:
            flow.addWidget(key)

    def set_fit(self, fit: LabelFit) -> None:
        """Leave the title out where there is little room; spoken, it is there."""
        self._title.setVisible(fit < LabelFit.SHORT)

    def wish(self) -> int:
        """How wide all of it is in one line."""
        return self._flow.sizeHint().width()

    def set_look(self, look: Look) -> None:
        self._title.set_look(look)
        for key in self._keys:
            key.set_look(look)


class _Key(QWidget):
    def __init__(self, outcome: Outcome, look: Look) -> None:
        super().__init__()
        self._outcome = outcome
        self._words = Caption(outcome_name(outcome), look, Type.SECONDARY, "second")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._words.set_look(look)
        set_margins(self._row, self, look.px(26), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._look.px(18)
        left = self.width() - side if self.isRightToLeft() else 0
        painter = QPainter(self)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._outcome.value, box, self._look.colour("ink"))
        painter.end()


class WordsKey(QWidget):
    """A swatch as the words are painted, and what it means ("missed, 2 words")."""

    def __init__(self, mark: Mark, fate: Fate, words: str, look: Look) -> None:
        super().__init__()
        self._mark = mark
        self._fate = fate
        self._look = look
        row = QHBoxLayout(self)
        set_margins(row, self, look.px(32), 0, 0, 0)
        row.addWidget(Caption(words, look, Type.SMALL, "second"))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        colours = look.label_colours(self._mark.colour)
        left = self.width() - px(25) if self.isRightToLeft() else 1
        box = QRectF(left, (self.height() - px(15)) / 2, px(24), px(14))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._fate is Fate.MISSED:
            pen = QPen(colours.ink, 1.5)
            pen.setDashPattern([3.3, 2])
            painter.setPen(pen)
            painter.drawRoundedRect(box, 3, 3)
        elif self._fate is Fate.EXTRA:
            paint_tint(painter, box, look.colour("ink", 0.10), starts=True, ends=True)
            painter.setPen(QPen(look.colour("ink3"), 1))
            painter.drawLine(box.bottomLeft() + QPointF(0, 0.5), box.bottomRight() + QPointF(0, 0.5))
        else:
            paint_tint(painter, box, colours.tint, starts=True, ends=True)
            paint_underline(painter, box.left(), box.right(), box.bottom(), self._mark.line, colours.line)
        painter.end()
