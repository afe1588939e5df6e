"""The names of a class in columns that read downwards, and the card of somebody who worked here before."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from claimlight.ui.controls import paint_card, paint_disc
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored, mirrored_in
from claimlight.ui.typesetting import draw_line

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody who may be working: `detail` says what is open for them ("2 lessons to hand in")."""

    id: str
    name: str
    detail: str = ""


class PersonCard(QAbstractButton):
    """Who worked here before: disc, name, what is open."""

    def __init__(self, who: Name, look: Look) -> None:
        super().__init__()
        self.who = who
        self.setText(who.name)
        self.setAccessibleName(who.name)
        self.setProperty("radius", 8)
        self.setAccessibleDescription(who.detail)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.px(68))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(260), self._look.px(68))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        box = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_card(painter, box, look, ground=look.colour("sunken") if self.isDown() else None)
        side = px(40)
        disc = QRectF(box.left() + px(16), box.center().y() - side / 2, side, side)
        paint_disc(painter, mirrored(disc, self), self.who.name, look)
        left = disc.right() + px(14)
        room = box.right() - px(12) - left
        top = box.center().y() - (px(21) if self.who.detail else px(10))
        start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        name = mirrored(QRectF(left, top, room, px(21)), self)
        draw_line(painter, name, self.who.name, look.font(Type.ACTION), look.colour("ink"), start)
        detail = mirrored(QRectF(left, top + px(22), room, px(18)), self)
        draw_line(painter, detail, self.who.detail, look.font(Type.SMALL), look.colour("ink2"), start)
        painter.end()


class Names(QListView):
    """Names with small discs; arrows walk them, Enter or a click chooses."""

    chosen = Signal(str)

    def __init__(self, title: str, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._model = _NameModel()
        self.setModel(self._model)
        self._delegate = _NameRow(look)
        self._delegate.setParent(self)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.chosen.emit(self._model.names[index.row()].id))
        self.set_look(look)

    @property
    def count(self) -> int:
        return len(self._model.names)

    def set_names(self, names: Sequence[Name]) -> None:
        self._model.replace(tuple(names))
        self._arrange()

    def first(self) -> None:
        """Take the first name in hand."""
        if self.count:
            self.setCurrentIndex(self._model.index(0))

    def set_look(self, look: Look) -> None:
        self._look = look
        self._delegate.look = look
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if here.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._model.names[here.row()].id)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _arrange(self) -> None:
        """Four columns, fewer in a narrow window; as high as the longest."""
        px = self._look.px
        columns = max(1, min(4, self.width() // px(200)))
        rows = -(-self.count // columns)
        self.setGridSize(QSize(max(1, self.width() // columns - 1), px(44)))
        self.setFixedHeight(max(1, rows) * px(44) + 2)


class _NameModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.names: tuple[Name, ...] = ()

    def replace(self, names: tuple[Name, ...]) -> None:
        self.beginResetModel()
        self.names = names
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.names[index.row()].name
        return None


class _NameRow(QStyledItemDelegate):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.look.px(180), self.look.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, Names)
        look, px = self.look, self.look.px
        rect = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        side = px(28)
        disc = QRectF(rect.left() + 4, rect.center().y() - side / 2, side, side)
        left = disc.right() + px(12)
        words = QRectF(left, rect.top(), rect.right() - left - px(8), rect.height())
        start = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        name = str(index.data())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_disc(painter, mirrored_in(disc, rect, rtl=rtl), name, look)
        draw_line(painter, mirrored_in(words, rect, rtl=rtl), name, look.font(Type.ACTION), look.colour("ink"), start)
        if view.currentIndex() == index and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("ink"), 2))
            ring = mirrored_in(rect.adjusted(1, 2, -px(12), -2), rect, rtl=rtl)
            painter.drawRoundedRect(ring, px(6), px(6))
        painter.restore()
