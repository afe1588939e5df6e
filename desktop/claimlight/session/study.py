"""Who is working at this computer, what stands on their shelf, and the lesson that is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimlight.core.attempt import Attempt, AttemptState, Person
from claimlight.core.identity import Clock, NewId, now
from claimlight.core.lesson import Lesson, Mode
from claimlight.session.reading import ReadingSession
from claimlight.session.reviewing import Reviewing
from claimlight.store.workbook import Workbook
from claimlight.work.shelf import (
    ARTICLE,
    Broken,
    ShelfEntry,
    bring,
    bring_file,
    came_along,
    kept_key,
    latest_attempt,
    shelf,
    work_on,
)

if TYPE_CHECKING:
    from claimlight.handin.class_file import ClassFile
    from claimlight.handin.feedback import Feedback
    from claimlight.handin.sealing import SealedAnswers
    from claimlight.session.stick_watch import Roots
    from claimlight.session.travelling import Travelling
    from claimlight.work.leave_class import Leaving
    from claimlight.work.progress import Result
    from claimlight.work.set_lessons import SetBy
    from claimlight.work.standing import Standing


class Study(QObject):
    """The student's side of one data folder. Opening raises ClaimlightError; nothing is lost by it."""

    person_changed = Signal()

    def __init__(self, workbook: Workbook, shipped: Path, new_id: NewId, clock: Clock = now) -> None:
        super().__init__()
        self.clock = clock
        self._workbook = workbook
        self._shipped = shipped
        self._new_id = new_id
        self.person: Person = workbook.last_person()
        self.reviews = Reviewing(workbook, new_id)
        self.broken: tuple[Broken, ...] = ()

    # People

    def people(self) -> tuple[Person, ...]:
        """Everybody with a name who has worked here."""
        return tuple(person for person in self._workbook.persons() if person.name)

    def known_people(self) -> tuple[Person, ...]:
        """Everybody to choose from: those with a name, and whoever left work here without one."""
        begun = (person for person in self._workbook.persons() if person.name or self._workbook.attempts(person))
        return tuple(begun)

    def counts(self, id: str) -> tuple[int, int]:
        """How many lessons this person has begun and not finished, and how many are finished."""
        person = next(person for person in self._workbook.persons() if person.id == id)
        done = [progress.finished for progress in self._workbook.progress(person)]
        return done.count(False), done.count(True)

    @property
    def asks_who(self) -> bool:
        """Whether each start must ask who is working: as soon as two people are known here, or a class."""
        return len(self.people()) > 1 or self.knows_class

    def work_as(self, id: str) -> None:
        person = next(person for person in self._workbook.persons() if person.id == id)
        self._workbook.use_person(person)
        self._take(person)

    def work_as_named(self, name: str) -> None:
        """Somebody types their name: the person of that name, else somebody new.

        The nameless first person takes the name only while they have no work: it could be somebody else's.
        """
        known = next((person for person in self._workbook.persons() if person.name == name), None)
        if known is not None:
            self.work_as(known.id)
        elif not self.person.name and not self._workbook.attempts(self.person):
            self._take(self._workbook.rename_person(self.person, name))
        else:
            self._take(self._workbook.add_person(name))

    def take_name(self, name: str) -> bool:
        """The nameless person at work gives a name, and keeps their work; False where somebody here has that name."""
        if any(person.name.casefold() == name.casefold() for person in self._workbook.persons()):
            return False
        self._take(self._workbook.rename_person(self.person, name))
        return True

    def be_called(self, name: str) -> None:
        """The person at work finds their name on a list: they are whoever has it here, or keep their work under it."""
        known = next((person for person in self._workbook.persons() if person.name == name), None)
        if known is not None:
            self.work_as(known.id)
        else:
            self._take(self._workbook.rename_person(self.person, name))

    def forget(self) -> tuple[Path, ...]:
        """Delete the person at work and all that they did here; whoever was here before them is at work then.

        Returns the damaged files that may still hold some of it.
        """
        left = self._workbook.forget(self.person, self._classes_of_others())
        self._take(self._workbook.last_person())
        return left

    def _classes_of_others(self) -> tuple[str, ...]:
        if not self.knows_class:
            return ()
        from claimlight.work.membership import kept_for_others

        return kept_for_others(self._workbook, self.person)

    def _take(self, person: Person) -> None:
        self.person = person
        self.person_changed.emit()

    # The class

    @property
    def knows_class(self) -> bool:
        """Whether a class was taken in here. Cheap enough for every start."""
        return self._workbook.knows_class()

    def classes(self) -> tuple[ClassFile, ...]:
        if not self.knows_class:
            return ()
        from claimlight.work.standing import classes

        return classes(self._workbook)

    def marks(self, attempt: Attempt) -> Feedback | None:
        """The latest marks that came back for a finished work of the person at work."""
        if not self.knows_class:
            return None
        from claimlight.work.hand_in import marks_of

        return marks_of(self._workbook, self.person, attempt)

    def words_of_marks(self) -> str:
        """What opens the marks of the person at work on another computer; "" before anything was handed in."""
        key = self._workbook.travel.person_key(self.person)
        return "" if key is None else key.words

    def page_of_marks(self, marks: Feedback) -> ReadingSession:
        """A work that came back to whoever has its words. Raises LessonError where its lesson is not here."""
        from claimlight.session.marked_page import page_of_marks
        from claimlight.work.marks_back import lesson_of_marks
        from claimlight.work.marks_elsewhere import lesson_for

        return page_of_marks(marks, lesson_of_marks(marks, lesson_for(marks, self._workbook)))

    def ended_classes(self) -> tuple[ClassFile, ...]:
        """Those whose last day is over, by the computer's clock."""
        known = self.classes()
        if not known:
            return ()
        from claimlight.work.leave_class import ended

        today = self.clock().date()
        return tuple(one for one in known if ended(one, today))

    def leaving(self, to: ClassFile) -> Leaving:
        """What would go with a class, of the person at work."""
        from claimlight.work.leave_class import leaving

        return leaving(self._workbook, to, self.person)

    def leave_class(self, what: Leaving) -> tuple[Path, ...]:
        """Delete it for good. Returns the damaged files that may still hold some of it."""
        from claimlight.work.leave_class import leave

        return leave(self._workbook, what)

    def standings(self) -> Mapping[str, Standing]:
        """How far the finished work of the person at work has come on its way to the teacher, by attempts."""
        if not self.knows_class:
            return {}
        from claimlight.work.standing import standings

        return standings(self._workbook, self.person)

    def travelling(self, roots: Roots | None = None) -> Travelling:
        """Handing in and taking back, for everybody here; `roots` are looked through in place of the drives."""
        from claimlight.session.stick_watch import drives
        from claimlight.session.travelling import Travelling

        return Travelling(self._workbook, self.clock, roots or drives, self)

    def author_mark(self, lesson: Lesson) -> str:
        """The words that stand for the computer that a lesson was signed on; "" where nobody did."""
        from claimlight.work.authors import author_mark

        return author_mark(lesson, self._workbook)

    def author_line(self, lesson: Lesson) -> str:
        """What is told where a lesson comes from another computer than before; "" else, and cheaply for most.

        Lessons that came along with the program are nobody's but the program's.
        """
        if self._workbook.travel.author(lesson.id) is None or came_along(lesson, self._shipped):
            return ""
        from claimlight.work.authors import author_line

        return author_line(lesson, self._workbook)

    def opened_by_words(self, session: ReadingSession) -> SealedAnswers | None:
        """The closed answers that `session` waits for, where there are words for them."""
        if not session.waiting or session.attempt.mode is not Mode.HOMEWORK:
            return None
        from claimlight.work.released import box_with_words

        return box_with_words(session.lesson, self._workbook)

    def release(self, session: ReadingSession, key: bytes) -> None:
        """Open the answers with `key`, keep that, and show them to who waits for them. Raises ClaimlightError."""
        from claimlight.work.released import take_key

        text = take_key(session.lesson, key, self._workbook).text(session.article.name)
        if text is not None and text.key is not None:
            session.release(text.key)

    def read_again(self, session: ReadingSession) -> ReadingSession:
        """The same page with what is known by now: answers that were let go, marks that came back."""
        kept = bring(kept_key(session.attempt.lesson_hash, session.attempt.mode), self._workbook)
        version, attempt = work_on(kept, self._workbook, self.person, session.article.name)
        return self._begun(version, attempt)

    # Lessons

    def entries(self) -> tuple[ShelfEntry, ...]:
        found, self.broken = shelf(self._shipped, self._workbook, self.person, self._set_lessons())
        return found

    def _set_lessons(self) -> Mapping[str, SetBy]:
        if not self.knows_class:
            return {}
        from claimlight.work.set_lessons import set_lessons

        return set_lessons(self._workbook, self.clock().date())

    def lesson(self, key: str) -> Lesson:
        """The lesson under `key` of the shelf."""
        return bring(key, self._workbook)

    def lesson_of_file(self, path: Path) -> Lesson:
        return bring_file(path, self._workbook)

    def has_begun(self, lesson: Lesson) -> bool:
        """Whether the person at work has ever opened `lesson`."""
        return latest_attempt(lesson.id, self._workbook, self.person, lesson.mode) is not None

    def read(self, lesson: Lesson) -> ReadingSession:
        """Go on with `lesson`, look at it again if it is finished, or begin it."""
        version, attempt = work_on(lesson, self._workbook, self.person)
        return self._begun(version, attempt)

    def read_text(self, session: ReadingSession, name: str) -> ReadingSession:
        """Go on with the text `name` of the lesson that is open, which has its own page, marks and checks."""
        version, attempt = work_on(session.as_written, self._workbook, self.person, name)
        return self._begun(version, attempt)

    def newer_version(self, session: ReadingSession, lesson: Lesson) -> Lesson | None:
        """`lesson`, as it was found on the shelf, where the open attempt is at an older version of it."""
        return lesson if lesson.hash != session.lesson.hash else None

    def open_newest(self, key: str, text: str = ARTICLE) -> ReadingSession:
        """Begin the version on the shelf, beside an open attempt at an older one; at its `text`, if it has that."""
        lesson = bring(key, self._workbook)
        name = text if lesson.text(text) is not None else ARTICLE
        attempt = self._workbook.open_attempt(self.person, lesson, name, lesson.mode)
        return self._begun(lesson, attempt)

    def start_again(self, session: ReadingSession) -> ReadingSession:
        """A new attempt at the same version, with an empty page."""
        attempt = self._workbook.start_again(session.attempt)
        return self._begun(session.as_written, attempt)

    def results(self) -> Iterator[Result]:
        """What the person at work has finished, worked out one attempt at a time; see `work.progress.report`."""
        from claimlight.work.progress import results

        return results(self._workbook.finished(self.person), self._workbook.lesson_bytes)

    def setting(self, name: str, default: str) -> str:
        return self._workbook.setting(self.person, name, default)

    def set_setting(self, name: str, value: str) -> None:
        self._workbook.set_setting(self.person, name, value)

    def _begun(self, lesson: Lesson, attempt: Attempt) -> ReadingSession:
        marks = self.marks(attempt) if attempt.state is AttemptState.CLOSED else None
        if marks is not None:
            from claimlight.work.marks_back import lesson_of_marks

            lesson = lesson_of_marks(marks, lesson)  # with the answers as they are now
        session = ReadingSession(self._workbook, lesson, attempt, self._new_id)
        session.checked.connect(lambda grade: self.reviews.take(session, grade))
        return session
