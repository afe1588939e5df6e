"""Who says it: a name from the article, the writer, nobody by name, or a name that is typed or selected on the page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QStyle, QStyledItemDelegate, QVBoxLayout, QWidget

from claimlight.core.sayings import UNNAMED, WRITER
from claimlight.ui.controls import Button, Caption, Paragraph, hairline
from claimlight.ui.flow import Flow
from claimlight.ui.focus import paint_inner_ring
from claimlight.ui.ledger_cells import speaker_name
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import Popover
from claimlight.wording import _

_SHOWN = 5
"""Names that are seen without scrolling."""


class SourcePicker(Popover):
    """The nearest names first; typing thins them out. Enter takes the name in hand, else what was typed."""

    chosen = Signal(str, str)
    """(highlight, source); an empty source takes it back."""
    select_wanted = Signal(str)
    """The name is to be selected on the page, for this highlight."""

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over, look, width=320)
        self._id = ""
        self._names: tuple[str, ...] = ()
        self.setAccessibleName(_("Who says it?"))
        self._title = Caption(_("Who says it?"), look, Type.HEADING)
        self._words = Paragraph("", look, Type.QUOTE, "ink2", lines=1)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type a name, or choose one"))
        self.field.setAccessibleName(_("Who says it?"))
        self.field.textEdited.connect(self._thin_out)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self._model = QStringListModel()
        self.names = _Names()
        self.names.setModel(self._model)
        self.names.setAccessibleName(_("Names in the article"))
        self.names.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.names.setItemDelegate(_Tall(look, self.names))
        self.names.clicked.connect(lambda index: self._choose(index.data()))
        self.names.activated.connect(lambda index: self._choose(index.data()))
        self.writer = Button(speaker_name(WRITER), look)
        self.unnamed = Button(speaker_name(UNNAMED), look)
        self.on_page = Button(_("Select on the page"), look, kind="flat")
        self.clear_button = Button(_("Take back"), look, kind="flat")
        self.writer.clicked.connect(lambda: self._choose(WRITER))
        self.unnamed.clicked.connect(lambda: self._choose(UNNAMED))
        self.on_page.clicked.connect(self._select)
        self.clear_button.clicked.connect(lambda: self._choose(""))
        self._column = QVBoxLayout(self)
        self._others = Flow()
        for button in (self.writer, self.unnamed, self.on_page, self.clear_button):
            self._others.addWidget(button)
        for part in (self._title, self._words, self.field, self.names, hairline()):
            self._column.addWidget(part)
        self._column.addLayout(self._others)
        self.set_look(look)

    def ask(self, id: str, words: str, names: Sequence[str], said: str, place: QRect) -> None:
        """Ask for the highlight `id`; `names` are offered in this order, `said` is what was said before."""
        self._id = id
        self._names = tuple(names)
        self._words.setText(words)
        self._thin_out("")
        self.field.setText("" if said in (WRITER, UNNAMED) else said)
        self.field.selectAll()
        for source, button in ((WRITER, self.writer), (UNNAMED, self.unnamed)):
            button.setCheckable(True)
            button.setChecked(said == source)
        self.clear_button.setVisible(bool(said))
        self.names.setVisible(bool(self._names))
        self.open_beside(place)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        self._look = look
        px = look.px
        for widget in (self._title, self._words, self.writer, self.unnamed, self.on_page, self.clear_button):
            widget.set_look(look)
        self.field.setFont(look.font(Type.TEXT))
        self.names.setFont(look.font(Type.TEXT))
        self.names.setItemDelegate(_Tall(look, self.names))
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(px(8))
        self._others.set_gaps(px(6), px(6))
        self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, up and down walk the names."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _walk(self, step: int) -> None:
        here = self.names.currentIndex()
        row = here.row() + step if here.isValid() else (0 if step > 0 else self._model.rowCount() - 1)
        if 0 <= row < self._model.rowCount():
            self.names.setCurrentIndex(self._model.index(row))
            self.field.setText(str(self._model.index(row).data()))
            self.field.selectAll()

    def _thin_out(self, typed: str) -> None:
        looked_for = typed.strip().casefold()
        found = [name for name in self._names if looked_for in name.casefold()]
        self._model.setStringList(found)
        self.names.setCurrentIndex(QModelIndex())
        rows = max(1, min(_SHOWN, len(self._names)))
        row = self._look.px(34)
        self.names.setMinimumHeight(min(rows, 2) * row)
        self.names.setMaximumHeight(rows * row + 2)

    def _take(self) -> None:
        typed = " ".join(self.field.text().split())
        if typed:
            self._choose(typed)

    def _choose(self, source: str) -> None:
        id = self._id
        self.leave()
        self.chosen.emit(id, source)

    def _select(self) -> None:
        self.leave()
        self.select_wanted.emit(self._id)


class _Names(QListView):
    """Tab comes to its first name."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)


class _Tall(QStyledItemDelegate):
    """Rows that are large enough to be hit, and show which of them has the keyboard."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option, index):  # type: ignore[no-untyped-def] # Qt's own
        return QSize(super().sizeHint(option, index).width(), self._look.px(34))

    def paint(self, painter, option, index):  # type: ignore[no-untyped-def] # Qt's own
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_inner_ring(painter, QRectF(option.rect), self._look)
