"""A marked work in the reading room: the teacher's note over the page, and marks that are opened by words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal

from claimlight.core.errors import ClaimlightError
from claimlight.session.beside import Beside
from claimlight.ui.teacher_note import TeacherNote
from claimlight.ui.window import Window
from claimlight.wording import _
from claimlight.wording import teacher_marks as words
from claimlight.wording.errors import say
from claimlight.wording.teacher_said import changed_answers_text
from claimlight.work.marks_back import shown_marks, told_decisions
from claimlight.work.teacher_marks import marked

if TYPE_CHECKING:
    from claimlight.handin.feedback import Feedback
    from claimlight.ui.reading_room import ReadingRoom
    from claimlight.ui.words_question import WordsQuestion


def show_marks(room: ReadingRoom, marks: Feedback, own_words: str, announce: Callable[[str], object]) -> TeacherNote:
    """Put what the teacher says over the page, and their points in the place of the rules'.

    Where the answers are not out, the points are those of the receipt alone.

    `own_words` open the marks elsewhere; "" keeps that unsaid.
    """
    if room.reveal is None:
        room.show_answers(shown_marks(marks, answers=False), told_decisions(marks))
    else:
        room.reveal.show_grade(shown_marks(marks), told_decisions(marks))
        room.reveal.begin()
    held_back = room.session.key is None
    said = marked(marks)
    title = words.marked_title(said.points, said.possible)
    note = TeacherNote(title, tuple(_lines(marks, own_words, held_back=held_back)), room.look)
    room.show_note(note)
    announce(" ".join(filter(None, (title, _changed(marks)))))
    return note


def _lines(marks: Feedback, own_words: str, *, held_back: bool = False) -> Iterator[str]:
    said = marked(marks)
    yield from filter(None, (_changed(marks), _new_answers(marks)))
    for change in said.changes:
        if change.reason:
            yield words.reason_said(change.reason)
    marked_words = {each.id: each.quote.exact for each in marks.work}
    for comment in said.comments:
        yield words.comment_said(comment.words, " ".join(marked_words.get(comment.highlight, "").split()))
    if held_back:
        yield words.answers_stay_text()
    if own_words:
        yield words.words_elsewhere(own_words)


def _changed(marks: Feedback) -> str:
    said = marked(marks)
    return words.changes_text(len(said.changes), sum((change.by for change in said.changes), Fraction(0)))


def _new_answers(marks: Feedback) -> str:
    """What a change of the answers themselves came to for this student."""
    if marks.changed is None:
        return ""
    said, told = marked(marks), marks.changed
    before = Fraction(told.points), Fraction(told.possible)
    return changed_answers_text(told.changes, before, (said.points, said.possible))


class MarksByWords(QObject):
    """Asks for the five words of marks that are for nobody here, and opens them."""

    opened = Signal(object)
    """Feedback."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._trying = Beside(self)
        self._question: WordsQuestion | None = None

    def ask(self, name: str, raw: bytes) -> None:
        from claimlight.ui.words_question import WordsQuestion

        question = self._question = WordsQuestion(
            self._window,
            self._window.look,
            _("Whose marks are these?"),
            _("They are for nobody who works here. Your five words open them; they stand beside your marks at home."),
        )
        question.said.connect(lambda words: self._try(name, raw, words))
        question.closed.connect(question.deleteLater)
        middle = self._window.mapToGlobal(QPoint(self._window.width() // 2 - question.width() // 2, 120))
        question.ask(QRect(middle, QSize(1, 1)))

    def _try(self, name: str, raw: bytes, said: str) -> None:
        from claimlight.work.marks_elsewhere import open_with_words

        self._trying.do(lambda _ask: open_with_words(raw, said, name), self._hear, self._refuse)

    def _hear(self, marks: Feedback) -> None:
        if self._question is not None:
            self._question.leave()
        self.opened.emit(marks)

    def _refuse(self, error: ClaimlightError) -> None:
        wrong = _("These are not the words. Look at each one, and try again.")
        if self._question is not None:
            self._question.say(wrong if error.code == "travel-not-for-you" else say(error))
