"""What comes back to the person at work: taken up when a lesson is done, offered when it is due."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from claimlight.core.attempt import Person
from claimlight.core.errors import ClaimlightError
from claimlight.core.identity import NewId
from claimlight.store.workbook import Workbook

if TYPE_CHECKING:
    from claimlight.grading.receipt import Grade
    from claimlight.session.reading import ReadingSession
    from claimlight.session.review import ReviewSession


class Reviewing:
    """Loads what a review needs when there is one. What it does raises ClaimlightError, but for `take`."""

    def __init__(self, workbook: Workbook, new_id: NewId) -> None:
        self._workbook = workbook
        self._new_id = new_id

    def waiting(self, person: Person) -> int:
        """How many passages a review would show now."""
        if self._workbook.read_only:
            return 0
        return self._workbook.reviews.waiting(person).passages

    def take(self, session: ReadingSession, grade: Grade) -> None:
        """What a finished piece of work missed comes back from tomorrow on."""
        from claimlight.work.review import keep_slips

        try:
            keep_slips(self._workbook, session.attempt, session.lesson, grade)
        except ClaimlightError as error:
            session.failed.emit(error)

    def begin(self, person: Person) -> ReviewSession | None:
        """A review of what is due; None where nothing can be shown."""
        from claimlight.session.review import ReviewSession
        from claimlight.work.review import answer, next_round

        found = next_round(self._workbook, person)
        if not found.excerpts:
            return None
        session = ReviewSession(
            found.excerpts, lambda excerpt, grade: answer(self._workbook, excerpt, grade), self._new_id
        )
        session.damaged = found.damaged
        return session

    def warm_up(self, person: Person, session: ReadingSession) -> ReviewSession | None:
        """The earlier sentences that a lesson opens with; None where there are none, or they were offered before."""
        if not session.lesson.review:
            return None
        from claimlight.session.review import ReviewSession
        from claimlight.work.warm_up import warm_up

        excerpts = warm_up(self._workbook, person, session.lesson, session.attempt)
        if not excerpts:
            return None
        self._workbook.reviews.remember_warm_up(session.attempt)
        return ReviewSession(excerpts, lambda _excerpt, _grade: None, self._new_id)

    def next_in(self, person: Person) -> timedelta | None:
        """How long until something is due again, below zero where something is due now; None where nothing waits."""
        due = self._workbook.reviews.next_due(person)
        return due - self._workbook.reviews.now() if due is not None else None
