"""Whom a lesson comes from: the author of its first signed file here is trusted, another one is told."""

from claimlight.core.lesson import Lesson
from claimlight.handin.lesson_author import Trust, author_of, trust
from claimlight.handin.words import mark
from claimlight.store.workbook import Workbook
from claimlight.wording.handing_in import changed_author_text


def take_author(lesson: Lesson, raw: bytes, workbook: Workbook, file: str) -> Trust:
    """What is to be said of the author of the lesson file in `raw`; the first is remembered.

    Raises LessonError where the file was changed after it was signed.
    """
    author = author_of(raw, file)
    if author is not None and not workbook.read_only and workbook.travel.author(lesson.id) is None:
        workbook.travel.keep_author(lesson.id, author)
        return Trust.FIRST
    return trust(author, workbook.travel.author(lesson.id))


def author_mark(lesson: Lesson, workbook: Workbook) -> str:
    """The author's mark as words, for *About this lesson*; "" where nobody signed its file."""
    author = _author(lesson, workbook)
    return "" if author is None else mark(author)


def author_line(lesson: Lesson, workbook: Workbook) -> str:
    """What students are told where the lesson's author is not who it was before; "" else."""
    first = workbook.travel.author(lesson.id)
    changed = trust(_author(lesson, workbook), first) is Trust.CHANGED
    return changed_author_text() if changed else ""


def _author(lesson: Lesson, workbook: Workbook) -> bytes | None:
    kept = workbook.lesson_bytes(lesson.hash, mode=lesson.mode)
    return None if kept is None else author_of(kept, lesson.slug)
