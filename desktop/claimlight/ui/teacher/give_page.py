"""*Give to students…*: one question, and a file to save."""

from PySide6.QtCore import Signal

from claimlight.ui.controls import Button, Paragraph, hairline
from claimlight.ui.look import Look, Type
from claimlight.ui.sheet import CardSheet
from claimlight.ui.teacher.answer_times import AnswerTimes
from claimlight.wording import _, ngettext

_GAP = 8


class GivePage(CardSheet):
    """Takes the place of the lesson while it is open. What there is to look at is told; it never blocks."""

    students_wanted = Signal(object)
    """Save the students' file, for this Mode."""
    colleague_wanted = Signal()

    def __init__(self, title: str, look: Look, *, answers: int, to_look_at: int) -> None:
        super().__init__(look, gap=_GAP)
        self.times = self.wear(AnswerTimes(look))
        self.save = Button(_("Save the file…"), look, kind="primary")
        self.back = Button(_("Back"), look)
        self.colleague = self.wear(Button(_("Share with a colleague…"), look))
        self.save.clicked.connect(lambda: self.students_wanted.emit(self.times.mode))
        self.back.clicked.connect(self.left)
        self.colleague.clicked.connect(self.colleague_wanted)
        self._say(_("Give “{lesson}” to students").format(lesson=title), Type.PAGE_TITLE)
        self._say(_facts(answers, to_look_at), Type.PARAGRAPH)
        self.column.addWidget(self.times)
        self._buttons = self.row_of(self.save, self.back)
        self.column.addLayout(self._buttons)
        self.column.addWidget(hairline())
        self._say(_("For a colleague, with all you know:"), Type.PARAGRAPH)
        self.column.addWidget(self.colleague)
        self.setFocusProxy(self.save)
        self.set_look(look)

    def space(self) -> None:
        super().space()
        px = self._look.px
        self._buttons.setContentsMargins(0, px(12), 0, px(12))

    def _say(self, words: str, use: Type) -> None:
        role = "ink" if use in (Type.PAGE_TITLE, Type.HEADING) else "ink2"
        self.column.addWidget(self.wear(Paragraph(words, self._look, use, role)))


def _facts(answers: int, to_look_at: int) -> str:
    words = ngettext("{n} answer.", "{n} answers.", answers).format(n=answers)
    if not to_look_at:
        return words
    more = ngettext("{n} thing to look at first, if you like.", "{n} things to look at first, if you like.", to_look_at)
    return " ".join((words, more.format(n=to_look_at)))
