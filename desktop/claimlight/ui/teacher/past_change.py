"""One change of the answers that was applied: what it was, the marks it made others, and the way to take it back."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.core.article import Text
from claimlight.core.codebook import Codebook
from claimlight.ui.controls import Button, Paragraph
from claimlight.ui.flow import Flow
from claimlight.ui.look import Look, Type
from claimlight.ui.teacher.days import shown
from claimlight.ui.words_table import WordsTable
from claimlight.wording import _
from claimlight.wording.answer_changes import change_text
from claimlight.wording.marks_changed import mark_text, past_text, step_text
from claimlight.work.answers_history import Past, PastMark


class PastChange(QWidget):
    """The marks are folded until they are asked for."""

    back_wanted = Signal(int)
    """What this version (its number) changed is to be tried as it was before."""
    unfolded = Signal(bool)

    def __init__(self, past: Past, text: Text, codebook: Codebook, look: Look, *, open: bool = False) -> None:
        super().__init__()
        self._look = look
        self._past = past
        self.day = day_of(past)
        changes = "; ".join(change_text(each, text, codebook) for each in past.changes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(8))
        column.setSpacing(look.px(6))
        column.addWidget(Paragraph(self.day, look, Type.SECONDARY, "ink2"))
        column.addWidget(Paragraph(changes, look, Type.HEADING))
        column.addWidget(Paragraph(past_text(past.works, past.lowered), look, Type.PARAGRAPH))
        self._table = WordsTable(_("Marks before and after"), (5, 3, 3, 3, 4), look)
        self._table.hide()
        ways = Flow(across=look.px(8), down=look.px(6))
        if past.marks:
            self.fold = Button("", look)
            self.fold.clicked.connect(lambda: self._show(not self._table.isVisibleTo(self)))
            ways.addWidget(self.fold)
        if past.can_go_back:
            back = Button(_("Take this change back…"), look)
            back.setAccessibleDescription(f"{self.day}: {changes}")
            back.clicked.connect(lambda: self.back_wanted.emit(past.number))
            ways.addWidget(back)
        column.addLayout(ways)
        column.addWidget(self._table)
        if past.marks:
            self._show(open)

    def _show(self, open: bool) -> None:
        self._table.setVisible(open)
        if open and not self._table.rowCount():
            heads = (_("Name"), _("Before"), _("After"), _("Change"), "")
            self._table.show_rows((heads, *map(_row, self._past.marks)))
        self.fold.setText(_("Hide the marks") if open else _("Show the marks"))
        self.unfolded.emit(open)


def day_of(past: Past) -> str:
    return shown(datetime.fromisoformat(past.made).astimezone().date())


def _row(mark: PastMark) -> tuple[str, ...]:
    before, after = mark.before, mark.after
    numbers = mark_text(before, after.possible), mark_text(after, before.possible), step_text(before, after)
    return (mark.name, *numbers, _("lowered by you") if mark.lowered else "")
