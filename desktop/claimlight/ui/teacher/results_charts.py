"""Pictures of shares: a dot with its interval, or two dots, on a track for each answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.progress_words import Rows
from claimlight.ui.tags import Mark, paint_tag
from claimlight.ui.typesetting import draw_line
from claimlight.ui.words_table import WordsTable
from claimlight.wording import _

_ROW, _FOOT, _TAG = 32, 22, 16


@dataclass(frozen=True, slots=True)
class Share:
    """One answer: a share from 0 to 1, with the `interval` it may lie in, or `other`, what it is set beside."""

    name: str
    mark: Mark
    share: float
    interval: tuple[float, float] | None = None
    other: float | None = None


class Chart(QWidget):
    """A picture as high as its rows. Told in words by the table that goes with it."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look = look

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def tall(self) -> int:
        """Its height, in px."""
        raise NotImplementedError

    def draw(self, painter: QPainter, seen: QRect) -> None:
        """Paint what lies in `seen`."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(360), self.tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.tall())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, event.rect())
        painter.end()

    @property
    def start(self) -> Qt.AlignmentFlag:
        """The side where lines begin."""
        return Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft

    @property
    def end(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight


class SharesChart(Chart):
    """A filled dot for each share, a ring for what it is set beside."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__(name, look)
        self._shares: tuple[Share, ...] = ()
        self._ends = ("", "")

    def show_shares(self, shares: Sequence[Share], ends: tuple[str, str]) -> None:
        """`ends` is what stands at either end of the track."""
        self._shares, self._ends = tuple(shares), ends
        self.updateGeometry()
        self.update()

    def tall(self) -> int:
        return self._look.px(_ROW * len(self._shares) + _FOOT)

    def draw(self, painter: QPainter, seen: QRect) -> None:
        look, px = self._look, self._look.px
        left = min(px(220), self.width() * 0.45)
        track = self.width() - left - px(12)
        for n, share in enumerate(self._shares):
            top = n * px(_ROW)
            tag = mirrored(QRectF(0, top + px(8), px(_TAG), px(_TAG)), self)
            paint_tag(painter, tag, share.mark.letter, look.label_colours(share.mark.colour))
            name = mirrored(QRectF(px(24), top, left - px(32), px(_ROW)), self)
            draw_line(painter, name, share.name, look.font(Type.SMALL), look.colour("ink"), self.start)
            self._paint_share(painter, share, left, track, top + px(_ROW) / 2)
        foot = len(self._shares) * px(_ROW)
        for words, align in zip(self._ends, (self.start, self.end), strict=True):
            box = mirrored(QRectF(left, foot, track, px(_FOOT)), self)
            draw_line(painter, box, words, look.font(Type.SMALLEST), look.colour("ink2"), align)

    def _paint_share(self, painter: QPainter, share: Share, left: float, track: float, y: float) -> None:
        look, px = self._look, self._look.px

        def at(value: float) -> float:
            return mirrored(QRectF(left + track * value, y, 0, 0), self).left()

        painter.fillRect(QRectF(min(at(0), at(1)), y - px(1), track, px(2)), look.colour("rule"))
        ink = look.colour("ink")
        if share.interval is not None:
            painter.setPen(QPen(ink, px(2)))
            for value in share.interval:
                painter.drawLine(QPointF(at(value), y - px(5)), QPointF(at(value), y + px(5)))
            painter.drawLine(QPointF(at(share.interval[0]), y), QPointF(at(share.interval[1]), y))
        if share.other is not None:
            painter.setPen(QPen(ink, px(2)))
            painter.setBrush(look.colour("page"))
            painter.drawEllipse(QPointF(at(share.other), y), px(6), px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(at(share.share), y), px(4), px(4))


class PictureOrTable(QWidget):
    """A heading, a sentence, and a picture that can be read as a table instead; without a picture the table alone."""

    def __init__(
        self, title: str, shares: Sequence[int], look: Look, *, chart: Chart | None = None, picture: bool = True
    ) -> None:
        """`shares` are those of the table's columns; `chart` is the picture, where it is not one of shares."""
        super().__init__()
        self.name = title
        self._title = Caption(title, look, Type.HEADING)
        self._sentence = Paragraph("", look, Type.SECONDARY, "ink2")
        self.chart: Chart = chart or SharesChart(title, look)
        self.table = WordsTable(title, shares, look)
        self.switch = Button(_("As a table"), look, kind="link")
        self.switch.setAccessibleName(_("{title}: as a table").format(title=title))
        self.switch.clicked.connect(self._switch)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.switch)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        for part in (self._sentence, self.chart, self.table):
            self._column.addWidget(part)
        self._rows: Rows = ()
        (self.table if picture else self.chart).hide()
        if not picture:
            self.switch.hide()
        self.set_look(look)

    def show_rows(
        self, sentence: str, rows: Rows, shares: Sequence[Share] = (), ends: tuple[str, str] = ("", "")
    ) -> None:
        self._sentence.setText(sentence)
        if not sentence:
            self._sentence.hide()
        self._rows = rows
        if not self.table.isHidden():
            self._fill_table()
        if isinstance(self.chart, SharesChart):
            self.chart.show_shares(shares, ends)

    def set_look(self, look: Look) -> None:
        for part in (self._title, self._sentence, self.chart, self.table, self.switch):
            part.set_look(look)
        self._column.setSpacing(look.px(6))

    def _fill_table(self) -> None:
        """Only once it is looked at: rows as high as their words take longer to find than the whole picture."""
        self.table.show_rows(self._rows)

    def _switch(self) -> None:
        as_table = self.table.isHidden()
        if as_table:
            self._fill_table()
        self.chart.setVisible(not as_table)
        self.table.setVisible(as_table)
        self.switch.setText(_("As a picture") if as_table else _("As a table"))
        spoken = _("{title}: as a picture") if as_table else _("{title}: as a table")
        self.switch.setAccessibleName(spoken.format(title=self.name))
