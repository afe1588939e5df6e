"""Compare a reader's highlights with the key: what was found, what was missed, and why the mark is what it is."""

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction

from claimlight.core.annotation import Annotation
from claimlight.core.lesson import Lesson
from claimlight.grading.asked_verdicts import judge_asked
from claimlight.grading.candidates import touches
from claimlight.grading.highlight_verdicts import judge_highlights
from claimlight.grading.item_verdicts import judge_items
from claimlight.grading.key import PreparedKey
from claimlight.grading.leftovers import judge_leftovers
from claimlight.grading.marks import read_marks
from claimlight.grading.matching import match
from claimlight.grading.prepare import prepare
from claimlight.grading.receipt import (
    Fate,
    Grade,
    HighlightVerdict,
    ItemVerdict,
    LineKind,
    Reason,
    ReceiptLine,
    Rule,
)

_NOTHING = Fraction(0)
_CHARGED = (Fate.EXTRA, Fate.TRAP_HIT)

__all__ = ["Grade", "PreparedKey", "grade", "grade_prepared", "prepare"]


def grade(lesson: Lesson, annotations: Iterable[Annotation], text: str = "article") -> Grade:
    """Grade highlights on one text of `lesson`.

    Raises LessonError where the answers cannot be used, WorkError for a highlight that cannot be on this text. To grade
    a class, `prepare` the lesson once and use `grade_prepared`.
    """
    return grade_prepared(prepare(lesson, text), annotations)


def grade_prepared(key: PreparedKey, annotations: Iterable[Annotation]) -> Grade:
    """Grade highlights against prepared answers. Raises WorkError for a highlight that cannot be on this text."""
    marks = read_marks(key, annotations)
    found = tuple([touches(key, mark) for mark in marks.counted])
    matching = match(key, marks.counted, found)
    stakes = key.stakes
    said = judge_asked(key, key.asked, marks, matching, found) if key.asked else {}
    items = judge_items(key, matching, found, said)
    leftovers = judge_leftovers(key, matching, found)
    highlights = judge_highlights(key, marks, matching, leftovers, stakes.price)
    earned = _sum(verdict.points for verdict in items) + stakes.given
    charged = sum(len(leftover.sentences) for leftover in leftovers)
    free = min(charged, key.allowance)
    penalty = stakes.price * (charged - free)
    unlimited = earned - penalty
    points = min(stakes.possible, max(_NOTHING, unlimited))
    return Grade(
        items=items,
        highlights=highlights,
        lines=_lines(key, items, highlights, free, points, unlimited),
        earned=earned,
        penalty=penalty,
        possible=stakes.possible,
        score=100 * points / stakes.possible,
        large=matching.large,
    )


def _sum(points: Iterable[Fraction]) -> Fraction:
    """As `sum`, but adding whole numbers: fractions are brought to one denominator once, not at every step."""
    by_denominator: defaultdict[int, int] = defaultdict(int)
    for each in points:
        by_denominator[each.denominator] += each.numerator
    return sum((Fraction(top, bottom) for bottom, top in by_denominator.items()), _NOTHING)


def _lines(
    key: PreparedKey,
    items: tuple[ItemVerdict, ...],
    highlights: tuple[HighlightVerdict, ...],
    free: int,
    points: Fraction,
    unlimited: Fraction,
) -> tuple[ReceiptLine, ...]:
    """The lines in page order, then those about the whole."""
    on_page: list[ReceiptLine] = []
    for position, verdict in zip(key.positions, items, strict=True):
        if verdict.asked or verdict.optional:
            on_page += _lines_of_item(position, verdict)
        else:
            on_page.append(ReceiptLine(LineKind.ITEM, position, verdict.item, verdict.points, verdict.reason))
    for told in highlights:
        if told.cost or told.fate in _CHARGED:
            cost = -told.cost if told.cost else _NOTHING
            on_page.append(ReceiptLine(LineKind.HIGHLIGHT, told.span.start, told.highlight, cost, told.reason))
    on_page.sort(key=lambda line: (line.position, line.kind is LineKind.HIGHLIGHT))
    end = len(key.text.text)
    stakes = key.stakes
    whole = []
    if stakes.given:
        whole.append(ReceiptLine(LineKind.NOTHING_TO_FIND, end, "", stakes.given, Reason(Rule.NOTHING_TO_FIND)))
    if free:
        reason = Reason(Rule.FREE_EXTRAS, (("count", free),))
        whole.append(ReceiptLine(LineKind.FREE, end, "", stakes.price * free, reason))
    if points != unlimited:
        rule = Rule.LIMITED_TO_0 if unlimited < 0 else Rule.LIMITED_TO_100
        whole.append(ReceiptLine(LineKind.LIMIT, end, "", points - unlimited, Reason(rule)))
    return (*on_page, *whole)


def _lines_of_item(position: int, verdict: ItemVerdict) -> list[ReceiptLine]:
    """What the words earned; then what the source, the evidence or links took away. None for what nobody missed."""
    if verdict.optional and not verdict.highlights:
        return []
    reason = _line_reason(verdict) if verdict.optional else verdict.reason
    lost = [one for one in verdict.asked if one.points] if verdict.asked else []
    points = verdict.points - sum(one.points for one in lost) if lost else verdict.points
    return [
        ReceiptLine(LineKind.ITEM, position, verdict.item, points, reason),
        *(ReceiptLine(LineKind.ASKED, position, verdict.item, one.points, one.reason) for one in lost),
    ]


def _line_reason(verdict: ItemVerdict) -> Reason:
    """Why the line says what it says: an optional item that earns nothing is told as not counted."""
    return verdict.reason if verdict.points else Reason(Rule.NOT_COUNTED, verdict.reason.params)
