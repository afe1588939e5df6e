"""Compare a reader's highlights with the key: what was found, what was missed, and why the mark is what it is."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple

from claimlight.core.annotation import Annotation
from claimlight.core.lesson import Lesson
from claimlight.grading.asked_verdicts import judge_asked
from claimlight.grading.highlight_verdicts import judge_highlights
from claimlight.grading.item_verdicts import judge_items, points_of
from claimlight.grading.key import PreparedKey
from claimlight.grading.leftovers import Leftover, judge_leftovers
from claimlight.grading.marks import Marks, read_marks
from claimlight.grading.matching import Matching, match
from claimlight.grading.prepare import prepare
from claimlight.grading.receipt import (
    AskedVerdict,
    Fate,
    Grade,
    HighlightVerdict,
    LineKind,
    Reason,
    ReceiptLine,
    Rule,
    Score,
    ToldItem,
)

_NOTHING = Fraction(0)
_POSITION = ReceiptLine._fields.index("position")
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
    told = judge_items(key, judged.matching, judged.said)
    highlights = judge_highlights(key, judged.marks, judged.matching, judged.leftovers)
    return Grade(
        items=tuple([verdict for verdict, _ in told]),
        highlights=highlights,
        lines=_lines(key, told, highlights, score),
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
    matching: Matching
    leftovers: list[Leftover]
    said: Mapping[int, tuple[AskedVerdict, ...]]


def _judge(key: PreparedKey, annotations: Iterable[Annotation]) -> _Judged:
    marks = read_marks(key, annotations)
    matching = match(key, marks.counted)
    said = judge_asked(key, key.asked, marks, matching) if key.asked else {}
    return _Judged(marks, matching, judge_leftovers(key, matching), said)


def _score(key: PreparedKey, judged: _Judged) -> Score:
    stakes, said = key.stakes, judged.said
    whole = 0
    others = stakes.given
    for number, one in judged.matching.matches.items():
        if one.hedges or number in said:
            others += points_of(key, one, said.get(number, ()))
        else:
            whole += one.touch.item.worth * one.touch.credit
    earned = Fraction(whole, key.weight_unit * key.one) + others
    charged = sum([len(leftover.sentences) for leftover in judged.leftovers])
    free = min(charged, key.allowance)
    penalty = stakes.cost(charged - free)
    return Score(earned, penalty, stakes.possible, min(stakes.possible, max(_NOTHING, earned - penalty)), free)


def _lines(
    key: PreparedKey, told: Iterable[ToldItem], highlights: Iterable[HighlightVerdict], score: Score
) -> tuple[ReceiptLine, ...]:
    """The lines in page order, items before highlights at the same place; then those about the whole."""
    on_page = [line for _, lines in told for line in lines]
    for mark in highlights:
        if mark.cost or mark.fate in _CHARGED:
            loss = key.stakes.loss(len(mark.sentences))
            on_page.append(ReceiptLine(LineKind.HIGHLIGHT, mark.span.start, mark.highlight, loss, mark.reason))
    on_page.sort(key=itemgetter(_POSITION))
    return (*on_page, *_lines_of_the_whole(key, score))


def _lines_of_the_whole(key: PreparedKey, score: Score) -> Iterator[ReceiptLine]:
    end, stakes = len(key.text.text), key.stakes
    if stakes.given:
        yield ReceiptLine(LineKind.NOTHING_TO_FIND, end, "", stakes.given, Reason(Rule.NOTHING_TO_FIND))
    if score.free:
        reason = Reason(Rule.FREE_EXTRAS, (("count", score.free),))
        yield ReceiptLine(LineKind.FREE, end, "", stakes.price * score.free, reason)
    unlimited, points = score.earned - score.penalty, score.points
    if points != unlimited:
        rule = Rule.LIMITED_TO_0 if unlimited < 0 else Rule.LIMITED_TO_100
        yield ReceiptLine(LineKind.LIMIT, end, "", points - unlimited, Reason(rule))
