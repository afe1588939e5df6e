"""Pages that are a bar and a column, or one card in the middle: what takes the window's place for a while."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimlight.ui.controls import Button, Caption, scrolling
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type

_BETWEEN = 12
_SIDE = 24
"""Least margin beside a column, in pixels at 100 % text."""


class Worn(Protocol):
    """A part of a page that follows theme and text size."""

    def set_look(self, look: Look) -> None: ...


Part = TypeVar("Part", bound=Worn)


class Sheet(QWidget):
    """Tells its parts of a new look, asks its subclass to space itself, and is left by Esc."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._worn: list[Worn] = []

    def wear(self, part: Part) -> Part:
        """`part` follows the look from now on."""
        self._worn.append(part)
        return part

    def doff(self, parts: Sequence[Worn]) -> None:
        """`parts` are on the page no longer."""
        self._worn = [part for part in self._worn if not any(part is gone for gone in parts)]

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in self._worn:
            part.set_look(look)
        self.space()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.space()

    def space(self) -> None:
        """Margins and gaps for this look and width."""

    def row_of(self, *buttons: Button) -> Flow:
        """`buttons` side by side, in more lines where there is no room."""
        row = Flow(across=_BETWEEN, down=_BETWEEN)
        for button in buttons:
            row.addWidget(self.wear(button))
        return row


class ColumnSheet(Sheet):
    """`column` is as wide as reads well. With `back` there is a `bar`: the way back, `title`, and what is added."""

    def __init__(
        self, look: Look, *, width: int = 880, title: str = "", back: str = "", gap: int = 12, scrolls: bool = True
    ) -> None:
        """`width` of the column and `gap` between its parts are pixels at 100 % text."""
        super().__init__(look)
        self._width = width
        self._gap = gap
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.bar = QHBoxLayout()
        if back:
            self.back = self.wear(Button(back, look, kind="flat", icon=Icon.BACK))
            self.back.clicked.connect(self.left)
            self.bar.addWidget(self.back)
            self.title = self.wear(Caption(title, look, Type.LARGE_HEADING))
            self.bar.addWidget(self.title)
            self.bar.addStretch(1)
            frame = QFrame()
            frame.setObjectName("bar")
            frame.setLayout(self.bar)
            outer.addWidget(frame)
        self.column = QVBoxLayout()
        if scrolls:
            content = QWidget()
            content.setLayout(self.column)
            self.scroller = scrolling(content)
            outer.addWidget(self.scroller, 1)
        else:
            outer.addLayout(self.column, 1)

    def space(self) -> None:
        px = self._look.px
        side = max(px(_SIDE), (self.width() - px(self._width)) // 2)
        self.bar.setContentsMargins(12, px(7), 16, px(7))
        self.bar.setSpacing(px(12))
        self.column.setContentsMargins(side, px(24), side, px(24))
        self.column.setSpacing(px(self._gap))


class CardSheet(Sheet):
    """One floating card, a little above the middle; it scrolls where the window is too small for it."""

    def __init__(self, look: Look, *, width: int = 680, gap: int = 12) -> None:
        """`width` of the card and `gap` between its parts are pixels at 100 % text."""
        super().__init__(look)
        self._width = width
        self._gap = gap
        self._card = QFrame()
        self._card.setObjectName("floating")
        self.column = QVBoxLayout(self._card)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._card, 100)
        across.addStretch(1)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.addStretch(2)
        inner.addLayout(across)
        inner.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))

    def space(self) -> None:
        px = self._look.px
        self._card.setMaximumWidth(px(self._width))
        self.column.setContentsMargins(px(32), px(28), px(32), px(28))
        self.column.setSpacing(px(self._gap))
