"""A grade as a student may have it whose answers stay with the teacher: what became of their own marks, and the points.

Where an answer stands, its label, its words and its explanation are not in it; an answer that was not found is known by
its points alone, and comes last, whatever its place in the text. The lines add up as before.
"""

from collections.abc import Mapping
from dataclasses import replace

from claimlight.core.article import Span
from claimlight.grading.receipt import (
    Fate,
    Grade,
    HighlightVerdict,
    ItemVerdict,
    LineKind,
    Reason,
    ReceiptLine,
    Rule,
    WordCount,
)

_OF_ITEMS = (LineKind.ITEM, LineKind.ASKED)
_TOLD = {"given", "caught", "of", "extra", "full", "other_label", "count"}
"""What a reason may say: of one's own marks, and in numbers."""


def without_answers(grade: Grade) -> Grade:
    """`grade` with nothing in it of the answers. What nobody had to find, and nobody found, is left out."""
    marks = {mark.highlight: mark for mark in grade.highlights}
    end = max((mark.span.end for mark in grade.highlights), default=0)
    told = {line.id for line in grade.lines if line.kind is LineKind.ITEM}
    shown = [one for one in grade.items if one.item in told]
    places = {one.item: min((marks[id].span.start for id in one.highlights), default=end) for one in shown}
    found = {one.item for one in shown if one.highlights}
    unseen = {one.item for one in shown if not one.highlights and not one.seen}
    items = (_item(one, marks, unseen) for one in shown)
    lines = (_line(line, places, end, unseen) for line in grade.lines)
    return replace(
        grade,
        items=tuple(sorted(items, key=lambda one: (one.item not in found, places[one.item], one.item))),
        highlights=tuple(map(_highlight, grade.highlights)),
        lines=tuple(sorted(lines, key=lambda line: _order(line, found))),
    )


def _item(one: ItemVerdict, marks: Mapping[str, HighlightVerdict], unseen: set[str]) -> ItemVerdict:
    if one.item in unseen:  # not even how many words it has
        one = one._replace(missed=WordCount(), reason=Reason(one.reason.rule))
    return one._replace(
        label=marks[one.highlights[0]].label if one.highlights else "",
        target=0,
        hit=WordCount(one.hit.count),
        missed=WordCount(one.missed.count),
        extra=WordCount(one.extra.count),
        reason=_reason(one.reason),
        explanation="",
        asked=tuple(said._replace(accepted=(), reason=_reason(said.reason)) for said in one.asked),
    )


def _highlight(mark: HighlightVerdict) -> HighlightVerdict:
    trapped = mark.fate is Fate.TRAP_HIT
    nowhere: tuple[Span, ...] = ()
    return mark._replace(
        fate=Fate.EXTRA if trapped else mark.fate,
        item=mark.item if mark.fate is Fate.MATCHED else "",
        sentences=nowhere,
        reason=_reason(mark.reason),
        explanation="",
    )


def _line(line: ReceiptLine, places: Mapping[str, int], end: int, unseen: set[str]) -> ReceiptLine:
    own = line.position if line.kind is LineKind.HIGHLIGHT else end
    position = places[line.id] if line.kind in _OF_ITEMS else own
    of_unseen = line.kind in _OF_ITEMS and line.id in unseen
    return line._replace(position=position, reason=Reason(line.reason.rule) if of_unseen else _reason(line.reason))


def _order(line: ReceiptLine, found: set[str]) -> tuple[int, int, str]:
    """Marks and what they found by their place, then what was not found, then what is about the whole."""
    if line.kind in _OF_ITEMS:
        return (0, line.position, line.id) if line.id in found else (1, 0, line.id)
    return (0, line.position, line.id) if line.kind is LineKind.HIGHLIGHT else (2, 0, "")


def _reason(reason: Reason) -> Reason:
    rule = Rule.NOT_IN_ANSWERS if reason.rule is Rule.TRAP else reason.rule
    return Reason(rule, tuple((name, value) for name, value in reason.params if name in _TOLD))
