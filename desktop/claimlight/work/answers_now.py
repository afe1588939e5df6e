"""The answers by which a class's work is graded now: those that were given out, or those changed since."""

from collections.abc import Callable
from dataclasses import dataclass

from claimlight.core.lesson import Lesson, Mode
from claimlight.files.lesson_bundle import read_bundle
from claimlight.grading.grade import PreparedKey, prepare
from claimlight.store.classbook import Classbook
from claimlight.store.classes import GivenLesson


@dataclass(frozen=True, slots=True)
class LessonNow:
    """A lesson as it was given out, and as it is graded now; `answers` counts the versions of its answers, from 1."""

    given: GivenLesson
    lesson: Lesson
    answers: int = 1

    def done_openly(self, mode: str) -> bool:
        """Whether work done in this mode had the answers in sight though they were to come later, or never."""
        return mode == Mode.PRACTICE and self.given.mode != Mode.PRACTICE


def lesson_now(classbook: Classbook, class_id: str, lesson_hash: str) -> LessonNow | None:
    """The lesson as it was given out to this class, where it was this version, else as it was given out last; with the
    answers as they are now. None where this version was never given out here. Raises LessonError."""
    given = classbook.classes.given(lesson_hash)
    if given is None:
        return None
    of_class = classbook.class_lessons.given(class_id, given.id)
    if of_class is not None and of_class.hash == lesson_hash:
        given = of_class
    number, whole = classbook.changed.latest(class_id, lesson_hash) or (1, given.whole)
    return LessonNow(given, read_bundle(whole), number)


def lessons_now(classbook: Classbook, class_id: str) -> "LessonsNow":
    return LessonsNow(lambda hash: lesson_now(classbook, class_id, hash))


class LessonsNow:
    """The lessons of one class, each read and made ready for grading once."""

    def __init__(self, find: Callable[[str], LessonNow | None]) -> None:
        """`find` brings a lesson by its hash."""
        self._find = find
        self._lessons: dict[str, LessonNow | None] = {}
        self._prepared: dict[tuple[str, str], PreparedKey | None] = {}

    def lesson(self, hash: str) -> LessonNow | None:
        if hash not in self._lessons:
            self._lessons[hash] = self._find(hash)
        return self._lessons[hash]

    def key(self, hash: str, text: str) -> PreparedKey | None:
        """None where the lesson, or its answers to this text, are not here."""
        if (hash, text) not in self._prepared:
            found = self.lesson(hash)
            named = None if found is None else found.lesson.text(text)
            has_answers = found is not None and named is not None and named.key is not None
            self._prepared[hash, text] = prepare(found.lesson, text) if found is not None and has_answers else None
        return self._prepared[hash, text]
