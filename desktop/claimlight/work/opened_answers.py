"""The closed answers of a homework: what of a lesson can be seen by what was let go so far."""

from claimlight.core.errors import LessonError
from claimlight.core.lesson import Lesson
from claimlight.files.lesson_bundle import SEALED, all_members
from claimlight.handin.sealing import SealedAnswers, read_sealed
from claimlight.store.workbook import Workbook
from claimlight.work.publish import released_lesson


def with_answers(lesson: Lesson, raw: bytes, workbook: Workbook) -> Lesson:
    """`lesson`, the homework in `raw`, with its answers where they have been let go, else as it is."""
    sealed = sealed_in(raw)
    key = None if sealed is None else workbook.travel.released(sealed.hash)
    return lesson if key is None else released_lesson(raw, lesson, key)


def sealed_in(raw: bytes) -> SealedAnswers | None:
    """The closed answers in a lesson file; None where there are none that can be read."""
    try:
        return read_sealed(all_members(raw)[SEALED])
    except (KeyError, LessonError):
        return None
