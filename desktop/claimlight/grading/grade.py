"""Compare a reader's highlights with the key: what was found, what was missed, and why the mark is what it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from claimlight.core.annotation import Annotation
from claimlight.core.lesson import Lesson
from claimlight.grading.asked_verdicts import judge_asked
from claimlight.grading.candidates import touches
from claimlight.grading.highlight_verdicts import judge_highlights
from claimlight.grading.item_verdicts import judge_items, points_of
from claimlight.grading.key import PreparedKey
from claimlight.grading.leftovers import Leftover, judge_leftovers
from claimlight.grading.marks import Marks, read_marks
from claimlight.grading.matching import Found, Matching, match
from claimlight.grading.prepare import prepare
from claimlight.grading.receipt import (
    AskedVerdict,
    Fate,
    Grade,
    HighlightVerdict,
    ItemVerdict,
    LineKind,
    Reason,
    ReceiptLine,
    Rule,
    Score,
)

_NOTHING = Fraction(0)
_CHARGED = (Fate.EXTRA, Fate.TRAP_HIT)

__all__ = ["Grade", "PreparedKey", "Score", "grade", "grade_prepared", "prepare", "score_prepared"]


def grade(lesson: Lesson, annotations: Iterable[Annotation], text: str = "article") -> Grade:
    """Grade highlights on one text of `lesson`.

    Raises LessonError where the answers cannot be used, WorkError for a highlight that cannot be on this text. To grade
    a class, `prepare` the lesson once and use `grade_prepared`.
    """
    return grade_prepared(prepare(lesson, text), annotations)


def grade_prepared(key: PreparedKey, annotations: Iterable[Annotation]) -> Grade:
    """Grade highlights against prepared answers. Raises WorkError for a highlight that cannot be on this text."""
    judged = _judge(key, annotations)
    score = _score(key, judged)
    items = judge_items(key, judged.matching, judged.found, judged.said)
    highlights = judge_highlights(key, judged.marks, judged.matching, judged.leftovers, key.stakes.price)
    return Grade(
        items=items,
        highlights=highlights,
        lines=_lines(key, items, highlights, score),
        earned=score.earned,
        penalty=score.penalty,
        possible=score.possible,
        score=score.score,
        large=judged.matching.large,
    )


def score_prepared(key: PreparedKey, annotations: Iterable[Annotation]) -> Score:
    """The points of `grade_prepared` without a word of why: for a class, when only what changes is to be shown."""
    return _score(key, _judge(key, annotations))


class _Judged(NamedTuple):
    """What became of a piece of work, before anything is told."""

    marks: Marks
    found: Found
    matching: Matching
    leftovers: tuple[Leftover, ...]
    said: Mapping[int, tuple[AskedVerdict, ...]]


def _judge(key: PreparedKey, annotations: Iterable[Annotation]) -> _Judged:
    marks = read_marks(key, annotations)
    found = tuple([touches(key, mark) for mark in marks.counted])
    matching = match(key, marks.counted, found)
    said = judge_asked(key, key.asked, marks, matching, found) if key.asked else {}
    return _Judged(marks, found, matching, judge_leftovers(key, matching, found), said)


def _score(key: PreparedKey, judged: _Judged) -> Score:
    stakes, said = key.stakes, judged.said
    matches = judged.matching.matches.items()
    earned = _sum([points_of(key, one, said.get(number, ())) for number, one in matches]) + stakes.given
    charged = sum([len(leftover.sentences) for leftover in judged.leftovers])
    free = min(charged, key.allowance)
    penalty = stakes.price * (charged - free)
    points = min(stakes.possible, max(_NOTHING, earned - penalty))
    return Score(earned, penalty, stakes.possible, 100 * points / stakes.possible, free)


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
    score: Score,
) -> tuple[ReceiptLine, ...]:
    """The lines in page order, then those about the whole."""
    unlimited = score.earned - score.penalty
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
    if score.free:
        reason = Reason(Rule.FREE_EXTRAS, (("count", score.free),))
        whole.append(ReceiptLine(LineKind.FREE, end, "", stakes.price * score.free, reason))
    if score.points != unlimited:
        rule = Rule.LIMITED_TO_0 if unlimited < 0 else Rule.LIMITED_TO_100
        whole.append(ReceiptLine(LineKind.LIMIT, end, "", score.points - unlimited, Reason(rule)))
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
