"""Everything by keyboard, on one card (F1 or ?)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from claimlight.ui.controls import Caption, KeyButton, KeyCap, Paragraph, clear, hairline, scrolling
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
    """Lies over the whole of its parent and goes with Esc, F1, ? or its button."""

    closed = Signal()

    def __init__(
        self, sections: Sequence[KeySection], look: Look, parent: QWidget, *, notes: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setAccessibleName(_("Everything by keyboard"))
        self._look = look
        self._sections = tuple(sections)
        self._notes = tuple(notes)
        self._columns = 0
        self._window = parent
        self._card = QFrame()
        self._card.setObjectName("floating")
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._card)
        self._column = QVBoxLayout(self._card)
        self._build()
        self.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._build()

    def open(self) -> None:
        """Cover the parent and take the keyboard."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """No command acts behind the card, but to quit."""
        quits = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Quit)
        if event.type() == QEvent.Type.ShortcutOverride and not quits:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1) or event.text() == "?":
            self._leave()
        elif event.key() in _STEPS:
            self._bar.triggerAction(_STEPS[event.key()])
        else:
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._space()
        if self._fitting() != self._columns:
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

    def _fitting(self) -> int:
        return 2 if self.width() >= self._look.px(900) else 1

    def _space(self) -> None:
        px = self._look.px
        side = max(px(12), min(px(96), (self.width() - px(1000)) // 2))
        self._outer.setContentsMargins(side, px(20), side, px(20))
        inner = px(48 if self.width() > px(1000) else 20)
        self._column.setContentsMargins(inner, px(24), inner, px(16))

    def _build(self) -> None:
        look, px = self._look, self._look.px
        self._columns = self._fitting()
        clear(self._column)
        self.close_button = KeyButton(_("Close"), _("Esc"), look)
        self.close_button.clicked.connect(self._leave)
        self._space()
        self._column.setSpacing(px(8))
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(Caption(_("Everything by keyboard"), look, Type.PAGE_TITLE))
        titles.addWidget(Paragraph(_("Nothing here needs a mouse."), look, Type.SECONDARY, "ink2"))
        head.addLayout(titles, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addWidget(self._table(), 1)
        self._column.addWidget(hairline())
        for note in self._notes:
            self._column.addWidget(Paragraph(note, look, Type.SECONDARY, "ink2"))

    def _table(self) -> QScrollArea:
        px = self._look.px
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, px(8), 0, 0)
        grid.setHorizontalSpacing(px(64))
        grid.setVerticalSpacing(px(20))
        for n, section in enumerate(self._sections):
            grid.addWidget(self._section(section), n // self._columns, n % self._columns, Qt.AlignmentFlag.AlignTop)
        for column in range(self._columns):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(len(self._sections), 1)
        scroll = scrolling(content)
        self._bar = scroll.verticalScrollBar()
        return scroll

    def _section(self, section: KeySection) -> QWidget:
        look, px = self._look, self._look.px
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(10))
        grid.addWidget(Caption(section.title, look, Type.HEADING), 0, 0, 1, 2)
        grid.addWidget(hairline(), 1, 0, 1, 2)
        for n, row in enumerate(section.rows, start=2):
            grid.addWidget(self._keys(row), n, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(self._meaning(row), n, 1)
        grid.setColumnStretch(0, 47)
        grid.setColumnStretch(1, 53)
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
