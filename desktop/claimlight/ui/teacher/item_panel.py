"""What is said about the answer in hand: why it is one, and, under *More*, all that decides its points."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.core.lesson import Decoy, Item
from claimlight.session.authoring import AuthoringSession
from claimlight.ui.announcing import Announce
from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.icons import Icon
from claimlight.ui.look import Look, Type
from claimlight.ui.tags import mark_of
from claimlight.ui.teacher.answer_head import AnswerHead
from claimlight.ui.teacher.fields import TextField
from claimlight.ui.teacher.item_more import ItemMore
from claimlight.wording import _


class ItemPanel(QWidget):
    """Shows one entry of the key at a time; what is written goes to the session."""

    writing = Signal(str, str)
    """An explanation is being written: of which answer, and the words so far."""
    shown = Signal(str)
    """Another answer is in hand, or it is another now."""

    def __init__(self, session: AuthoringSession, look: Look, announce: Announce) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self.id = ""
        self._head = AnswerHead(look)
        self._why = Paragraph("", look, Type.SECONDARY_ACTION, "ink2")
        self.explanation = TextField(_("Explanation"), look)
        self._none = Paragraph("", look, Type.PARAGRAPH, "ink2")
        self.explanation.written.connect(self._explain)
        self.explanation.textChanged.connect(lambda: self.writing.emit(self.id, self.explanation.words()))
        self._column = QVBoxLayout(self)
        self.fold = Button(_("More"), look, kind="flat", icon=Icon.FORWARD)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._fold)
        self.more = ItemMore(session, look, announce)
        self.more.hide()
        for widget in (self._head, self._none, self._why, self.explanation, self.fold, self.more):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.set_look(look)
        self.show_answer("")

    def show_answer(self, id: str) -> None:
        """Another answer, or none; what was being written about the one before is kept first."""
        if id != self.id:
            self.keep()
        self.id = id if id in self._session.annotations else ""
        self.refresh()

    def keep(self) -> None:
        """What is being written is kept."""
        self.explanation.keep()
        self.more.keep()

    def refresh(self) -> None:
        """Show what is known now."""
        if self.id and self.id not in self._session.annotations:
            self.id = ""
        entry = self._session.entry(self.id)
        says_why = isinstance(entry, Item | Decoy)
        self._why.setVisible(says_why)
        self.explanation.setVisible(says_why)
        self._none.setVisible(not says_why)
        self.fold.setVisible(isinstance(entry, Item))
        self.more.setVisible(isinstance(entry, Item) and self.fold.isChecked())
        self.more.show_item(self.id, entry if isinstance(entry, Item) else None)
        self.shown.emit(self.id)
        if entry is None:
            self._head.show_answer(None, _("No answer in hand"))
            self._none.setText(
                _("Select words and choose a label, or go to an answer with Tab. What is said about it stands here.")
            )
            return
        annotation = self._session.annotations[self.id]
        label = self._session.lesson.codebook.label(annotation.label)
        assert label is not None, "marks have labels of the lesson or of the author"
        paragraph = self._session.article.text.paragraph(annotation.span.start)
        name = _("{label}, paragraph {n}").format(label=label.name, n=paragraph)
        self._head.show_answer(mark_of(label), name)
        if not says_why:
            self._none.setText(_("No part of the article: a mark here neither earns nor costs anything."))
            return
        self._show_explanation(entry, label.id, label.name, label.definition)

    def set_look(self, look: Look) -> None:
        self._look = look
        for widget in (self._head, self._why, self.explanation, self._none, self.fold, self.more):
            widget.set_look(look)
        self._column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(12))
        self._column.setSpacing(look.px(8))

    def _show_explanation(self, entry: object, label: str, name: str, definition: str) -> None:
        question = (
            _("Why is this no answer? Students who leave it alone read this.")
            if isinstance(entry, Decoy)
            else _("Why is this a {label}? Students read this after the last check.").format(label=name.lower())
        )
        self._why.setText(question)
        self.explanation.setAccessibleDescription(question)
        self.explanation.setPlaceholderText("" if isinstance(entry, Decoy) else definition)
        assert isinstance(entry, Item | Decoy)
        self.explanation.show_words(entry.explanation)

    def _fold(self, unfolded: bool) -> None:
        self.fold.set_icon(Icon.DOWN if unfolded else Icon.FORWARD)
        self.more.setVisible(unfolded)

    def _explain(self, words: str) -> None:
        if self.id in self._session.annotations:
            self._session.set_note(self.id, words.strip())
