"""The focus ring: 2 px of ink with a gap of 2 px, around whatever has the keyboard."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFocusFrame, QProxyStyle, QStyle, QWidget

from claimlight.ui.look import Look

GAP = 2
LINE = 2


def paint_focus_ring(painter: QPainter, rect: QRectF, look: Look, radius: float = 6.0) -> None:
    """The ring around `rect`: it needs 4 px of room outside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("ink"), LINE))
    out = GAP + LINE / 2
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)
    painter.restore()


class RingStyle(QProxyStyle):
    """Tells a focus frame to stand above its widget and how far to reach around it."""

    def styleHint(self, hint, option=None, widget=None, data=None):  # type: ignore[no-untyped-def] # two hints only
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0  # a mask would cut the rounded corners
        return super().styleHint(hint, option, widget, data)

    def pixelMetric(self, metric, option=None, widget=None):  # type: ignore[no-untyped-def] # two metrics only
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return GAP + LINE
        return super().pixelMetric(metric, option, widget)


class FocusRing(QFocusFrame):
    """One per window: follows the focus from button to button when it moves by keyboard.

    Fields show their focus as a border, lists as a ring in the row. A widget with rounder corners says so in its
    property `radius` (px before scaling).
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._radius = 6
        self._style = RingStyle("Fusion")
        self.setStyle(self._style)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def leave_page(self) -> None:
        """Leave a page that goes: Qt makes us a child of what we surround, and we would go with it."""
        self.setWidget(None)  # type: ignore[arg-type] # None takes it away
        self.setParent(self._window)
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        ringed = new is not None and new.window() is self._window and isinstance(new, QAbstractButton | QComboBox)
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._radius = int((new.property("radius") if new is not None else None) or 6)
        self.setWidget(new if ringed and not by_mouse else None)  # type: ignore[arg-type] # None takes it away

    def paintEvent(self, event: QPaintEvent) -> None:
        inner = QRectF(self.rect()).adjusted(GAP + LINE, GAP + LINE, -GAP - LINE, -GAP - LINE)
        painter = QPainter(self)
        paint_focus_ring(painter, inner, self._look, self._look.px(self._radius))
        painter.end()
