"""Everything by keyboard, on one card (F1 or ?)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, KeyButton, KeyCap, Paragraph, clear, hairline, scrolling
from claimlight.ui.cover import Cover
from claimlight.ui.label_guide import TagView
from claimlight.ui.look import Look, Type
from claimlight.ui.tags import Mark, paint_underline
from claimlight.wording import _


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What a key does. `keys` are alternatives, each a chord ("Ctrl", "Enter"); `mark` shows a label as it looks."""

    keys: tuple[tuple[str, ...], ...]
    words: str
    mark: Mark | None = None

    def spoken(self) -> str:
        alternatives = _(" or ").join("+".join(chord) for chord in self.keys)
        return f"{alternatives}: {self.words}"


@dataclass(frozen=True, slots=True)
class KeySection:
    title: str
    rows: tuple[KeyRow, ...]


_STEPS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class KeyCard(QWidget):
    """Lies over the whole of its parent and goes with Esc, the key that opened it, or its button."""

    closed = Signal()
    keys_wanted = Signal()
    """*Change keys…* was pressed."""

    def __init__(
        self,
        sections: Sequence[KeySection],
        look: Look,
        parent: QWidget,
        *,
        notes: Sequence[str] = (),
        closing: Sequence[QKeySequence] = (),
    ) -> None:
        """`closing` are the keys that opened it: they close it, too."""
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAccessibleName(_("Everything by keyboard"))
        self._look = look
        self._sections = tuple(sections)
        self._notes = tuple(notes)
        self._closing = tuple(closing)
        self._fitted = (0, False)
        self._card = QFrame()
        self._card.setObjectName("floating")
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._card)
        self._column = QVBoxLayout(self._card)
        self._build()
        self._cover = Cover(self, parent)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._build()

    def open(self) -> None:
        """Cover the parent and take the keyboard."""
        self._cover.open()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = (QKeySequence(event.keyCombination()), QKeySequence(event.text()))
        if event.key() == Qt.Key.Key_Escape or any(keys in self._closing for keys in pressed):
            self._leave()
        elif event.key() in _STEPS:
            self._bar.triggerAction(_STEPS[event.key()])
        else:
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()
        if self._fitting() != self._fitted:
            focused = self.close_button.hasFocus()
            self._build()
            if focused:
                self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("sunken"))
        painter.end()

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()

    def _change(self) -> None:
        self._leave()
        self.keys_wanted.emit()

    def _fitting(self) -> tuple[int, bool]:
        """How many columns there are, and whether their rows stand close together: to have all keys in sight."""
        across, down = self.width() / self._look.px(1000), self.height() / self._look.px(1000)
        return (3 if across >= 0.96 else 2 if across >= 0.7 else 1), down < 0.76

    def _space(self) -> None:
        px, (_columns, close) = self._look.px, self._fitting()
        side = max(px(8 if close else 12), (self.width() - px(1240)) // 2)
        self._outer.setContentsMargins(side, px(8 if close else 20), side, px(8 if close else 20))
        inner = px(20 if self.width() < px(1100) else 40)
        self._column.setContentsMargins(inner, px(12 if close else 24), inner, px(8 if close else 16))

    def _build(self) -> None:
        look, px = self._look, self._look.px
        self._fitted = self._fitting()
        clear(self._column)
        self.close_button = KeyButton(_("Close"), _("Esc"), look)
        self.close_button.clicked.connect(self._leave)
        change = Button(_("Change keys…"), look)
        change.clicked.connect(self._change)
        self._space()
        self._column.setSpacing(px(8))
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(0)
        large = self.width() < px(800)
        titles.addWidget(Caption(_("Everything by keyboard"), look, Type.LARGE_HEADING if large else Type.PAGE_TITLE))
        titles.addWidget(Paragraph(_("Nothing here needs a mouse."), look, Type.SECONDARY, "ink2"))
        head.addLayout(titles, 1)
        head.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addWidget(self._table(), 1)

    def _table(self) -> QScrollArea:
        """The sections in columns, and the notes below them."""
        px, (columns, close) = self._look.px, self._fitted
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, px(4), 0, 0)
        whole.setSpacing(px(3 if close else 12))
        row = QHBoxLayout()
        row.setSpacing(px(24 if close else 40))
        for sections in in_columns(self._sections, columns):
            column = QVBoxLayout()
            column.setSpacing(px(4 if close else 24))
            for section in sections:
                column.addWidget(self._section(section))
            column.addStretch(1)
            row.addLayout(column, 1)
        whole.addLayout(row)
        whole.addStretch(1)
        whole.addWidget(hairline())
        for note in self._notes:
            whole.addWidget(Paragraph(note, self._look, Type.SECONDARY, "ink2"))
        scroll = scrolling(content)
        self._bar = scroll.verticalScrollBar()
        return scroll

    def _section(self, section: KeySection) -> QWidget:
        look, px = self._look, self._look.px
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(1 if self._fitted[1] else 8))
        grid.addWidget(Caption(section.title, look, Type.HEADING), 0, 0, 1, 2)
        grid.addWidget(hairline(), 1, 0, 1, 2)
        for n, row in enumerate(section.rows, start=2):
            grid.addWidget(self._keys(row), n, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._meaning(row), n, 1)
        grid.setColumnStretch(1, 1)
        return box

    def _keys(self, row: KeyRow) -> QWidget:
        look, px = self._look, self._look.px
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(4))
        for n, chord in enumerate(row.keys):
            if n:
                line.addWidget(Caption(_("or"), look, Type.SMALL, "second"))
            for key in chord:
                line.addWidget(KeyCap(key, look))
        return box

    def _meaning(self, row: KeyRow) -> QWidget:
        look = self._look
        if row.mark is None:
            words = Paragraph(row.words, look, Type.TEXT)
            words.setAccessibleName(row.spoken())
            return words
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(10))
        line.addWidget(TagView(row.mark, look))
        name = _LinedName(row, row.mark, look)
        line.addWidget(name)
        line.addStretch(1)
        return box


def in_columns(sections: Sequence[KeySection], columns: int) -> tuple[tuple[KeySection, ...], ...]:
    """The sections in their order, so many to a column that the longest column is as short as can be."""
    if columns == 1 or len(sections) < 2:
        return (tuple(sections),)
    ways = (
        (tuple(sections[:first]), *in_columns(sections[first:], columns - 1)) for first in range(1, len(sections) + 1)
    )
    return min(ways, key=lambda way: max(map(_length, way)))


def _length(column: Sequence[KeySection]) -> int:
    """In rows; a title takes as much as one and a half."""
    return sum(2 * len(section.rows) + 3 for section in column)


class _LinedName(Caption):
    """A label's name on its own line style."""

    def __init__(self, row: KeyRow, mark: Mark, look: Look) -> None:
        super().__init__(row.words, look, Type.TEXT)
        self._mark = mark
        self._look = look
        self.setAccessibleName(row.spoken())
        self.setFixedHeight(look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        colours = self._look.label_colours(self._mark.colour)
        y = rect.bottom() - self._look.px(2)
        unit = self._look.px(100) / 100
        paint_underline(painter, rect.left(), rect.right(), y, self._mark.line, colours.line, unit=unit)
        painter.end()
