"""Which highlights were matched with which items, and what each match earned."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from claimlight.grading import boundary
from claimlight.grading.assignment import assign
from claimlight.grading.candidates import Candidate, Kind, Touch, singles
from claimlight.grading.key import PreparedItem, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.ranges import Ranges


@dataclass(frozen=True, slots=True)
class Match:
    """An item with what was matched with it. `credit` is all it earned, between 0 (never) and 1."""

    touch: Touch
    marks: tuple[Mark, ...]
    kind: Kind
    words: Ranges
    credit: Fraction
    beside: tuple[Mark, ...] = ()
    """Marks that are used without earning: another part of a broken answer, another mark in the right sentence."""
    hedges: tuple[Mark, ...] = ()
    """Unused marks that say something else of the same words, where that lowered the credit."""

    @property
    def item(self) -> PreparedItem:
        return self.touch.item

    @property
    def label(self) -> str:
        return self.marks[0].label


@dataclass(frozen=True, slots=True)
class Matching:
    """`matches` by item number. `large` says that some component was too large for all but single highlights."""

    matches: dict[int, Match]
    unused: tuple[Mark, ...]
    large: bool = False


def match(key: PreparedKey, marks: Sequence[Mark], found: Sequence[tuple[Touch, ...]]) -> Matching:
    """Match marks with items; `found` holds the touches of each mark."""
    matching = _by_sentence(key, marks, found) if key.by_sentence else _by_words(key, marks, found)
    return replace(
        matching,
        matches={number: _hedged(key, one, matching, found) for number, one in matching.matches.items()},
    )


def _by_sentence(key: PreparedKey, marks: Sequence[Mark], found: Sequence[tuple[Touch, ...]]) -> Matching:
    """Every mark serves every item it earns on; the best one speaks for the item."""
    serving: defaultdict[int, list[tuple[Touch, Mark]]] = defaultdict(list)
    for candidate in singles(key, marks, found):
        touch = candidate.earnings[0]
        serving[touch.item.number].append((touch, marks[candidate.marks[0]]))
    matches = {}
    for number, pairs in serving.items():
        (touch, mark), *others = sorted(pairs, key=lambda pair: (-pair[0].credit, pair[0].distance, pair[1].number))
        beside = tuple(other for _, other in others)
        matches[number] = Match(touch, (mark,), Kind.SINGLE, mark.words, key.credits[touch.credit], beside)
    return Matching(matches, _unused(marks, matches.values()))


def _by_words(key: PreparedKey, marks: Sequence[Mark], found: Sequence[tuple[Touch, ...]]) -> Matching:
    assignment = assign(key, singles(key, marks, found))
    matches = {
        touch.item.number: _match(key, marks, candidate, touch)
        for candidate in assignment.chosen
        for touch in candidate.earnings
    }
    free = _unused(marks, matches.values())
    matches = {number: replace(one, beside=_other_parts(one, free, found)) for number, one in matches.items()}
    return Matching(matches, _unused(marks, matches.values()), assignment.large)


def _match(key: PreparedKey, marks: Sequence[Mark], candidate: Candidate, touch: Touch) -> Match:
    used = tuple(marks[number] for number in candidate.marks)
    return Match(touch, used, candidate.kind, candidate.words, key.credits[touch.credit])


def _unused(marks: Iterable[Mark], matches: Iterable[Match]) -> tuple[Mark, ...]:
    used = {mark.number for one in matches for mark in (*one.marks, *one.beside)}
    return tuple(mark for mark in marks if mark.number not in used)


def _other_parts(one: Match, free: Iterable[Mark], found: Sequence[tuple[Touch, ...]]) -> tuple[Mark, ...]:
    """Of a broken answer matched by one part: marks of the same label that earn on another part."""
    part = one.touch.way.part
    if part is None:
        return ()
    return tuple(
        mark
        for mark in free
        if mark.label == one.label
        and any(
            touch.target is one.touch.target and touch.way.part not in (None, part) and touch.credit
            for touch in found[mark.number]
        )
    )


def _hedged(key: PreparedKey, one: Match, matching: Matching, found: Sequence[tuple[Touch, ...]]) -> Match:
    """The match with its label credit shared among all labels that were tried on the same words."""
    together = {other.item.number for other in matching.matches.values() if other.marks == one.marks}
    hedges = tuple(
        mark for mark in matching.unused if mark.label != one.label and _hedges(found[mark.number], one, together)
    )
    unit = key.one // boundary.ONE
    used = Fraction(one.touch.target.pay[one.label], unit)
    others = [min(used, _worth_of(one, label, unit)) for label in {mark.label for mark in hedges}]
    mean = (used + sum(others)) / (1 + len(others))
    return replace(one, credit=one.credit * mean / used, hedges=hedges) if mean < used else one


def _hedges(touches: Iterable[Touch], one: Match, together: set[int]) -> bool:
    """Whether a mark would earn on the matched target but for its label, and nowhere else."""
    would_earn = False
    for touch in touches:
        if touch.credit and touch.item.number not in together:
            return False
        would_earn = would_earn or (touch.target is one.touch.target and touch.boundary > 0)
    return would_earn


def _worth_of(one: Match, label: str, unit: int) -> Fraction:
    """Label credit × factor of another label on the matched target; a label that the item has counts at its best."""
    best = one.item.best_factor.get(label)
    return Fraction(one.touch.target.pay[label], unit) if best is None else best
