"""Highlights that are kept nowhere but in memory: of a passage under review only the answer matters, for a minute."""

from dataclasses import replace

from claimlight.core.annotation import Annotation
from claimlight.core.attempt import Attempt, AttemptState, Challenge, Check
from claimlight.core.history import Change, apply


class Scratch:
    """One page, with undo and redo, until it is checked (see `session.work_kept`)."""

    def __init__(self, attempt: Attempt) -> None:
        self._attempt = attempt
        self._annotations: dict[str, Annotation] = {}
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._checks: tuple[Check, ...] = ()

    def attempt(self, id: str) -> Attempt:
        return self._attempt

    def annotations(self, attempt: Attempt) -> tuple[Annotation, ...]:
        return tuple(self._annotations.values())

    def record(self, attempt: Attempt, change: Change) -> None:
        self._annotations = apply(change, self._annotations)
        self._done.append(change)
        self._undone.clear()

    def undo(self, attempt: Attempt) -> Change | None:
        if not self._done:
            return None
        change = self._done.pop()
        self._annotations = apply(change.inverse, self._annotations)
        self._undone.append(change)
        return change.inverse

    def redo(self, attempt: Attempt) -> Change | None:
        if not self._undone:
            return None
        change = self._undone.pop()
        self._annotations = apply(change, self._annotations)
        self._done.append(change)
        return change

    def can_undo(self, attempt: Attempt) -> str | None:
        return self._done[-1].gesture if self._done else None

    def can_redo(self, attempt: Attempt) -> str | None:
        return self._undone[-1].gesture if self._undone else None

    def check(self, attempt: Attempt, key_hash: str, *, last: bool, confirmed_few: bool = False) -> Check:
        check = Check(len(self._checks) + 1, self.annotations(attempt), key_hash, confirmed_few)
        self._checks = (*self._checks, check)
        self._attempt = replace(attempt, state=AttemptState.CLOSED if last else AttemptState.CHECKED)
        return check

    def checks(self, attempt: Attempt) -> tuple[Check, ...]:
        return self._checks

    def challenges(self, attempt: Attempt) -> tuple[Challenge, ...]:
        return ()

    def challenge(self, attempt: Attempt, words: str, *, item: str = "", highlight: str = "") -> Challenge:
        return Challenge("", item, highlight, words, "")

    def withdraw_challenge(self, attempt: Attempt, *, item: str = "", highlight: str = "") -> None:
        """Nothing is said against a verdict here."""

    def reading_position(self, attempt: Attempt) -> int:
        return 0

    def set_reading_position(self, attempt: Attempt, position: int) -> None:
        """A passage begins at its beginning."""
