"""Answers to a homework are here: what each student of this computer missed in it comes back for review."""

from claimlight.core.attempt import AttemptState
from claimlight.core.lesson import Lesson, Mode
from claimlight.store.workbook import Workbook


def review_released(workbook: Workbook, lesson: Lesson) -> None:
    """Grade every finished work at `lesson`, a homework with its answers, and keep what is worth coming back to."""
    from claimlight.grading.grade import grade
    from claimlight.work.review import keep_slips

    done = [
        attempt
        for person in workbook.persons()
        for attempt in workbook.attempts(person)
        if (attempt.lesson_hash, attempt.mode, attempt.state) == (lesson.hash, Mode.HOMEWORK, AttemptState.CLOSED)
    ]
    for attempt in done:
        text, checks = lesson.text(attempt.text_name), workbook.checks(attempt)
        if checks and text is not None and text.key is not None:
            found = grade(lesson, checks[-1].annotations, attempt.text_name)
            keep_slips(workbook, attempt, lesson, found)
