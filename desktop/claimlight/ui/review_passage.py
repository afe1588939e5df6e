"""One passage of a review: marked on the page that every article is marked on, then shown beside the answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimlight.session.review import ReviewSession
from claimlight.ui.announcing import Announce
from claimlight.ui.commands import Commands
from claimlight.ui.label_bar import LabelBar
from claimlight.ui.legend import Legend
from claimlight.ui.look import Look
from claimlight.ui.marking import Marking
from claimlight.ui.page import Page
from claimlight.ui.reveal_cards import item_mark, page_marks
from claimlight.ui.review_foot import PassageFoot, PassageVerdict
from claimlight.ui.wiring import Wiring
from claimlight.wording import _
from claimlight.wording.review import Told, passage_number, passage_task, told_of


class ReviewPassage(QWidget):
    """`tools` is what stands over it: the labels, and once it was answered what the shapes mean."""

    tools_changed = Signal(QWidget)
    next_wanted = Signal()

    def __init__(self, session: ReviewSession, commands: Commands, look: Look, announce: Announce) -> None:
        super().__init__()
        self._session = session
        self._commands = commands
        self._look = look
        self._announce = announce
        self._wiring = Wiring()
        page = session.page
        self._number = passage_number(session.number + 1, len(session.excerpts))
        self._task = passage_task(page.labels)
        self.page = Page(page.article, page.lesson.codebook.labels, look)
        self.marking = Marking(page, self.page, commands, look, announce)
        self.tools: LabelBar | Legend = LabelBar(
            page.labels, self.marking.label_actions, page.lesson.codebook.rules, look
        )
        self.foot = PassageFoot(self._task, self._number, look)
        self.verdict: PassageVerdict | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.page, 1)
        self._column.addWidget(self.foot)
        self._connect()

    def begin(self) -> None:
        self._commands["check"].setEnabled(True)
        self._announce(f"{self._number}. {self._task}")
        self.page.move_caret(0)
        self.page.setFocus()

    def end(self) -> None:
        if self.verdict is None:
            self.marking.stop()
        self._wiring.cut()
        for id in ("check", "next-mark"):
            self._commands[id].setEnabled(False)

    def set_look(self, look: Look) -> None:
        self._look = look
        for part in (self.page, self.marking, self.tools, self.verdict or self.foot):
            part.set_look(look)

    def answer(self) -> None:
        """Compare what is marked, or that nothing is, with the answers, and show both."""
        grade = self._session.answer()
        if grade is None:
            return
        session, shown = self._session.page, self._session.excerpt
        self.marking.stop()
        self.page.set_fixed()
        self.page.show_marks(page_marks(session, grade))
        trap = next((one.explanation for one in session.key.decoys if one.id == shown.item), "") if session.key else ""
        verdict = grade.item(shown.item)
        self.page.scroll_to(shown.focus.start)
        if verdict is not None:
            self.page.go_to(verdict.highlights[0] if verdict.highlights else item_mark(verdict.item))
        self._show(told_of(grade, shown.item, shown.focus, trap, session.lesson.codebook))

    def _show(self, told: Told) -> None:
        self.verdict = PassageVerdict(told, self._number, self._look, last=self._session.is_last)
        self.verdict.next_wanted.connect(self.next_wanted)
        self._column.replaceWidget(self.foot, self.verdict)
        self.verdict.show()
        self.verdict.setFocus()  # before what had the keyboard goes
        self.foot.hide()
        self.tools.hide()
        self.tools = Legend(self._look)
        self.tools_changed.emit(self.tools)
        self._commands["check"].setEnabled(False)
        self._commands["next-mark"].setEnabled(True)
        self._announce(told.spoken())

    def _connect(self) -> None:
        session, commands = self._session.page, self._commands
        self.foot.nothing_said.connect(self.answer)
        self.foot.check_wanted.connect(self.answer)
        session.changed.connect(lambda _change: self.foot.show_marked(bool(session.annotations)))
        commands.serve(self.page, *self.marking.label_actions)
        self._wiring.connect(commands["check"].triggered, self._check)
        self._wiring.connect(commands["next-mark"].triggered, self._go_on)

    def _check(self) -> None:
        """By its key: with nothing marked, the keyboard goes to the answer that says so."""
        if self._session.page.annotations:
            self.answer()
        else:
            self.foot.nothing.setFocus()
            self._announce(_("Nothing is marked. Press Enter if nothing belongs here."))

    def _go_on(self) -> None:
        if self.verdict is not None:
            self.next_wanted.emit()
