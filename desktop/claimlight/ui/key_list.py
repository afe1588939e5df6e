"""All commands with their keys, in the order of the menus: a list to choose one from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from claimlight.ui.commands import shown_keys
from claimlight.ui.look import Look, Type
from claimlight.ui.mirror import mirrored_in
from claimlight.ui.typesetting import draw_line
from claimlight.wording import _

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """A command (its `id`), or the heading of a menu (no id)."""

    id: str
    name: str
    keys: tuple[str, ...] = ()

    def spoken(self) -> str:
        """ "Undo: Ctrl+Z" """
        if not self.id:
            return self.name
        keys = _(" or ").join(shown_keys(key) for key in self.keys)
        return _("{command}: {keys}").format(command=self.name, keys=keys or _("no key"))


class KeyList(QListView):
    """The arrows walk the commands; Enter, or a double click, asks for new keys."""

    chosen = Signal(str)
    """Another command is in hand."""
    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(_("Commands and their keys"))
        self._model = _KeyModel()
        self.setModel(self._model)
        self._delegate = _KeyRow(look)
        self._delegate.setParent(self)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda index: self.opened.emit() if self._model.entries[index.row()].id else None)

    @property
    def current(self) -> str:
        """The id of the command in hand."""
        index = self.currentIndex()
        return self._model.entries[index.row()].id if index.isValid() else ""

    def entry(self, id: str) -> KeyEntry | None:
        return next((entry for entry in self._model.entries if entry.id == id), None)

    def set_entries(self, entries: Sequence[KeyEntry]) -> None:
        """Show `entries`; the command in hand stays in hand."""
        here = self.current
        self._model.replace(tuple(entries))
        self.take(here)

    def take(self, id: str) -> None:
        """Take the command `id` in hand; the first where it is not there."""
        rows = [row for row, entry in enumerate(self._model.entries) if entry.id]
        found = next((row for row in rows if self._model.entries[row].id == id), rows[0] if rows else -1)
        if found >= 0:
            self.setCurrentIndex(self._model.index(found))

    def set_look(self, look: Look) -> None:
        self._delegate.look = look
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class _KeyModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[KeyEntry, ...] = ()

    def replace(self, entries: tuple[KeyEntry, ...]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.entries[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        return entry.spoken() if role == Qt.ItemDataRole.AccessibleTextRole else None


class _KeyRow(QStyledItemDelegate):
    """The name, and at the end of the row its keys as caps."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.look.px(240), self.look.px(40 if index.flags() else 48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, model = self.parent(), index.model()
        assert isinstance(view, KeyList)
        assert isinstance(model, _KeyModel)
        entry, rect = model.entries[index.row()], QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.id:
            self._paint_command(painter, rect, entry, view, index, rtl)
        else:
            self._paint_heading(painter, rect, entry, rtl)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, entry: KeyEntry, rtl: bool) -> None:
        look, px = self.look, self.look.px
        words = mirrored_in(QRectF(rect.left() + px(12), rect.bottom() - px(28), rect.width(), px(20)), rect, rtl=rtl)
        draw_line(painter, words, entry.name, look.font(Type.HEADING), look.colour("ink"), _start(rtl))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("rule"))

    def _paint_command(
        self, painter: QPainter, rect: QRectF, entry: KeyEntry, view: KeyList, index: Index, rtl: bool
    ) -> None:
        look, px = self.look, self.look.px
        held = view.currentIndex() == index
        if held:
            painter.fillRect(rect, look.colour("sunken"))
            bar = QRectF(rect.left(), rect.top(), px(3), rect.height())
            painter.fillRect(mirrored_in(bar, rect, rtl=rtl), look.colour("ink"))
        taken = self._paint_caps(painter, rect, entry, rtl)
        words = QRectF(rect.left() + px(12), rect.top(), rect.width() - px(36) - taken, rect.height())
        words = mirrored_in(words, rect, rtl=rtl)
        draw_line(painter, words, entry.name, look.font(Type.TEXT), look.colour("ink"), _start(rtl))
        if held and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(4), px(4))

    def _paint_caps(self, painter: QPainter, rect: QRectF, entry: KeyEntry, rtl: bool) -> float:
        """The caps from the end of the row; how much room they took."""
        look, px = self.look, self.look.px
        font = look.font(Type.SMALL_ACTION)
        right = rect.right() - px(12)
        for key in reversed(entry.keys or ("",)):
            words = shown_keys(key) if key else _("no key")
            width = max(px(24), QFontMetricsF(font).horizontalAdvance(words) + px(12))
            place = QRectF(right - width, rect.center().y() - px(12), width, px(24))
            cap = mirrored_in(place, rect, rtl=rtl).adjusted(0.5, 0.5, -0.5, -0.5)
            if key:
                painter.setPen(QPen(look.colour("edge"), look.theme.border))
                painter.setBrush(look.colour("raised"))
                painter.drawRoundedRect(cap, px(4), px(4))
            painter.setFont(font)
            painter.setPen(look.colour("ink2"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, words)
            right -= width + px(6)
        return rect.right() - px(12) - right


def _start(rtl: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
