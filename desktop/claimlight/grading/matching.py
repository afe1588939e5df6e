"""Which highlights were matched with which items, and what each match earned."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from claimlight.grading.assignment import SMALL, assign, better_alone
from claimlight.grading.candidates import Candidate, Kind, Touch, singles
from claimlight.grading.key import PreparedItem, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.merges import merges
from claimlight.grading.ranges import Ranges
from claimlight.grading.splits import splits
from claimlight.grading.tangles import Tangle, tangles


class Match(NamedTuple):
    """An item with what was matched with it. `credit` is what its words and labels earned, between 0 (never) and 1."""

    touch: Touch
    marks: tuple[Mark, ...]
    kind: Kind
    words: Ranges
    credit: Fraction
    together: tuple[Touch, ...]
    """What the same marks earn as one: on more than one item for a merge or a cover."""
    grouped: bool = False
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

    @property
    def decided(self) -> Touch:
        """The touch that decided the credit: for a covered item that on the covering target, else its own."""
        return self.together[0] if self.kind is Kind.COVER else self.touch


class Matching(NamedTuple):
    """`matches` by item number. `large` says that some component was too large for all but single highlights."""

    matches: dict[int, Match]
    unused: tuple[Mark, ...]
    large: bool = False


Found = tuple[tuple[Touch, ...], ...]
"""The touches of each mark."""


def match(key: PreparedKey, marks: Sequence[Mark], found: Found) -> Matching:
    """Match marks with items; `found` holds the touches of each mark."""
    matching = _by_sentence(key, marks, found) if key.by_sentence else _by_words(key, marks, found)
    rivals = _rivals(matching.unused, found)
    if not rivals:
        return matching
    matches = {
        number: _hedged(one, rivals[one.decided.answer], found) if one.decided.answer in rivals else one
        for number, one in matching.matches.items()
    }
    return matching._replace(matches=matches)


def _rivals(unused: Iterable[Mark], found: Found) -> Mapping[tuple[int, int], list[Mark]]:
    """By target, the unused marks that would earn on it but for their label."""
    rivals: dict[tuple[int, int], list[Mark]] = {}
    for mark in unused:
        for answer in {touch.answer for touch in found[mark.number] if touch.boundary}:
            rivals.setdefault(answer, []).append(mark)
    return rivals


def _by_sentence(key: PreparedKey, marks: Sequence[Mark], found: Found) -> Matching:
    """Every mark serves every item it earns on; the best one speaks for the item."""
    serving: defaultdict[int, list[tuple[Touch, Mark]]] = defaultdict(list)
    for candidate in singles(key, marks, found):
        touch = candidate.earnings[0]
        serving[touch.item.number].append((touch, marks[candidate.marks[0]]))
    matches = {}
    for number, pairs in serving.items():
        (touch, mark), *others = sorted(pairs, key=lambda pair: (-pair[0].credit, pair[0].distance, pair[1].number))
        beside = tuple(other for _, other in others)
        credit = key.credits[touch.credit]
        matches[number] = Match(touch, (mark,), Kind.SINGLE, mark.words, credit, (touch,), beside=beside)
    return Matching(matches, _unused(marks, matches.values()))


def _by_words(key: PreparedKey, marks: Sequence[Mark], found: Found) -> Matching:
    matches: dict[int, Match] = {}
    any_large = False
    for tangle in tangles(key, marks, found):
        chosen, large = _solved(key, tangle, found)
        any_large = any_large or large
        for candidate in chosen:
            used = tuple([marks[number] for number in candidate.marks])
            for touch in candidate.earnings:
                matches[touch.item.number] = Match(
                    touch,
                    used,
                    candidate.kind,
                    candidate.words,
                    key.credits[touch.credit],
                    candidate.earnings,
                    candidate.grouped,
                )
    unused = _unused(marks, matches.values())
    if any(one.touch.way.part is not None for one in matches.values()):
        unused = _use_other_parts(matches, unused, found)
    return Matching(matches, unused, any_large)


def _solved(key: PreparedKey, tangle: Tangle, found: Found) -> tuple[Sequence[Candidate], bool]:
    """The candidates chosen in a tangle, and whether a component in it was too large."""
    alone = list(singles(key, tangle.marks, found))
    if len(tangle.items) == 1 and len(tangle.marks) == 1:
        return better_alone(key, alone), False
    if len(tangle.items) == 1 and len(tangle.marks) < SMALL:
        # Pieces earn nine tenths at most: where a single mark earns all, they need not be tried.
        if not any(one.earnings[0].credit == key.one for one in alone):
            alone += splits(key, tangle.marks, found)
        return better_alone(key, alone), False
    return assign(key, (*alone, *splits(key, tangle.marks, found), *merges(key, tangle.marks, found)))


def _unused(marks: Iterable[Mark], matches: Iterable[Match]) -> tuple[Mark, ...]:
    used = {mark.number for one in matches for mark in (*one.marks, *one.beside)}
    return tuple([mark for mark in marks if mark.number not in used])


def _use_other_parts(matches: dict[int, Match], unused: tuple[Mark, ...], found: Found) -> tuple[Mark, ...]:
    """Give each broken answer, in turn, the unused marks on its other parts; what is unused then."""
    for number in sorted(matches):
        beside = _other_parts(matches[number], unused, found)
        if beside:
            matches[number] = matches[number]._replace(beside=beside)
            unused = tuple(mark for mark in unused if mark not in beside)
    return unused


def _other_parts(one: Match, free: Iterable[Mark], found: Found) -> tuple[Mark, ...]:
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


def _hedged(one: Match, rivals: Iterable[Mark], found: Found) -> Match:
    """The match with its label credit shared among all labels that were tried on the same words."""
    inside = {touch.item.number for touch in one.together}
    hedges = tuple(
        mark
        for mark in rivals
        if mark.label != one.label and all(touch.item.number in inside for touch in found[mark.number] if touch.credit)
    )
    if not hedges:
        return one
    decided = one.decided
    used = decided.target.pay[one.label]
    others = [min(used, _worth_of(decided, label)) for label in {mark.label for mark in hedges}]
    tried = 1 + len(others)
    mean = Fraction(used + sum(others), tried * used)
    return one._replace(credit=one.credit * mean, hedges=hedges) if mean < 1 else one


def _worth_of(decided: Touch, label: str) -> int:
    """Label credit × factor of another label on the matched target; a label that the item has counts at its best."""
    return decided.item.best_pay.get(label, decided.target.pay[label])
