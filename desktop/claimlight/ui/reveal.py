"""The answers beside the student's marks: shapes on the page, points in the list, one card at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from claimlight.core.decision import Decision
from claimlight.grading.receipt import Grade
from claimlight.session.reading import ReadingSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.look import Look
from claimlight.ui.page import Page
from claimlight.ui.points import PointsPanel
from claimlight.ui.reveal_cards import Answer, answers, page_marks, rest_of_lines
from claimlight.ui.review_card import ReviewDock
from claimlight.ui.trap_cards import trap_answers, trap_marks
from claimlight.ui.wiring import Wiring
from claimlight.wording import _
from claimlight.wording.challenges import kept_text, reader_text
from claimlight.wording.next_step import next_step_text
from claimlight.wording.points import band_text, total_text


class Reveal(QObject):
    """Keeps page, points and card at the same answer. `panel` and `dock` are for the room to place.

    The points stand in the order of the page; the cards begin with what the student was sure of and got wrong.
    """

    of_student = False
    """Whether a teacher reads it: the sentences are of the student, not to them."""

    def __init__(
        self,
        session: ReadingSession,
        grade: Grade,
        page: Page,
        commands: Commands,
        look: Look,
        announce: Announce,
        said: Sequence[Decision] = (),
    ) -> None:
        """`said` is what the teacher decided and said about this work, where it has been given back."""
        super().__init__(page)
        self._session = session
        self._page = page
        self._commands = commands
        self._announce = announce
        self._answers: list[Answer] = []
        self._number = 0
        self._objections = session.objections
        self._reader = reader_text(handed_in=session.hands_in)
        self._wiring = Wiring()
        self.panel = PointsPanel(look, of_student=self.of_student)
        self.dock = ReviewDock(look)
        self.show_grade(grade, said)
        self._connect()

    def show_grade(self, grade: Grade, said: Sequence[Decision] = ()) -> None:
        """These points, and what the teacher said; begin anew, or show an answer, after it."""
        session = self._session
        of_student = self.of_student
        on_page = (
            *_answers(session, grade, said, of_student=of_student),
            *trap_answers(session, grade, of_student=of_student),
        )
        self._answers = sorted(on_page, key=lambda answer: not answer.surely_wrong)
        total, word = total_text(grade.points, grade.possible), band_text(grade.score)
        self.panel.set_points(
            [answer.row for answer in on_page],
            total=total,
            band=word,
            next_step="" if of_student else next_step_text(grade, session.lesson.codebook),
            rest=rest_of_lines(session, grade, of_student=of_student),
        )
        self._total = _("{points}. {word}.").format(points=total, word=word)
        self._page.show_marks([*page_marks(session, grade), *trap_marks(session, grade)])

    def begin(self) -> None:
        """Show the first card and give it the keyboard."""
        self._announce(self._total)
        if self._answers:
            self.show_answer(0)
            self.dock.setFocus()
        else:
            self._page.setFocus()

    def end(self) -> None:
        self.dock.keep_draft()
        self._wiring.cut()
        for id in ("next-mark", "previous-mark"):
            self._commands[id].setEnabled(False)

    def show_answer(self, number: int) -> None:
        """The `number`th answer (from 0) on page, list and card."""
        self.dock.keep_draft()
        self._number = number
        answer = self._answers[number]
        self._show_card()
        self.panel.set_current(answer.row.id)
        self._page.go_to(answer.mark)
        self._commands["next-mark"].setEnabled(number + 1 < len(self._answers))
        self._commands["previous-mark"].setEnabled(number > 0)

    def _show_card(self) -> None:
        answer = self._answers[self._number]
        said = self._objections.about(item=answer.item, highlight=answer.highlight)
        self.dock.set_card(answer.card, self._number + 1, len(self._answers), objection=said, reader=self._reader)

    def show_dock(self, shown: bool) -> None:
        """The card, where there is one to show."""
        self.dock.setVisible(shown and bool(self._answers))

    def set_look(self, look: Look) -> None:
        self.panel.set_look(look)
        self.dock.set_look(look)

    def go_to_other_pane(self) -> None:
        """Card → points → page → card."""
        if _holds_focus(self.dock) and self.panel.isVisible():
            self.panel.focus_list()
        elif _holds_focus(self.panel) or not self.dock.isVisible():
            self._page.setFocus()
        else:
            self.dock.setFocus()

    def _connect(self) -> None:
        self.panel.current_changed.connect(self._go_to_row)
        self.panel.activated.connect(lambda _id: self.dock.setFocus())
        for part in (self.dock, self.panel):
            self._commands.serve(part)
        self.dock.follow(self._commands["previous-mark"], self._commands["next-mark"])
        self.dock.next_wanted.connect(self._next)
        self.dock.previous_wanted.connect(self._previous)
        self.dock.objected.connect(self._object)
        self.dock.objection_taken_back.connect(self._take_back)
        self._page.current_changed.connect(self._go_to_mark)
        self._wiring.connect(self._commands["next-mark"].triggered, self._next)
        self._wiring.connect(self._commands["previous-mark"].triggered, self._previous)

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if 0 <= self._number + by < len(self._answers):
            self.show_answer(self._number + by)
            self._say_answer()

    def _object(self, words: str) -> None:
        answer = self._answers[self._number]
        if self._objections.say(words, item=answer.item, highlight=answer.highlight) is not None:
            self._announce(kept_text(self._reader))
        self._show_card()
        self.dock.show_objection()

    def _take_back(self) -> None:
        answer = self._answers[self._number]
        if self._objections.withdraw(item=answer.item, highlight=answer.highlight):
            self._announce(_("Taken back"))
        self._show_card()
        self.dock.setFocus()

    def _go_to_row(self, id: str) -> None:
        number = next((n for n, answer in enumerate(self._answers) if answer.row.id == id), None)
        if number is not None and number != self._number:
            self.show_answer(number)

    def _go_to_mark(self, id: str) -> None:
        """The first answer with this mark, where it is not the one at hand: several may share it."""
        if self._answers and self._answers[self._number].mark == id:
            return
        number = next((n for n, answer in enumerate(self._answers) if answer.mark == id), None)
        if number is not None and number != self._number:
            self.show_answer(number)
            self._say_answer()

    def _say_answer(self) -> None:
        answer = self._answers[self._number]
        self._announce(" ".join(part for part in (answer.card.sure, answer.row.spoken()) if part))


def _answers(
    session: ReadingSession, grade: Grade, said: Sequence[Decision], *, of_student: bool
) -> tuple[Answer, ...]:
    """As far as the answers are out."""
    if session.key is not None:
        return answers(session, grade, said, of_student=of_student)
    from claimlight.ui.held_back_cards import held_back_answers

    return held_back_answers(session, grade, said)


def _holds_focus(widget: QWidget) -> bool:
    focused = widget.window().focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
