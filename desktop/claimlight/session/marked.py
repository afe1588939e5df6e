"""What answers to the pen: a student's page, or a teacher's. For type checkers; a start imports neither for it."""

from claimlight.session.authoring import AuthoringSession
from claimlight.session.reading import ReadingSession

Marked = ReadingSession | AuthoringSession
