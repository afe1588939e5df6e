"""*More* at the foot of the list: a row that opens upwards. What is in it is loaded and made when it first opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from claimlight.ui.controls import clicked_by_enter, scrolling
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored
from claimlight.ui.typesetting import draw_line
from claimlight.wording import _

if TYPE_CHECKING:
    from claimlight.ui.more import MoreBody


class MoreFold(QWidget):
    """A row of 48 px that opens upwards."""

    toggled = Signal(bool)

    def __init__(self, look: Look, make_body: Callable[[], MoreBody]) -> None:
        super().__init__()
        self._look = look
        self._make_body = make_body
        self._area: QScrollArea | None = None
        self.body: MoreBody | None = None
        self.row = _Row(look)
        self.row.clicked.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def is_open(self) -> bool:
        return self.row.isChecked()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.row.set_look(look)
        if self.body is not None:
            self.body.set_look(look)

    def _toggle(self) -> None:
        if self.body is None:
            self.body = self._make_body()
            self._area = scrolling(self.body)
            self._area.setParent(self)
            self._area.setMinimumHeight(self._look.px(64))
            self._column.addWidget(self._area, 1)
        assert self._area is not None, "it was made with the body"
        self._area.setVisible(self.is_open)
        self.row.set_open(self.is_open)
        policy = QSizePolicy.Policy.Expanding if self.is_open else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.toggled.emit(self.is_open)


class _Row(QToolButton):
    """Arrow, "More", and what is inside."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(_("More"))
        self.setAccessibleDescription(_("speakers, figures, who contradicts whom"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_open(self, is_open: bool) -> None:
        self.setAccessibleName(_("Less") if is_open else _("More"))
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.px(48))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not clicked_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), look.colour("sunken"))
        icon = Icon.DOWN if self.isChecked() else Icon.FORWARD
        place = mirrored(QRectF(px(17), (self.height() - px(18)) / 2, px(18), px(18)), self)
        rtl = self.isRightToLeft()
        paint_icon(painter, icon, place, look.colour("ink"), mirrored=rtl and not self.isChecked())
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if rtl:
            start, end = end, start
        words = mirrored(QRectF(px(44), 0, px(90), self.height()), self)
        draw_line(painter, words, self.accessibleName(), look.font(Type.HEADING), look.colour("ink"), start)
        inside = mirrored(QRectF(px(134), 0, self.width() - px(134 + 18), self.height()), self)
        if not self.isChecked():
            hint = self.accessibleDescription()
            draw_line(painter, inside, hint, look.font(Type.SMALL), look.colour("ink2"), end)
        painter.end()
