"""A marked work as a page: on a computer where its student never worked, made of the marks alone."""

from claimlight.core.annotation import Annotation
from claimlight.core.attempt import Attempt, AttemptState, Challenge, Check
from claimlight.core.errors import WorkError
from claimlight.core.lesson import Lesson
from claimlight.handin.feedback import Feedback
from claimlight.session.reading import ReadingSession
from claimlight.session.scratch import Scratch


def page_of_marks(marks: Feedback, lesson: Lesson) -> ReadingSession:
    """The page as it was handed in; nothing on it can be changed, and nothing of it is kept here."""
    attempt = Attempt(
        id=marks.attempt,
        person=marks.person,
        lesson_id=marks.lesson,
        lesson_hash=marks.lesson_hash,
        text_name=marks.text,
        mode=lesson.mode,
        number=1,
        state=AttemptState.CLOSED,
    )
    return ReadingSession(_Kept(attempt, marks), lesson, attempt, _no_id)


class _Kept(Scratch):
    """What came with the marks (see `session.work_kept`)."""

    def __init__(self, attempt: Attempt, marks: Feedback) -> None:
        super().__init__(attempt)
        self._marks = marks

    def annotations(self, attempt: Attempt) -> tuple[Annotation, ...]:
        return self._marks.work

    def checks(self, attempt: Attempt) -> tuple[Check, ...]:
        return (Check(1, self._marks.work, ""),)

    def challenge(self, attempt: Attempt, words: str, *, item: str = "", highlight: str = "") -> Challenge:
        raise WorkError("said-elsewhere")


def _no_id() -> str:
    raise AssertionError("nothing is made on a page that came back")
