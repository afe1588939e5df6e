"""A work that was handed in, as a page that answers like its student's own: closed, with the answers out."""

from claimlight.core.annotation import Annotation
from claimlight.core.attempt import Attempt, AttemptState, Challenge, Check
from claimlight.core.lesson import Mode
from claimlight.handin.submission import Submission
from claimlight.session.reading import ReadingSession
from claimlight.session.scratch import Scratch
from claimlight.work.one_work import OneWork


def page_of_work(work: OneWork) -> ReadingSession:
    """The student's page as it was handed in; nothing on it can be changed."""
    submission, received = work.submission, work.received
    attempt = Attempt(
        id=submission.attempt,
        person=received.person,
        lesson_id=received.lesson,
        lesson_hash=received.lesson_hash,
        text_name=received.text,
        mode=Mode(submission.mode),
        number=submission.attempt_number,
        state=AttemptState.CLOSED,
    )
    return ReadingSession(_Kept(attempt, submission), work.now.lesson, attempt, _no_id)


class _Kept(Scratch):
    """What was handed in (see `session.work_kept`)."""

    def __init__(self, attempt: Attempt, submission: Submission) -> None:
        super().__init__(attempt)
        self._submission = submission

    def annotations(self, attempt: Attempt) -> tuple[Annotation, ...]:
        return self._submission.work

    def checks(self, attempt: Attempt) -> tuple[Check, ...]:
        return self._submission.checks

    def challenges(self, attempt: Attempt) -> tuple[Challenge, ...]:
        return self._submission.challenges


def _no_id() -> str:
    raise AssertionError("nothing is made on a page that was handed in")
