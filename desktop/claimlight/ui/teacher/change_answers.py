"""Changes of the answers are tried on the page, looked at, and applied to the whole class."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from claimlight.core.answer_change import AnswerChange
from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import NewId
from claimlight.core.lesson import AnswerKey
from claimlight.store.classbook import Classbook
from claimlight.ui.teacher.change_page import ChangePage, Shown
from claimlight.ui.window import Window
from claimlight.wording import _, ngettext
from claimlight.wording.codebook import spoken_codebook
from claimlight.work.answer_changes import changed_key
from claimlight.work.answers_history import OnTheDesk, differs, history, on_the_desk, taken_back, write_down
from claimlight.work.challenged import Challenged, challenged
from claimlight.work.made_right import no_longer_right, replies
from claimlight.work.regrade import ClassWorks, Preview, apply, class_works, preview

Show = Callable[[ChangePage, str], None]
Found = TypeVar("Found")


class ChangeAnswers(QObject):
    """One lesson of one class. `changes` are tried, on top of the answers as they are or as the lesson has them now."""

    left = Signal()
    lesson_wanted = Signal(str)
    """The draft with this id is to be opened."""

    def __init__(
        self, window: Window, classbook: Classbook, class_id: str, new_id: NewId, show: Show, back: str
    ) -> None:
        """`show` is given the page and its title; `back` is the word for where one came from."""
        super().__init__(window)
        self._window = window
        self._classbook = classbook
        self._class = class_id
        self._new_id = new_id
        self._show = show
        self._back = back
        self._works: ClassWorks | None = None
        self._desk: OnTheDesk | None = None
        self._from: AnswerKey | None = None
        self._going_back = 0
        """The version of the answers that is tried to be taken back; 0 for none."""
        self._preview: Preview | None = None
        self.changes: tuple[AnswerChange, ...] = ()
        self.page: ChangePage | None = None

    def open(self, lesson_hash: str, text: str = "article") -> None:
        works = self._asked(lambda: class_works(self._classbook, self._class, lesson_hash, text))
        if works is None:
            return
        article = works.now.lesson.text(text)
        assert article is not None, "the works are on it"
        self._window.faces.load_for(works.now.lesson.language)
        lesson, codebook = works.now.lesson.title, spoken_codebook(works.now.lesson.codebook)
        page = ChangePage(lesson, self._back, article.article.text, codebook, self._window.look)
        self.page = page
        page.left.connect(self.left)
        page.tried.connect(self._try)
        page.declined.connect(self._decline)
        page.left_as_is.connect(self._leave)
        page.back_wanted.connect(self._go_back)
        page.edited_wanted.connect(self._take_edits)
        page.lesson_wanted.connect(self._open_lesson)
        page.applied.connect(self._apply)
        self._take(works)
        self._show(page, _("Change the answers: {lesson}").format(lesson=lesson))
        page.begin()

    def _take(self, works: ClassWorks) -> None:
        """These works, nothing tried."""
        self._works, self._from, self.changes, self._going_back = works, works.key, (), 0
        self._desk = self._asked(lambda: on_the_desk(self._classbook, works))
        self._look()

    def _look(self) -> None:
        works, page, start = self._works, self.page, self._from
        if works is None or page is None or start is None:
            return
        lesson = works.now.lesson
        found = self._asked(lambda: preview(works, changed_key(lesson, works.text, start, self.changes)))
        if found is None:
            return
        self._preview = found
        before = history(self._classbook, works)
        page.show_all(
            Shown(
                challenged(works),
                self.changes,
                found,
                before,
                has_lesson=self._desk is not None,
                has_edits=start is works.key and differs(works, self._desk),
                going_back=next((past for past in before if past.number == self._going_back), None),
            )
        )

    def _try(self, change: AnswerChange) -> None:
        before = self.changes
        without = tuple(each for each in before if each != change)
        self.changes = without if change in before else (*before, change)
        shown = self._preview
        self._look()
        if self._preview is shown:  # these answers cannot be used, which was told
            self.changes = before
            self._look()

    def _leave(self) -> None:
        if self._works is not None:
            self._from, self.changes, self._going_back = self._works.key, (), 0
            self._look()

    def _go_back(self, number: int) -> None:
        """Try the answers as they were before the `number`th version: nothing is written, as for any other change."""
        works = self._works
        key = None if works is None else self._asked(lambda: taken_back(self._classbook, works, number))
        if key is not None:
            self._from, self.changes, self._going_back = key, (), number
            self._look()

    def _take_edits(self) -> None:
        if self._desk is not None and self._desk.key is not None:
            self._from, self._going_back = self._desk.key, 0
            self._look()

    def _open_lesson(self) -> None:
        if self._desk is not None:
            self.lesson_wanted.emit(self._desk.draft)

    def _decline(self, one: Challenged, words: str) -> None:
        if self._asked(lambda: self._reply(one, words)):
            self._renew()

    def _reply(self, one: Challenged, words: str) -> bool:
        made = [
            (voice.attempt, self._replied(voice.challenge.item, voice.challenge.highlight, words)) for voice in one.open
        ]
        self._classbook.decisions.decide(self._class, made)
        return True

    def _replied(self, item: str, highlight: str, words: str) -> Decision:
        return Decision(self._new_id(), DecisionKind.REPLY, item, highlight, words=words)

    def _apply(self, lowered: Collection[str]) -> None:
        works, found = self._works, self._preview
        if works is None or found is None or not found.changes:
            return
        right = replies(found, _("You are right: the answers are changed."), self._new_id)
        done = self._asked(
            lambda: apply(
                self._classbook,
                found,
                lowered,
                right,
                no_longer_right(self._classbook, found),
                new_id=self._new_id,
            )
        )
        if done is None:
            return
        desk = self._desk
        if desk is not None and desk.key is not None:
            self._asked(lambda: write_down(self._classbook, desk, works.key, found.key, self._new_id))
        said = ngettext(
            "The answers are changed: {n} mark has changed.",
            "The answers are changed: {n} marks have changed.",
            done.works,
        )
        self._window.tell(said.format(n=done.works))
        self._renew()

    def _renew(self) -> None:
        works = self._works
        if works is not None:
            again = self._asked(lambda: class_works(self._classbook, self._class, works.lesson_hash, works.text))
            if again is not None:
                self._take(again)

    def _asked(self, what: Callable[[], Found]) -> Found | None:
        try:
            return what()
        except ClaimlightError as error:
            self._window.tell_error(error)
            return None
