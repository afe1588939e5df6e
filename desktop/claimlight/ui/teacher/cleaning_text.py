"""One side of the cleaning review: the article's text, with what is proposed drawn on it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from claimlight.core.article import Span, Text
from claimlight.ui.controls import Caption
from claimlight.ui.document import Positions, set_text, setting_for
from claimlight.ui.look import Look, Type
from claimlight.ui.theme import palette
from claimlight.work.cleaning import Proposal


class CleaningText(QWidget):
    """Leftovers are struck out, single characters underlined; what is in hand stands on amber."""

    scrolled = Signal(float)
    """Which share of the way down is on top, from 0 to 1."""

    def __init__(self, name: str, text: Text, look: Look) -> None:
        super().__init__()
        self._text = text
        self._look = look
        self._quiet = False
        self._document: QTextDocument | None = None
        self._head = Caption(name, look, Type.HEADING)
        self.view = QTextEdit()
        self.view.setReadOnly(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setAccessibleName(name)
        self.view.verticalScrollBar().valueChanged.connect(self._tell)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self.view, 1)
        self.set_look(look)

    def show_text(self, text: Text) -> None:
        """Another text, at the same place."""
        if text is self._text or text.text == self._text.text:
            return
        self._text = text
        place = self.view.verticalScrollBar().value()
        self._set()
        self.view.verticalScrollBar().setValue(place)

    def show_proposals(self, proposals: Iterable[Proposal], held: Proposal | None) -> None:
        positions = Positions(self._text.text)
        marks = [
            self._mark(positions, change.span, whole=change.whole_block, held=each is held)
            for each in proposals
            for change in each.changes
        ]
        self.view.setExtraSelections(marks)

    def bring(self, span: Span) -> None:
        """Bring a place into view."""
        cursor = self.view.textCursor()
        cursor.setPosition(Positions(self._text.text).to_qt(span.start))
        self.view.setTextCursor(cursor)
        self.view.ensureCursorVisible()

    def scroll_to(self, share: float) -> None:
        """Where the other side stands, this one stands too."""
        bar = self.view.verticalScrollBar()
        self._quiet = True
        bar.setValue(round(share * bar.maximum()))
        self._quiet = False

    def set_look(self, look: Look) -> None:
        self._look = look
        self._head.set_look(look)
        self.view.setPalette(palette(look.theme))
        px = look.px
        self._column.setContentsMargins(px(26), px(14), px(12), 0)
        self._column.setSpacing(px(8))
        self._set()

    def _set(self) -> None:
        document = set_text(self._text, setting_for(self._look, self._text.blocks[0].language))
        document.setParent(self.view)
        self.view.setDocument(document)
        if self._document is not None:
            self._document.deleteLater()
        self._document = document

    def _mark(self, positions: Positions, span: Span, *, whole: bool, held: bool) -> QTextEdit.ExtraSelection:
        format = QTextCharFormat()
        colour = self._look.colour
        if whole:
            format.setFontStrikeOut(True)
            format.setForeground(colour("ink" if held else "ink3"))
        else:
            format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            format.setUnderlineColor(colour("nowline"))
            format.setBackground(colour("nowsoft"))
        if held:
            format.setBackground(colour("now"))
        units = positions.span_to_qt(span if span else Span(max(0, span.start - 1), span.end + 1))
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(units.start)
        cursor.setPosition(units.end, QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format = format
        return mark

    def _tell(self, value: int) -> None:
        most = self.view.verticalScrollBar().maximum()
        if most and not self._quiet:
            self.scrolled.emit(value / most)
