"""A person's work on disk. Every gesture is one transaction; when a method returns, the disk has agreed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimlight.core.annotation import Annotation
from claimlight.core.attempt import Attempt, Challenge, Check, Person
from claimlight.core.history import Change
from claimlight.core.lesson import Lesson, Mode
from claimlight.store import attempts, challenges, people, shelf, undo
from claimlight.store.attempts import TextFacts, changeable_row, row_of
from claimlight.store.book import Book
from claimlight.store.connection import plainly
from claimlight.store.database import Database
from claimlight.store.highlights import read_all
from claimlight.store.people import Setting
from claimlight.store.shelf import LessonCard, Progress
from claimlight.store.workbook_file import remove_unfinished, set_aside_files

if TYPE_CHECKING:
    from claimlight.store.finished import Finished
    from claimlight.store.review import Reviews
    from claimlight.store.travel import Travel


class Workbook(Book):
    """The open workbook of a data folder; `store.opening.open_workbook` opens it."""

    # People

    def persons(self) -> tuple[Person, ...]:
        """Everybody who works here, in the order in which they came; never nobody: the first has no name yet."""
        with self._reading():
            return people.all_people(self._db)

    def last_person(self) -> Person:
        """Who worked here last."""
        with self._reading():
            person = people.last_person(self._db)
        assert person is not None, "a workbook always has somebody"
        return person

    def add_person(self, name: str = "") -> Person:
        """Somebody new, who is now the last person."""
        person = Person(self._new_id(), name)
        with self._writing() as now:
            people.add(self._db, person, now)
        return person

    def rename_person(self, person: Person, name: str) -> Person:
        renamed = Person(person.id, name)
        with self._writing():
            people.rename(self._db, renamed)
        return renamed

    def use_person(self, person: Person) -> None:
        """`person` is the one who works here now."""
        with self._writing():
            people.take_turn(self._db, person)

    def setting(self, person: Person, name: str, default: Setting) -> Setting:
        """What `person` chose; `default` where nothing, or something of another type, was stored."""
        with self._reading():
            return people.setting(self._db, person, name, default)

    def set_setting(self, person: Person, name: str, value: str | int | bool | float) -> None:
        with self._writing():
            people.set_setting(self._db, person, name, value)

    # Lessons

    def keep_lesson(self, lesson: Lesson, content: bytes) -> None:
        """Keep the bytes of the file that `lesson` was read from, so that no update orphans work on it."""
        with self._writing() as now:
            shelf.keep(self._db, lesson, content, now)

    def lesson_bytes(self, lesson_hash: str, key_hash: str | None = None, mode: Mode = Mode.PRACTICE) -> bytes | None:
        """The file of this version that was opened last; with `key_hash`, the one that holds these answers."""
        with self._reading():
            return shelf.content(self._db, lesson_hash, key_hash, mode)

    def lessons(self) -> tuple[LessonCard, ...]:
        """Every version that was opened here, the latest first."""
        with self._reading():
            return shelf.cards(self._db)

    def progress(self, person: Person) -> tuple[Progress, ...]:
        """How far `person` has come with each lesson they began, the one opened last first. One query."""
        with self._reading():
            return shelf.progress(self._db, person)

    # Attempts

    def attempts(self, person: Person) -> tuple[Attempt, ...]:
        with self._reading():
            return attempts.of_person(self._db, person)

    def attempt(self, id: str) -> Attempt:
        """The attempt as it stands now, with its present state."""
        with self._reading():
            return attempts.by_id(self._db, id)

    def unfinished(self, person: Person, lesson_id: str, text_name: str, mode: Mode) -> Attempt | None:
        """The attempt to continue. It may be at an older version of the lesson, on which it stays."""
        with self._reading():
            return attempts.unfinished(self._db, person, lesson_id, text_name, mode)

    def latest_attempt(self, person: Person, lesson_id: str, mode: Mode, text_name: str = "") -> Attempt | None:
        """What `person` worked on last in this lesson, finished or not; at one of its texts, or at any."""
        with self._reading():
            return attempts.latest(self._db, person, lesson_id, mode, text_name)

    def open_attempt(self, person: Person, lesson: Lesson, text_name: str, mode: Mode) -> Attempt:
        """Continue the unfinished attempt at this version of the lesson, or begin one.

        The lesson must be kept already. Reading goes on in a read-only folder, beginning does not.
        """
        found = self.unfinished(person, lesson.id, text_name, mode)
        if found and found.lesson_hash == lesson.hash:
            if not self.read_only:
                with self._writing() as now:
                    attempts.continued(self._db, found, now)
            return found
        text = lesson.text(text_name)
        if text is None:
            raise ValueError(f"the lesson has no text {text_name}")
        built = text.article.text
        return self._begin(person.id, lesson.hash, TextFacts(text_name, built.text_hash, len(built.text)), mode)

    def start_again(self, attempt: Attempt) -> Attempt:
        """A new attempt with an empty page; the old one stays as it is."""
        with self._reading():
            text = attempts.text_facts(self._db, attempt)
        return self._begin(attempt.person, attempt.lesson_hash, text, attempt.mode)

    def text_hash(self, attempt: Attempt) -> str:
        """The hash of the text that the attempt's highlights are counted in."""
        with self._reading():
            return attempts.text_facts(self._db, attempt).hash

    def reading_position(self, attempt: Attempt) -> int:
        """Where reading stopped, in code points."""
        with self._reading():
            return attempts.reading_position(self._db, attempt)

    def set_reading_position(self, attempt: Attempt, position: int) -> None:
        with self._writing():
            attempts.set_reading_position(self._db, attempt, position)

    # Highlights and changes

    def annotations(self, attempt: Attempt) -> tuple[Annotation, ...]:
        """In the order in which they were made; one that came back by undo stands where it stood."""
        with self._reading():
            return read_all(self._db, row_of(self._db, attempt))

    def record(self, attempt: Attempt, change: Change) -> None:
        """Make `change`. Raises ValueError when the highlights are not as it found them."""
        row = self._changeable(attempt)
        try:
            with self._writing() as now:
                undo.make(self._db, row, change, now)
        except sqlite3.IntegrityError as error:
            raise ValueError("a link leads to no highlight of this page") from error

    def undo(self, attempt: Attempt) -> Change | None:
        """Take back the last change since the latest check. Returns what was applied, None when there is nothing."""
        row = self._changeable(attempt)
        with self._writing() as now:
            return undo.take_back(self._db, row, now)

    def redo(self, attempt: Attempt) -> Change | None:
        """Make the change again that was undone last. Returns it, None when there is nothing."""
        row = self._changeable(attempt)
        with self._writing() as now:
            return undo.make_again(self._db, row, now)

    def can_undo(self, attempt: Attempt) -> str | None:
        """The gesture that undo would take back, None when there is nothing."""
        with self._reading():
            return undo.next_undo(self._db, row_of(self._db, attempt))

    def can_redo(self, attempt: Attempt) -> str | None:
        """The gesture that redo would make again, None when there is nothing."""
        with self._reading():
            return undo.next_redo(self._db, row_of(self._db, attempt))

    def check(self, attempt: Attempt, key_hash: str, *, last: bool, confirmed_few: bool = False) -> Check:
        """Keep the work as it stands; the `last` check closes the attempt. Undo does not go back behind a check."""
        row = self._changeable(attempt)
        with self._writing() as now:
            undo.forget_changes(self._db, row)
            return attempts.add_check(self._db, row, key_hash, last, confirmed_few, now)

    def checks(self, attempt: Attempt) -> tuple[Check, ...]:
        """The first first."""
        with self._reading():
            return attempts.checks(self._db, row_of(self._db, attempt))

    @property
    def reviews(self) -> Reviews:
        """What comes back for review, and when."""
        from claimlight.store.review import Reviews

        return Reviews(self._db, self._reading, self._writing, self._clock)

    @property
    def travel(self) -> Travel:
        """What came here and what was handed in: keys, authors, classes, slips, marks."""
        from claimlight.store.travel import Travel

        return Travel(self._db, self._reading, self._writing)

    def knows_class(self) -> bool:
        """Whether any class was taken in."""
        with self._reading():
            return bool(self._db.execute("SELECT EXISTS (SELECT 1 FROM class)").fetchone()[0])

    # What is said against a verdict

    def challenges(self, attempt: Attempt) -> tuple[Challenge, ...]:
        """Where the student sees a verdict differently; the first that was said first."""
        with self._reading():
            return challenges.of_attempt(self._db, row_of(self._db, attempt))

    def challenge(self, attempt: Attempt, words: str, *, item: str = "", highlight: str = "") -> Challenge:
        """Keep one sentence about a verdict; it takes the place of an earlier one about the same."""
        row = self._row(attempt)
        with self._writing() as now:
            said = Challenge(self._new_id(), item, highlight, words, now)
            challenges.keep(self._db, row, said)
        return said

    def withdraw_challenge(self, attempt: Attempt, *, item: str = "", highlight: str = "") -> None:
        row = self._row(attempt)
        with self._writing():
            challenges.withdraw(self._db, row, item, highlight)

    def finished(self, person: Person) -> tuple[Finished, ...]:
        """Every closed attempt with its checks, the one that was closed first first. One query."""
        from claimlight.store.finished import finished

        with self._reading():
            return finished(self._db, person)

    # Taking work away

    def export_person(self, person: Person) -> dict[str, Any]:
        """Everything that is known about `person`, as JSON values."""
        from claimlight.store.export import export_person

        with self._reading():
            return export_person(self._db, person)

    def forget(self, person: Person, keep: Iterable[str] = ()) -> tuple[Path, ...]:
        """Delete `person` and all their work, here and in every backup, without a trace.

        A class stays where somebody else has handed in to it, or its id is among those to `keep`.

        Backups first: should one fail, the person is still here and can be forgotten again. Returns the files that may
        still hold the work because they are damaged.
        """

        def keep_somebody(now: str) -> None:
            if not people.all_people(self._db):
                people.add(self._db, Person(self._new_id(), ""), now)

        kept = tuple(keep)
        from claimlight.store import leaving

        return self._erase(lambda db: leaving.forget(db, person, kept), keep_somebody)

    def leave_class(
        self, person: Person, class_id: str, attempts: Iterable[str], *, keep: bool = False
    ) -> tuple[Path, ...]:
        """Delete these attempts of `person` (by their ids), here and in every backup, as `forget` does.

        The class stays where somebody else has handed in to it, or with `keep`.
        """
        gone = tuple(attempts)
        from claimlight.store import leaving

        return self._erase(lambda db: leaving.remove(db, person, class_id, gone, keep=keep))

    def _erase(
        self, remove: Callable[[Database], None], then: Callable[[str], None] = lambda _now: None
    ) -> tuple[Path, ...]:
        def from_copy(copy: Database) -> None:
            remove(copy)
            copy.execute("VACUUM")

        self._refuse_read_only()
        left = self._backups.rewrite(from_copy)
        remove_unfinished(self.file)
        with self._writing() as now:
            remove(self._db)
            then(now)
        with plainly(self.file):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return (*left, *set_aside_files(self.file.parent))

    def _begin(self, person: str, lesson_hash: str, text: TextFacts, mode: Mode) -> Attempt:
        id = self._new_id()
        with self._writing() as now:
            attempts.begin(self._db, id, person, lesson_hash, text, mode, now)
            return attempts.by_id(self._db, id)

    def _row(self, attempt: Attempt) -> int:
        with self._reading():
            return row_of(self._db, attempt)

    def _changeable(self, attempt: Attempt) -> int:
        with self._reading():
            return changeable_row(self._db, attempt)
