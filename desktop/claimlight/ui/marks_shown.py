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
from claimlight.wording.points import band_text, points_text, total_text
from claimlight.work.teacher_marks import marked

if TYPE_CHECKING:
    from claimlight.handin.feedback import Feedback
    from claimlight.ui.reading_room import ReadingRoom
    from claimlight.ui.words_question import WordsQuestion


def show_marks(room: ReadingRoom, marks: Feedback, own_words: str, announce: Callable[[str], object]) -> TeacherNote:
    """Put what the teacher says over the page. `own_words` open the marks elsewhere; "" keeps that unsaid."""
    said = marked(marks)
    title = words.marked_title(said.points, said.possible)
    note = TeacherNote(title, tuple(_lines(marks, own_words)), room.look)
    room.show_note(note)
    if room.points is not None:
        more = sum((change.by for change in said.changes), Fraction(0))
        room.points.tell_teacher(
            words.changes_text(change.by for change in said.changes),
            f"+{points_text(more)}" if more > 0 else points_text(more),
            total_text(said.points, said.possible),
            band_text(100 * said.points / said.possible),
        )
    announce(" ".join((title, words.changes_text(change.by for change in said.changes))).strip())
    return note


def _lines(marks: Feedback, own_words: str) -> Iterator[str]:
    said = marked(marks)
    changed = words.changes_text(change.by for change in said.changes)
    if changed:
        yield changed
    for change in said.changes:
        if change.reason:
            yield words.reason_said(change.reason)
    marked_words = {each.id: each.quote.exact for each in marks.work}
    for comment in said.comments:
        yield words.comment_said(comment.words, " ".join(marked_words.get(comment.highlight, "").split()))
    if own_words:
        yield words.words_elsewhere(own_words)


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
            self._question.answer(wrong if error.code == "travel-not-for-you" else say(error))
