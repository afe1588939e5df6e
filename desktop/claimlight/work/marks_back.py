"""Marks as a student sees them: the receipt that came back, and line by line what the teacher decided."""

from fractions import Fraction

from claimlight.core.decision import Decision, DecisionKind
from claimlight.core.lesson import Lesson
from claimlight.files.key_change import key_read
from claimlight.grading.receipt import Grade
from claimlight.grading.receipt_read import read_receipt
from claimlight.grading.withheld import without_answers
from claimlight.handin.feedback import Feedback
from claimlight.work.overrides import decided


def shown_marks(marks: Feedback, *, answers: bool = True) -> Grade:
    """The grade that `marks` tell, without the lesson or its answers at hand.

    Without `answers` it says nothing of them, whatever the receipt holds: before, those of assessments held all.
    """
    told = read_receipt(marks.receipt)
    return decided(told if answers else without_answers(told), told_decisions(marks), {})


def told_decisions(marks: Feedback) -> tuple[Decision, ...]:
    """What the teacher decided, comments among it."""
    changed = (
        Decision(f"o{number}", DecisionKind(one.kind), one.item, one.highlight, Fraction(one.points), one.reason)
        for number, one in enumerate(marks.overrides, 1)
    )
    said = (
        Decision(f"c{number}", DecisionKind.COMMENT, one.item, one.highlight, words=one.words)
        for number, one in enumerate(marks.comments, 1)
    )
    return (*changed, *said)


def lesson_of_marks(marks: Feedback, lesson: Lesson) -> Lesson:
    """`lesson` with the answers that the marks were made with, where they came along. Raises LessonError."""
    if marks.changed is None or not marks.changed.key:
        return lesson
    return lesson.with_answers(marks.text, key_read(lesson, marks.text, marks.changed.key))
