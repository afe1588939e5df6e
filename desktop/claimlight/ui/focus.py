"""The focus ring: 2 px of ink with a gap of 2 px, around whatever has the keyboard."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QWidget
from shiboken6 import isValid

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


def paint_inner_ring(painter: QPainter, rect: QRectF, look: Look, radius: float = 4.0) -> None:
    """The ring inside `rect`, for what has no room around it: a row, a list, a card that is docked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("ink"), LINE))
    painter.drawRoundedRect(rect.adjusted(LINE, LINE, -LINE, -LINE), radius, radius)
    painter.restore()


class FocusRing(QWidget):
    """One per window: follows the focus from button to button when it moves by keyboard.

    Fields show their focus as a border, lists as a ring in the row. A widget with rounder corners says so in its
    property `radius` (px before scaling). Qt's own QFocusFrame would need a style of ours to stand above its widget,
    and asking that would load all of Qt's style options in every start: 9 ms.
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._look = look
        self._radius = 6
        self._surrounded: QWidget | None = None
        self._watched: list[QWidget] = []
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def widget(self) -> QWidget | None:
        """What the ring stands around."""
        return self._surrounded

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def leave_page(self) -> None:
        """Leave a page that goes: we are a child of what scrolls in it, and would go with it."""
        self._surround(None)
        self.setParent(self._window)
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        inner = QRectF(self.rect()).adjusted(GAP + LINE, GAP + LINE, -GAP - LINE, -GAP - LINE)
        painter = QPainter(self)
        paint_focus_ring(painter, inner, self._look, self._look.px(self._radius))
        painter.end()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        ringed = new is not None and new.window() is self._window and isinstance(new, QAbstractButton | QComboBox)
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._radius = int((new.property("radius") if new is not None else None) or 6)
        self._surround(new if ringed and not by_mouse else None)

    def _surround(self, widget: QWidget | None) -> None:
        """Stand around `widget`, above its neighbours, and within what scrolls it."""
        for each in filter(isValid, self._watched):
            each.removeEventFilter(self)
        self._surrounded = widget
        self._watched = [] if widget is None else list(_up_to_what_scrolls(widget))
        for each in self._watched:
            each.installEventFilter(self)
        if self._watched:
            self.setParent(self._watched[-1].parentWidget())
        self._place()

    def _place(self) -> None:
        widget, holder = self._surrounded, self.parentWidget()
        if widget is None or holder is None or not isValid(widget) or not widget.isVisible():
            self.hide()
            return
        room = GAP + LINE
        corner = widget.mapTo(holder, widget.rect().topLeft())
        self.setGeometry(QRect(corner, widget.size()).adjusted(-room, -room, room, room))
        self.show()
        self.raise_()


_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange}


def _up_to_what_scrolls(widget: QWidget) -> Iterator[QWidget]:
    """`widget` and its parents, below the viewport or the window that they are all in."""
    here: QWidget | None = widget
    while here is not None and not here.isWindow():
        yield here
        above = here.parentWidget()
        if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            return
        here = above
