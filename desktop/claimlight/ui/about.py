"""*About Claimlight*: its version, where the work is, and what it is made of, over whatever is open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from claimlight.files.licences import Part
from claimlight.ui.about_words import Section, lead
from claimlight.ui.controls import Button, Caption, Paragraph
from claimlight.ui.cover import Cover
from claimlight.ui.document_page import titles
from claimlight.ui.licence_page import LicencePage
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import ColumnSheet
from claimlight.ui.words_table import WordsTable
from claimlight.wording import _

_WIDTH, _BEFORE_HEADING = 760, 10


class AboutPage(ColumnSheet):
    """Covers `window` and goes with Esc or *Close*. `sections` are its paragraphs, `parts` the rows of its table.

    `text_of` is asked for the full text of a part's licence when a row is chosen.
    """

    closed = Signal()
    document_wanted = Signal(str)
    """One of the documents that can be read in the window, by its name."""

    def __init__(
        self,
        sections: Sequence[Section],
        parts: Sequence[Part],
        look: Look,
        window: QWidget,
        text_of: Callable[[Part], str],
    ) -> None:
        super().__init__(look, width=_WIDTH, title=_("About Claimlight"), back=_("Close"))
        self._parts = tuple(parts)
        self._text_of = text_of
        self._window = window
        self.setAccessibleName(_("About Claimlight"))
        self.setParent(window)
        self._say(lead(), Type.PAGE_TITLE)
        for section in sections:
            self._add(section)
        self.table = self.wear(WordsTable(_("What it is made of"), (5, 3, 6), look))
        self.table.setAccessibleDescription(_("Enter shows the whole licence."))
        self.table.chosen.connect(self.show_licence)
        self.documents = tuple(Button(title, look, kind="link") for title in titles().values())
        for name, button in zip(titles(), self.documents, strict=True):
            button.clicked.connect(lambda _checked=False, name=name: self._want(name))
        self.column.addLayout(self.row_of(*self.documents))
        self._list()
        self.column.addStretch(1)
        self.left.connect(self._leave)
        self.set_look(look)
        self._cover = Cover(self, window)

    def open(self) -> None:
        """Cover the window and take the keyboard."""
        self._cover.open()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round: *Close*, the documents, the table."""
        stops = [each for each in (self.back, *self.documents, self.table) if each.isVisible()]
        if not stops:
            return super().focusNextPrevChild(next)
        focused = [at for at, each in enumerate(stops) if each.hasFocus()]
        here = focused[0] if focused else len(stops) - 1
        stops[(here + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page scrolls by keys; no other key goes through to what lies behind."""
        bar = self.scroller.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        bar.setValue(bar.value() + steps.get(Qt.Key(event.key()), 0))
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()

    def _add(self, section: Section) -> None:
        if section.title:
            self.column.addSpacing(_BEFORE_HEADING)
            self.column.addWidget(self.wear(Caption(section.title, self._look, Type.HEADING)))
        for words in section.paragraphs:
            self._say(words, Type.PARAGRAPH)

    def _list(self) -> None:
        if not self._parts:
            return
        heads = (_("Name"), _("Version"), _("Licence"))
        self.table.show_rows((heads, *((part.name, part.version, part.licence) for part in self._parts)))
        self.table.link_column(2)
        self.table.cell_entered.connect(self._look_at)
        self._add(Section(_("What it is made of"), (_("Choose a row to read its whole licence here."),)))
        self.column.addWidget(self.table)

    def show_licence(self, row: int) -> LicencePage:
        """The text of a row's licence, over this page; leaving it leads back to the row."""
        page = LicencePage(self._parts[row], self._text_of(self._parts[row]), self._look, self._window)
        page.left.connect(page.deleteLater)
        page.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        page.open()
        return page

    def _look_at(self, cell: QRect) -> None:
        content = self.scroller.widget()
        assert content is not None, "the column is in it"
        middle = self.table.mapTo(content, cell.center())
        self.scroller.ensureVisible(middle.x(), middle.y(), 0, cell.height())

    def _say(self, words: str, use: Type) -> None:
        paragraph = self.wear(Paragraph(words, self._look, use))
        paragraph.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(paragraph)

    def _want(self, name: str) -> None:
        self._leave()
        self.document_wanted.emit(name)

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()
