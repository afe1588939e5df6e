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
from claimlight.grading.splits import splits


@dataclass(frozen=True, slots=True)
class Match:
    """An item with what was matched with it. `credit` is all it earned, between 0 (never) and 1."""

    touch: Touch
    marks: tuple[Mark, ...]
    kind: Kind
    words: Ranges
    credit: Fraction
    together: tuple[int, ...]
    """The numbers of all items that the same marks were matched with as one: more than one for a merge."""
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
    rivals = _rivals(matching.unused, found)
    if not rivals:
        return matching
    matches = {
        number: _hedged(key, one, rivals[one.touch.answer], found) if one.touch.answer in rivals else one
        for number, one in matching.matches.items()
    }
    return replace(matching, matches=matches)


def _rivals(unused: Iterable[Mark], found: Sequence[tuple[Touch, ...]]) -> dict[tuple[int, int], list[Mark]]:
    """By target, the unused marks that would earn on it but for their label."""
    rivals: dict[tuple[int, int], list[Mark]] = {}
    for mark in unused:
        for answer in {touch.answer for touch in found[mark.number] if touch.boundary}:
            rivals.setdefault(answer, []).append(mark)
    return rivals


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
        matches[number] = Match(touch, (mark,), Kind.SINGLE, mark.words, key.credits[touch.credit], (number,), beside)
    return Matching(matches, _unused(marks, matches.values()))


def _by_words(key: PreparedKey, marks: Sequence[Mark], found: Sequence[tuple[Touch, ...]]) -> Matching:
    assignment = assign(key, (*singles(key, marks, found), *splits(key, marks, found)))
    matches = {
        touch.item.number: _match(key, marks, candidate, touch)
        for candidate in assignment.chosen
        for touch in candidate.earnings
    }
    free = _unused(marks, matches.values())
    for number, one in matches.items():
        beside = _other_parts(one, free, found)
        if beside:
            matches[number] = replace(one, beside=beside)
    return Matching(matches, _unused(marks, matches.values()), assignment.large)


def _match(key: PreparedKey, marks: Sequence[Mark], candidate: Candidate, touch: Touch) -> Match:
    used = tuple(marks[number] for number in candidate.marks)
    together = tuple(earning.item.number for earning in candidate.earnings)
    return Match(touch, used, candidate.kind, candidate.words, key.credits[touch.credit], together)


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


def _hedged(key: PreparedKey, one: Match, rivals: Iterable[Mark], found: Sequence[tuple[Touch, ...]]) -> Match:
    """The match with its label credit shared among all labels that were tried on the same words."""
    hedges = tuple(
        mark
        for mark in rivals
        if mark.label != one.label
        and all(touch.item.number in one.together for touch in found[mark.number] if touch.credit)
    )
    unit = key.one // boundary.ONE
    used = Fraction(one.touch.target.pay[one.label], unit)
    others = [min(used, _worth_of(one, label, unit)) for label in {mark.label for mark in hedges}]
    mean = (used + sum(others)) / (1 + len(others))
    return replace(one, credit=one.credit * mean / used, hedges=hedges) if mean < used else one


def _worth_of(one: Match, label: str, unit: int) -> Fraction:
    """Label credit × factor of another label on the matched target; a label that the item has counts at its best."""
    best = one.item.best_factor.get(label)
    return Fraction(one.touch.target.pay[label], unit) if best is None else best
