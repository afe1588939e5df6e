"""Points and cards of a work whose answers stay with the teacher: what became of one's own marks, and no more."""

from collections.abc import Sequence

from claimlight.core.article import Span
from claimlight.core.decision import Decision
from claimlight.grading.receipt import Grade, HighlightVerdict, ItemVerdict, LineKind, ReceiptLine
from claimlight.session.reading import ReadingSession
from claimlight.ui.marked_text import Fate as PieceFate
from claimlight.ui.marked_text import Piece
from claimlight.ui.points import PointsRow
from claimlight.ui.reveal_cards import ITEM, Answer, Stand, answers, around, one_line, outcome_of, outcome_shown, pieces
from claimlight.ui.review_card import ReviewCard
from claimlight.ui.surety import place_text, sure_text, surely_wrong, was_sure
from claimlight.ui.tags import Mark, mark_of
from claimlight.wording import _
from claimlight.wording.directions import one_after_another
from claimlight.wording.points import points_of_one
from claimlight.wording.receipt_rows import shortfalls, teachers_line
from claimlight.wording.teacher_marks import answers_stay_text
from claimlight.wording.teacher_said import said_by_teacher
from claimlight.wording.verdicts import outcome_text, reason_text


def held_back_answers(session: ReadingSession, grade: Grade, said: Sequence[Decision] = ()) -> tuple[Answer, ...]:
    """As `answers`, of a grade without any (see `grading.withheld`)."""
    return answers(session, grade, said, _held_back)


def _held_back(stand: Stand, line: ReceiptLine, verdict: ItemVerdict) -> Answer:
    """By the marks that found an answer or came near it; of one that nobody came near, only that it is there."""
    own = [mark for mark in stand.grade.highlights if mark.highlight in (*verdict.highlights, *verdict.seen)]
    mark = mark_of(stand.label(own[0].label)) if own else Mark(_("an answer"), "", "ink", "solid")
    place = stand.text.paragraph(own[0].span.start) if own else 0
    teachers = teachers_line(stand.grade, LineKind.ITEM, verdict.item)
    outcome, wrong = outcome_shown(outcome_of(verdict), teachers), surely_wrong(verdict, stand.sure)
    short = reason_text(verdict.reason, stand.codebook)
    beyond = shortfalls(verdict, stand.codebook)
    row = PointsRow(
        id=ITEM + verdict.item,
        outcome=outcome,
        mark=mark,
        words=one_line(stand.text[own[0].span]) if own else _("Words that you did not mark"),
        reason=reason_text(teachers.reason, stand.codebook) if teachers else ". ".join((short, *beyond)),
        points=stand.shown[line.kind, line.id],
        paragraph=place,
    )
    stays = answers_stay_text() if own and not verdict.highlights else ""
    card = ReviewCard(
        outcome=outcome,
        mark=mark,
        verdict=outcome_text(verdict._replace(label=own[0].label), stand.codebook) if own else _("An answer, missed"),
        place=place_text(place, sure=was_sure(verdict, stand.sure) and not wrong) if own else "",
        sure=sure_text() if wrong else "",
        sentence=_sentence(stand, own, mark),
        points=points_of_one(stand.points[line.kind, line.id]),
        explanation=one_after_another(*(f"{each}." for each in (short, *beyond)), stays),
        teacher=said_by_teacher(teachers, stand.said, stand.codebook, item=verdict.item),
    )
    return Answer(row, card, own[0].highlight if own else row.id, item=verdict.item, surely_wrong=wrong)


def _sentence(stand: Stand, own: list[HighlightVerdict], mark: Mark) -> tuple[Piece, ...]:
    """The sentences of one's own marks, with just these in them; where there are none, why nothing is shown."""
    if not own:
        return (Piece(answers_stay_text()),)
    reach = Span(min(each.span.start for each in own), max(each.span.end for each in own))
    marked = ((each.span, PieceFate.MARKED) for each in own)
    return tuple(pieces(stand.text, around(stand.text, reach), marked, mark))
