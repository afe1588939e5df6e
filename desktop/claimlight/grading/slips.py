"""Which kinds of sentence a graded piece of work missed, and where on the page they stand."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from claimlight.core.article import Span
from claimlight.core.lesson import AnswerKey, Item
from claimlight.core.sayings import SOURCE, WRITER
from claimlight.grading.receipt import Fate, Grade, HighlightVerdict, ItemVerdict, Outcome


class Slip(StrEnum):
    """What went wrong. The first four are about an answer, the last two about a mark where nothing belongs."""

    MISSED = "missed"
    TAKEN_FOR_FACT = "taken-for-fact"
    """Missed, and it is the writer who says so: it was read as if it were known."""
    WRONG_LABEL = "wrong-label"
    IN_PART = "in-part"
    TRAP = "trap"
    EXTRA = "extra"


class Kind(NamedTuple):
    """A kind of sentence to come back to: what went wrong with which label (for a mark too many, the label given)."""

    slip: Slip
    label: str

    @property
    def id(self) -> str:
        return f"{self.slip}:{self.label}"


class Missed(NamedTuple):
    """A place where a kind was missed: the id of the answer or trap ("" for another mark too many), and its words."""

    kind: Kind
    item: str
    focus: Span


_SLIPS = {
    Outcome.MISSED: Slip.MISSED,
    Outcome.NEAR_MISS: Slip.MISSED,
    Outcome.OPPOSITE_LABEL: Slip.WRONG_LABEL,
    Outcome.WRONG_LABEL: Slip.WRONG_LABEL,
    Outcome.HEDGED: Slip.WRONG_LABEL,
    Outcome.PARTLY: Slip.IN_PART,
}


def kind_of(id: str) -> Kind:
    """The kind with this id. Raises ValueError where there is none such."""
    slip, colon, label = id.partition(":")
    if not colon or not label:
        raise ValueError(f"no kind of sentence: {id!r}")
    return Kind(Slip(slip), label)


def slips(grade: Grade, key: AnswerKey) -> tuple[Missed, ...]:
    """Every place that is worth coming back to, in page order; what is not counted is not among them."""
    found = {(one.kind, one.focus): one for one in (*_of_items(grade, key), *_of_highlights(grade, key))}
    return tuple(sorted(found.values(), key=lambda one: (one.focus, one.kind)))


def _of_items(grade: Grade, key: AnswerKey) -> Iterator[Missed]:
    for verdict in grade.items:
        item = key.item(verdict.item)
        if item is not None and verdict.outcome in _SLIPS and not verdict.optional:
            yield Missed(Kind(_slip(verdict, item), item.label), item.id, item.main.span)


def _slip(verdict: ItemVerdict, item: Item) -> Slip:
    slip = _SLIPS[verdict.outcome]
    return Slip.TAKEN_FOR_FACT if slip is Slip.MISSED and WRITER in item.attribute(SOURCE) else slip


def _of_highlights(grade: Grade, key: AnswerKey) -> Iterator[Missed]:
    traps = {decoy.id: decoy.span for decoy in key.decoys}
    for verdict in grade.highlights:
        if verdict.fate is Fate.TRAP_HIT:
            yield Missed(Kind(Slip.TRAP, verdict.label), verdict.item, traps[verdict.item])
        elif verdict.fate is Fate.EXTRA and verdict.sentences:
            yield Missed(Kind(Slip.EXTRA, verdict.label), "", _first_sentence(verdict))


def _first_sentence(verdict: HighlightVerdict) -> Span:
    """One sentence is enough to come back to, however far the mark went."""
    return verdict.sentences[0]
