"""Fields to type a search into, and choices to narrow it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy

from claimlight.ui.controls import KeyCap
from claimlight.ui.icons import Icon, paint_icon
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored


class SearchField(QLineEdit):
    """A glass before the words, a key cap behind them. Down leaves it towards what it found.

    Esc empties it, unless whoever shows it has another use for that key (`clears`).
    """

    left_downwards = Signal()

    def __init__(self, name: str, look: Look, *, key: str = "", width: int = 300, clears: bool = True) -> None:
        super().__init__()
        self._clears = clears
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._width = width
        self._cap: QLabel | None = KeyCap(key, look) if key else None
        if self._cap is not None:
            self._cap.setParent(self)
            self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._show_cap)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font(Type.TEXT))
        self.setTextMargins(look.px(28), 0, look.px(26) if self._cap else 0, 0)
        if isinstance(self._cap, KeyCap):
            self._cap.set_look(look)
            self._cap.setFixedSize(look.px(20), look.px(20))
        self.updateGeometry()
        self._place_cap()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(140), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self._clears and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cap()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(17)
        box = mirrored(QRectF(self._look.px(12), (self.height() - side) / 2, side, side), self)
        painter = QPainter(self)
        paint_icon(painter, Icon.SEARCH, box, self._look.colour("ink2"))
        painter.end()

    def _place_cap(self) -> None:
        if self._cap is None:
            return
        side = self._cap.width()
        box = QRectF(self.width() - side - self._look.px(9), (self.height() - side) / 2, side, side)
        self._cap.setGeometry(mirrored(box, self).toRect())

    def _show_cap(self) -> None:
        if self._cap is not None:
            self._cap.setVisible(not self.text())


class Choice(QComboBox):
    """One of a few, or all; with its chevron painted in ink."""

    def __init__(self, name: str, everything: str, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.addItem(everything, "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_look(look)

    @property
    def chosen(self) -> str:
        """The choice; empty for all."""
        return str(self.currentData() or "")

    def set_choices(self, names: Sequence[str]) -> None:
        kept = self.chosen
        blocked = self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for name in names:
            self.addItem(name, name)
        self.setCurrentIndex(max(0, self.findData(kept)))
        self.blockSignals(blocked)
        self.setVisible(len(names) > 1)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFont(look.font(Type.ACTION))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(self.itemText(n)) for n in range(self.count())), default=0.0)
        return QSize(round(widest) + self._look.px(12 + 34), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._look.px(15)
        box = QRectF(self.width() - side - self._look.px(10), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_icon(painter, Icon.DOWN, mirrored(box, self), self._look.colour("ink2"))
        painter.end()
