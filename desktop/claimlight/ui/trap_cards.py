"""Traps that were rightly left alone: a mark on the page, a row and a card for each, behind those that cost or earn."""

from collections.abc import Iterator
from fractions import Fraction

from claimlight.core.article import Text, overlap
from claimlight.core.lesson import Decoy
from claimlight.grading.receipt import Fate, Grade
from claimlight.session.reading import ReadingSession
from claimlight.ui.article_view import PageMark
from claimlight.ui.marked_text import Fate as PieceFate
from claimlight.ui.overlay import Shape
from claimlight.ui.points import Outcome, PointsRow
from claimlight.ui.reveal_cards import Answer, around, one_line, pieces
from claimlight.ui.review_card import ReviewCard
from claimlight.ui.surety import place_text
from claimlight.ui.tags import Mark
from claimlight.wording import _
from claimlight.wording.directions import one_after_another
from claimlight.wording.points import points_text
from claimlight.wording.verdicts import trap_left_text

_TRAP = "trap:"


def traps_left(session: ReadingSession, grade: Grade) -> tuple[Decoy, ...]:
    """In the order of the page. A mark that found an answer may reach into a trap; an empty page left nothing."""
    key = session.key
    if key is None or not (grade.highlights or grade.score):
        return ()
    stray = [mark.span for mark in grade.highlights if mark.fate is not Fate.MATCHED]
    left = (trap for trap in key.decoys if not any(overlap(trap.span, span) for span in stray))
    return tuple(sorted(left, key=lambda trap: trap.span))


def trap_marks(session: ReadingSession, grade: Grade) -> Iterator[PageMark]:
    for trap in traps_left(session, grade):
        yield PageMark(_TRAP + trap.id, trap.span, "", Shape.LEFT_ALONE)


def trap_answers(session: ReadingSession, grade: Grade, *, of_student: bool = False) -> tuple[Answer, ...]:
    said = trap_left_text(of_student=of_student)
    return tuple(_answer(session.article.text, trap, said) for trap in traps_left(session, grade))


def _answer(text: Text, trap: Decoy, said: str) -> Answer:
    mark = Mark(_("trap"), "", "ink", "solid")
    place = text.paragraph(trap.span.start)
    row = PointsRow(
        id=_TRAP + trap.id,
        outcome=Outcome.LEFT,
        mark=mark,
        words=one_line(text[trap.span]),
        reason=_("A trap, rightly left"),
        points=points_text(Fraction(0)),
        paragraph=place,
    )
    card = ReviewCard(
        outcome=Outcome.LEFT,
        mark=mark,
        verdict=_("A trap, rightly left"),
        place=place_text(place, sure=False),
        sentence=tuple(pieces(text, around(text, trap.span), ((trap.span, PieceFate.LEFT),), mark)),
        points="",
        explanation=one_after_another(said, trap.explanation),
    )
    return Answer(row, card, row.id, item=trap.id)
