"""What a class's results need to know of one graded work: little enough to be kept beside it and read often."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from claimlight.core.annotation import Annotation
from claimlight.core.attempt import Challenge
from claimlight.grading.item_analysis import given_label
from claimlight.grading.receipt import Fate, Grade, ItemVerdict
from claimlight.grading.words import Words


class MarkFact(NamedTuple):
    """A highlight, from its first word to its last (code points)."""

    label: str
    start: int
    end: int
    fate: str
    item: str
    """The item, or for a trap hit the trap, that it belongs to, or ""."""
    sure: bool | None


class ItemFact(NamedTuple):
    """What became of an item. `given` is the label that it was found with, or ""; `missed` are words left out."""

    item: str
    given: str
    credit: str
    points: str
    missed: tuple[tuple[int, int], ...]


class CheckFacts(NamedTuple):
    """One check. Exact numbers are text: "13/2"."""

    points: str
    marks: tuple[MarkFact, ...]
    items: tuple[ItemFact, ...]


class Doubt(NamedTuple):
    """What somebody saw differently: an item or a trap, or words where nothing belongs."""

    item: str
    start: int
    end: int


class WorkFacts(NamedTuple):
    """`first` is None where there was one check only."""

    possible: str
    last: CheckFacts
    first: CheckFacts | None
    doubts: tuple[Doubt, ...]


class Finding(StrEnum):
    """How one student found one item."""

    FULL = "full"
    PART = "part"
    WRONG = "wrong"
    """Under another label."""
    MISSED = "missed"


def finding(fact: ItemFact, label: str) -> Finding:
    """How the item with this label was found."""
    if fact.given and fact.given != label:
        return Finding.WRONG
    if fact.credit == "1":
        return Finding.FULL
    return Finding.MISSED if fact.credit == "0" else Finding.PART


def check_facts(grade: Grade, annotations: Iterable[Annotation], words: Words) -> CheckFacts:
    """The facts of one check. What covers no word, and what lies on a worked example, is no part of them."""
    by_id = {one.id: one for one in annotations}
    marks = []
    for verdict in grade.highlights:
        run = words.covered(verdict.span)
        if run.start < run.stop and verdict.fate is not Fate.EXAMPLE:
            span = words.span(run)
            sure = by_id[verdict.highlight].sure
            marks.append(MarkFact(verdict.label, span.start, span.end, verdict.fate.value, verdict.item, sure))
    return CheckFacts(str(grade.points), tuple(marks), tuple(_item(grade, one) for one in grade.items))


def doubts(challenges: Sequence[Challenge], annotations: Iterable[Annotation]) -> tuple[Doubt, ...]:
    """What `challenges` are about; one about a highlight that is not there is left out."""
    by_id = {one.id: one for one in annotations}
    found = []
    for each in challenges:
        mark = by_id.get(each.highlight)
        if each.item or mark is not None:
            start, end = (0, 0) if mark is None else (mark.span.start, mark.span.end)
            found.append(Doubt(each.item, start, end))
    return tuple(found)


def _item(grade: Grade, verdict: ItemVerdict) -> ItemFact:
    missed = tuple((span.start, span.end) for span in verdict.missed.spans) if verdict.highlights else ()
    given = given_label(grade, verdict)
    return ItemFact(verdict.item, given, str(verdict.credit), str(verdict.points), missed)
