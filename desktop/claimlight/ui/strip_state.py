"""What the task strip says, by how the lesson was given out and how far the work has come."""

from dataclasses import dataclass

from claimlight.session.reading import ReadingSession
from claimlight.wording import _
from claimlight.wording.handing_in import answers_come_text, closed_text, finish_text, no_answers_text
from claimlight.wording.lesson import cost_of_extras, task_of


@dataclass(frozen=True, slots=True)
class StripState:
    """Words for the strip; `checks_left` is None where checks do not count, `can_check` whether the check is on."""

    task: str
    cost: str
    button: str
    head: str = ""
    """The word before the task, where it is another than "Task"."""
    checks_left: int | None = None
    can_check: bool = True


def strip_state(session: ReadingSession) -> StripState:
    lesson = session.lesson
    cost = cost_of_extras(session.rate, lesson.allowance) if session.rate is not None else ""
    if session.waiting:
        what = " ".join((session.way or closed_text(), answers_come_text(session.attempt.mode)))
        return StripState(what, "", _("Back to the shelf"), _("Done"), can_check=False)
    if session.hands_in:
        return StripState(task_of(lesson), cost, finish_text(), can_check=not session.closed)
    if session.key is None:
        return StripState(task_of(lesson), no_answers_text(), _("Check my work"), can_check=False)
    return _practice(session, cost)


def _practice(session: ReadingSession, cost: str) -> StripState:
    left, checks = session.checks_left, session.lesson.checks
    counted = left if checks > 1 else None
    if left and left < checks:
        task = _("Use the hints, then check once more. Your first marks are kept.")
        button = _("Check for the last time") if left == 1 else _("Check my work")
        return StripState(task, cost, button, _("Next"), counted)
    return StripState(
        task_of(session.lesson), cost, _("Check my work"), checks_left=counted, can_check=not session.closed
    )
