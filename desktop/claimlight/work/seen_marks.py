"""Marks that students have seen without their teacher: at once, or when a homework's answers were let go.

Their own computer graded them by the answers that were given out.
"""

from collections.abc import Callable
from fractions import Fraction

from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import read_bundle
from claimlight.grading.grade import prepare, score_prepared
from claimlight.handin.submission import Submission
from claimlight.store.classbook import Classbook
from claimlight.work.answers_now import LessonNow

Seen = Callable[[Submission], Fraction | None]
"""The score, of 100, that its student has seen; None where they have seen none."""


def seen_marks(classbook: Classbook, class_id: str, now: LessonNow, text: str) -> Seen:
    """For work at this text of this lesson of a class."""
    lesson = read_bundle(now.given.whole) if now.answers > 1 else now.lesson
    prepared = prepare(lesson, text)
    modes = {Mode.PRACTICE}
    if any(one.id == now.given.id and one.let_go for one in classbook.class_lessons.all(class_id)):
        modes.add(Mode.HOMEWORK)

    def seen(work: Submission) -> Fraction | None:
        return score_prepared(prepared, work.work).score if work.mode in modes else None

    return seen
