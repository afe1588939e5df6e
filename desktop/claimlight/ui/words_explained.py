"""All words that the lesson explains, as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from claimlight.ui.controls import Paragraph
from claimlight.ui.look import Look, Type
from claimlight.ui.popover import Popover
from claimlight.wording import _

_SHOWN = 360
"""The most px that the list takes before it scrolls."""


class WordsExplained(Popover):
    """Enter or a click goes to the first place of the word in the article."""

    chosen = Signal(str)
    """A term."""

    def __init__(self, over: QWidget, look: Look, glossary: Sequence[tuple[str, str]]) -> None:
        super().__init__(over, look, width=460)
        self.setAccessibleName(_("Words explained"))
        self._title = Paragraph(_("Words explained"), look, Type.SECONDARY_HEADING)
        self.words = _Words()
        self.words.setAccessibleName(_("Words explained"))
        for term, meaning in glossary:
            item = QListWidgetItem(_("{word}: {meaning}").format(word=term, meaning=meaning), self.words)
            item.setData(Qt.ItemDataRole.UserRole, term)
        self.words.itemClicked.connect(self._choose)
        self.words.itemActivated.connect(self._choose)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self.words)
        self.set_look(look)

    def open_at(self, place: QRect) -> None:
        self.words.setFixedHeight(self._look.px(_SHOWN))
        self.setFixedWidth(min(self._look.px(self._width), self._over.width() - 16))
        self._column.activate()
        self.words.fit(min(self._look.px(_SHOWN), self._over.height() - self._look.px(80)))
        self.open_beside(place)
        self.words.setCurrentRow(0)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._title.set_look(look)
        self.words.set_look(look)
        self._column.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(10))
        self._column.setSpacing(look.px(8))
        self.leave()

    def _choose(self, item: QListWidgetItem) -> None:
        self.leave()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _Words(QListWidget):
    """Rows as high as their words need."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def set_look(self, look: Look) -> None:
        self.setFont(look.font(Type.TEXT))
        self.setSpacing(look.px(3))

    def fit(self, most: int) -> None:
        """As high as all rows, `most` px at most."""
        heights = (self.sizeHintForRow(row) + 3 * self.spacing() for row in range(self.count()))
        self.setFixedHeight(min(most, sum(heights) + 2 * self.frameWidth() + 2 * self.spacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
