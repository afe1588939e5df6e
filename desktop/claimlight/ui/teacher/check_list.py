"""*Check my lesson*: a live list of what could be looked at. A click goes there; nothing in it blocks anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimlight.core.article import Text
from claimlight.ui.controls import Button, Caption, Paragraph, Sign, clear
from claimlight.ui.flow import Flow
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.wording import _, ngettext
from claimlight.wording.draft_findings import say_row
from claimlight.work.draft_check import Found

MOST_ROWS = 60
_LONGEST = 48
_ASKING = ("answer-in-doubt", "answer-lost")


class CheckList(QWidget):
    """Rows for what was found; answers that text edits left in doubt carry their own buttons."""

    chosen = Signal(object)
    """A row was clicked (Found)."""
    confirmed = Signal(str)
    found_again = Signal(str)
    """The answer with this id is to be put on the selected words."""
    removed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._found: tuple[Found, ...] = ()
        self._title = Caption(_("Check my lesson"), look, Type.HEADING)
        self._count = Caption("", look, Type.SECONDARY, "second")
        self.rows: tuple[CheckRow, ...] = ()
        head = self._head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(self._list)
        self._column.addStretch(1)
        self.set_look(look)

    @property
    def found(self) -> tuple[Found, ...]:
        return self._found

    def show_found(self, found: tuple[Found, ...], text: Text) -> None:
        """Other rows, where they are others; the keyboard stays at its row."""
        count = len(found)
        words = (
            ngettext("{n} to look at", "{n} to look at", count).format(n=count) if count else _("Nothing to look at")
        )
        self._count.setText(words)
        if found == self._found and self.rows:
            return
        held = next((number for number, row in enumerate(self.rows) if row.has_focus()), None)
        self._found = found
        clear(self._list)
        self.rows = tuple(self._row(each, text) for each in found[:MOST_ROWS])
        for row in self.rows:
            self._list.addWidget(row)
        if held is not None and self.rows:
            self.rows[min(held, len(self.rows) - 1)].words.setFocus()

    def set_look(self, look: Look) -> None:
        self._look = look
        self._title.set_look(look)
        self._count.set_look(look)
        for row in self.rows:
            row.set_look(look)
        px = look.px
        self._head.setContentsMargins(px(20), px(10), px(20), px(8))

    def _row(self, found: Found, text: Text) -> CheckRow:
        row = CheckRow(found, text, self._look)
        row.chosen.connect(lambda: self.chosen.emit(found))
        row.confirmed.connect(lambda: self.confirmed.emit(found.id))
        row.found_again.connect(lambda: self.found_again.emit(found.id))
        row.removed.connect(lambda: self.removed.emit(found.id))
        return row


class CheckRow(QWidget):
    """A sign, a sentence, a paragraph; where somebody must decide, buttons below."""

    chosen = Signal()
    confirmed = Signal()
    found_again = Signal()
    removed = Signal()

    def __init__(self, found: Found, text: Text, look: Look) -> None:
        super().__init__()
        self.found = found
        urgent = found.severe or found.finding.code in _ASKING
        quoted = " ".join(text[found.span].split()) if found.span is not None else ""
        short = quoted if len(quoted) <= _LONGEST else quoted[:_LONGEST].rsplit(" ", 1)[0] + "…"
        sentence = say_row(found.finding.code, found.finding.params, short)
        paragraph = text.paragraph(found.span.start) if found.span is not None else 0
        self._sign = Sign(Icon.WARNING if urgent else Icon.INFO, look)
        self.words = _Sentence(sentence, look)
        self.words.clicked.connect(self.chosen)
        spoken = _("{sentence}, paragraph {n}").format(sentence=sentence, n=paragraph) if paragraph else sentence
        self.words.setAccessibleName(spoken)
        self._place = Caption(_("¶{n}").format(n=paragraph) if paragraph else "", look, Type.SECONDARY, "third")
        self._ways: tuple[Button, ...] = ()
        row = self._row = QHBoxLayout()
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        if found.finding.code in _ASKING:
            self._add_ways(found.finding.code, look)
        self.set_look(look)

    def has_focus(self) -> bool:
        return self.words.hasFocus() or any(button.hasFocus() for button in self._ways)

    def set_look(self, look: Look) -> None:
        self._sign.set_look(look)
        self.words.set_look(look)
        self._place.set_look(look)
        for button in self._ways:
            button.set_look(look)
        px = look.px
        self._row.setSpacing(px(10))
        self._column.setContentsMargins(px(20), px(6), px(20), px(6))

    def _add_ways(self, code: str, look: Look) -> None:
        holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        ways = Flow(holder)
        right = Button(_("It is right here"), look)
        anew = Button(_("Mark it anew"), look)
        anew.setToolTip(_("Select the right words on the page first"))
        gone = Button(_("Remove"), look)
        right.clicked.connect(self.confirmed)
        anew.clicked.connect(self.found_again)
        gone.clicked.connect(self.removed)
        self._ways = (right, anew, gone) if code == "answer-in-doubt" else (anew, gone)
        if code != "answer-in-doubt":
            right.deleteLater()
        for button in self._ways:
            ways.addWidget(button)
        self._column.addWidget(holder)


class _Sentence(Button):
    """A whole sentence as a button, in as many lines as it takes."""

    def __init__(self, sentence: str, look: Look) -> None:
        super().__init__("", look, kind="line")
        self._label = Paragraph(sentence, look, Type.SECONDARY)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(look.px(36))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.minimumHeight(), self._label.heightForWidth(width))

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        if hasattr(self, "_label"):
            self._label.set_look(look)
        self.setMinimumHeight(look.px(36))
