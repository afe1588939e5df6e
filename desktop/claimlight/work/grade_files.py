"""Grade many work files against one lesson: the bad ones are named with their reason, the others graded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Lesson
from claimlight.files.exchange.markings import Form, Marking, Markings, Units
from claimlight.files.work_file import read_work
from claimlight.grading.grade import Grade, PreparedKey, grade_prepared, prepare


@dataclass(frozen=True, slots=True)
class GradedWork:
    """One file: its grade, or why it has none."""

    file: str
    student: str
    grade: Grade | None = None
    error: ClaimlightError | None = None
    skipped: tuple[str, ...] = ()
    """Ids of annotations in it that are no highlights."""
    told: tuple[str, ...] = ()
    """What else was left out of a file of another tool, a line each."""


@dataclass(frozen=True, slots=True)
class GradedWorks:
    lesson: Lesson
    text: str
    """The name of the text that was marked."""
    works: tuple[GradedWork, ...]

    @property
    def all_usable(self) -> bool:
        return all(work.error is None for work in self.works)


def grade_files(
    lesson: Lesson,
    files: Iterable[Path],
    text: str = "article",
    form: Form = Form.W3C,
    units: Units = Units.CODE_POINTS,
) -> GradedWorks:
    """Grade each of `files` on one text of `lesson`; `units` is what the positions in doccano's files count.

    Raises LessonError where the answers cannot be used.
    """
    key = prepare(lesson, text)
    if form is Form.W3C:
        return GradedWorks(lesson, text, tuple(_grade_file(key, file) for file in files))
    return GradedWorks(lesson, text, tuple(_grade_markings(key, file, form, units) for file in files))


def _grade_markings(key: PreparedKey, file: Path, form: Form, units: Units) -> GradedWork:
    from claimlight.work.markings import losses, read_file

    try:
        markings = read_file(file, key.text, form, units)
        grade = grade_prepared(key, highlights(markings))
        return GradedWork(str(file), markings.name, grade, told=tuple(losses(markings, file)))
    except ClaimlightError as error:
        return GradedWork(str(file), file.stem, error=error)


def highlights(markings: Markings) -> tuple[Annotation, ...]:
    """The marks as highlights; one in pieces is a highlight for each, the first of which has what was said of it."""
    return tuple(one for mark in markings.joined().marks for one in _pieces(mark, markings))


def _pieces(mark: Marking, markings: Markings) -> Iterator[Annotation]:
    for number, span in enumerate(mark.fragments, start=1):
        quote = quote_of(markings.text, span)
        if number == 1:
            yield Annotation(mark.id, mark.label, span, quote, mark.attributes, mark.links, mark.note, mark.sure)
        else:
            yield Annotation(f"{mark.id}/{number}", mark.label, span, quote)


def _grade_file(key: PreparedKey, file: Path) -> GradedWork:
    student = file.stem
    try:
        work = read_work(file, key.text)
        student = work.student
        return GradedWork(str(file), student, grade_prepared(key, work.annotations), skipped=work.skipped)
    except ClaimlightError as error:
        return GradedWork(str(file), student, error=error)
