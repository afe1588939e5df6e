"""Grade many work files against one lesson: the bad ones are named with their reason, the others graded."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Lesson
from claimlight.files.work_file import read_work
from claimlight.grading.grade import Grade, PreparedKey, grade_prepared, prepare


@dataclass(frozen=True, slots=True)
class GradedWork:
    """One file: its grade, or why it has none."""

    file: str
    student: str
    grade: Grade | None = None
    error: WorkError | None = None
    skipped: tuple[str, ...] = ()
    """Ids of annotations in it that are no highlights."""


@dataclass(frozen=True, slots=True)
class GradedWorks:
    lesson: Lesson
    text: str
    """The name of the text that was marked."""
    works: tuple[GradedWork, ...]

    @property
    def all_usable(self) -> bool:
        return all(work.error is None for work in self.works)


def grade_files(lesson: Lesson, files: Iterable[Path], text: str = "article") -> GradedWorks:
    """Grade each of `files` on one text of `lesson`. Raises LessonError where the answers cannot be used."""
    key = prepare(lesson, text)
    return GradedWorks(lesson, text, tuple(_grade_file(key, file) for file in files))


def _grade_file(key: PreparedKey, file: Path) -> GradedWork:
    student = file.stem
    try:
        work = read_work(file, key.text)
        student = work.student
        return GradedWork(str(file), student, grade_prepared(key, work.annotations), skipped=work.skipped)
    except WorkError as error:
        return GradedWork(str(file), student, error=error)
