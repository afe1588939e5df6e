"""One review: a few passages, each marked on a page of its own, each answer kept at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimlight.core.attempt import Attempt, AttemptState
from claimlight.core.errors import ClaimlightError, StoreError
from claimlight.core.identity import NewId
from claimlight.core.lesson import Mode
from claimlight.grading.receipt import Grade
from claimlight.session.reading import ReadingSession
from claimlight.session.scratch import Scratch

if TYPE_CHECKING:
    from claimlight.work.review import Excerpt

Keep = Callable[["Excerpt", Grade], object]
"""Keeps what an answer to a passage says. Raises ClaimlightError where the disk refuses."""


class ReviewSession(QObject):
    """`excerpts` one after the other; `page` is the one in hand."""

    failed = Signal(object)
    """An answer could not be kept (ClaimlightError)."""

    def __init__(self, excerpts: tuple[Excerpt, ...], keep: Keep, new_id: NewId) -> None:
        super().__init__()
        assert excerpts, "a review has something to show"
        self.excerpts = excerpts
        self.number = 0
        self.damaged: StoreError | None = None
        """What could not be read of the plan when the review began."""
        self._keep = keep
        self._new_id = new_id
        self.page = self._begun()

    @property
    def excerpt(self) -> Excerpt:
        return self.excerpts[self.number]

    @property
    def is_last(self) -> bool:
        return self.number + 1 == len(self.excerpts)

    def answer(self) -> Grade | None:
        """Grade the passage in hand as it is marked, or left unmarked. None where that could not be."""
        grade = self.page.check(confirmed_few=True)
        if grade is not None:
            try:
                self._keep(self.excerpt, grade)
            except ClaimlightError as error:
                self.failed.emit(error)
        return grade

    def go_on(self) -> None:
        """The next passage."""
        self.number += 1
        self.page.deleteLater()
        self.page = self._begun()

    def end(self) -> None:
        self.page.deleteLater()
        self.deleteLater()

    def _begun(self) -> ReadingSession:
        lesson = self.excerpt.lesson
        name = lesson.texts[0].article.name
        attempt = Attempt(self._new_id(), "", lesson.id, lesson.hash, name, Mode.PRACTICE, 1, AttemptState.OPEN)
        session = ReadingSession(Scratch(attempt), lesson, attempt, self._new_id)
        session.failed.connect(self.failed)
        return session
