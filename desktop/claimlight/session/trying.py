"""Try a lesson as a student: a page that is kept nowhere and gone when it is left."""

from claimlight.core.attempt import Attempt, AttemptState
from claimlight.core.identity import NewId
from claimlight.core.lesson import Lesson, Mode
from claimlight.session.reading import ReadingSession
from claimlight.session.scratch import Scratch


def tried(lesson: Lesson, new_id: NewId) -> ReadingSession:
    """A student's page of `lesson` as it would be given out now, in memory alone."""
    text = lesson.texts[0].article.name
    attempt = Attempt(new_id(), "", lesson.id, lesson.hash, text, Mode.PRACTICE, 1, AttemptState.OPEN)
    return ReadingSession(Scratch(attempt), lesson, attempt, new_id)
