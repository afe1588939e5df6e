"""What the printed page shows of a graded work: the student's marks and the answers, told apart by shape."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claimlight.core.article import Span
from claimlight.core.lesson import AnswerKey
from claimlight.grading.receipt import Fate, Grade, HighlightVerdict, ItemVerdict


class Shape(StrEnum):
    """How a mark fared."""

    CAUGHT = "caught"
    IN_PART = "in-part"
    MISSED = "missed"
    NOT_IN_ANSWERS = "struck"
    PLAIN = "plain"
    """A mark that neither earns nor costs: a repeat, on the worked example, near an answer, or of another label."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Words with a shape. `MISSED` outlines what the answers have and the student has not; the rest are marks."""

    span: Span
    label: str
    shape: Shape
    tagged: bool = True
    """Whether a tag hangs under its first letter; not under single words that a found answer lacks."""


def painted(key: AnswerKey, grade: Grade) -> Iterator[Painted]:
    """The student's marks by what became of them, and the answers that they missed."""
    for mark in grade.highlights:
        if len(mark.span):
            yield Painted(mark.span, mark.label, shape_of_mark(mark, grade))
    for verdict in grade.items:
        if verdict.highlights:
            yield from (Painted(span, verdict.label, Shape.MISSED, tagged=False) for span in verdict.missed.spans)
        elif not verdict.optional:
            item = key.item(verdict.item)
            assert item is not None, "a verdict is about an item of the key"
            for number, span in enumerate(item.main.joint or (item.main.span,)):
                yield Painted(span, verdict.label, Shape.MISSED, tagged=number == 0)


def shape_of_mark(mark: HighlightVerdict, grade: Grade) -> Shape:
    if mark.fate is Fate.MATCHED:
        item = grade.item(mark.item)
        return Shape.CAUGHT if item is not None and item.credit == 1 else Shape.IN_PART
    if mark.cost or mark.fate in (Fate.EXTRA, Fate.TRAP_HIT):
        return Shape.NOT_IN_ANSWERS
    return Shape.PLAIN


def shape_of_item(verdict: ItemVerdict) -> Shape:
    if not verdict.highlights:
        return Shape.MISSED
    return Shape.CAUGHT if verdict.credit == 1 else Shape.IN_PART
