"""Which highlights were matched with which items, and what each match earned."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from claimlight.grading.assignment import SMALL, assign, better_alone
from claimlight.grading.candidates import Candidate, Kind, singles
from claimlight.grading.key import PreparedItem, PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.merges import merges
from claimlight.grading.ranges import Ranges
from claimlight.grading.splits import splits
from claimlight.grading.tangles import tangles
from claimlight.grading.touch import Touch


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
        return self.marks[0].shape.label

    @property
    def decided(self) -> Touch:
        """The touch that decided the credit: for a covered item that on the covering target, else its own."""
        return self.together[0] if self.kind is Kind.COVER else self.touch


class Matching(NamedTuple):
    """`matches` by item number. `large` says that some component was too large for all but single highlights."""

    matches: dict[int, Match]
    unused: tuple[Mark, ...]
    large: bool = False


def match(key: PreparedKey, marks: Sequence[Mark]) -> Matching:
    """Match marks with items."""
    matching = _by_sentence(key, marks) if key.by_sentence else _by_words(key, marks)
    rivals = _rivals(matching.unused)
    if not rivals:
        return matching
    matches = matching.matches
    for answer, against in rivals.items():
        one = matches.get(answer[0])
        if one is not None and one.decided.answer == answer:
            for number in [touch.item.number for touch in one.together] if one.kind is Kind.COVER else answer[:1]:
                matches[number] = _hedged(key, matches[number], against)
    return matching


def _rivals(unused: Iterable[Mark]) -> Mapping[tuple[int, int], list[Mark]]:
    """By target, the unused marks that would earn on it but for their label."""
    rivals: dict[tuple[int, int], list[Mark]] = {}
    for mark in unused:
        for answer in mark.shape.would_earn:
            rivals.setdefault(answer, []).append(mark)
    return rivals


def _by_sentence(key: PreparedKey, marks: Sequence[Mark]) -> Matching:
    """Every mark serves every item it earns on; the best one speaks for the item."""
    serving: defaultdict[int, list[tuple[Touch, Mark]]] = defaultdict(list)
    for mark in marks:
        for touch in mark.shape.alone:
            serving[touch.item.number].append((touch, mark))
    matches = {}
    for number, pairs in serving.items():
        (touch, mark), *others = sorted(pairs, key=lambda pair: (-pair[0].credit, pair[0].distance, pair[1].number))
        beside = tuple(other for _, other in others)
        credit = key.credits[touch.credit]
        matches[number] = Match(touch, (mark,), Kind.SINGLE, mark.shape.words, credit, (touch,), beside=beside)
    used = {mark.number for pairs in serving.values() for _, mark in pairs}
    return Matching(matches, tuple([mark for mark in marks if mark.number not in used]))


def _by_words(key: PreparedKey, marks: Sequence[Mark]) -> Matching:
    matches: dict[int, Match] = {}
    any_large = False
    for tangle in tangles(marks):
        some, items = tangle
        if len(items) == 1 and len(some) < SMALL:
            one = _alone(key, some[0]) if len(some) == 1 else _for_one_item(key, some, marks)
            if one is not None:
                matches[one.touch.item.number] = one
            continue
        pieces, too_many = splits(key, some)
        chosen, large = assign(key, (*singles(some), *pieces, *merges(key, some)))
        any_large = any_large or large or too_many
        for candidate in chosen:
            for touch in candidate.earnings:
                matches[touch.item.number] = _match(key, candidate, touch, marks)
    unused = _unused(marks, matches.values())
    if any(one.touch.way.part is not None for one in matches.values()):
        unused = _use_other_parts(matches, unused)
    return Matching(matches, unused, any_large)


def _match(key: PreparedKey, candidate: Candidate, touch: Touch, marks: Sequence[Mark]) -> Match:
    used = tuple([marks[number] for number in candidate.marks])
    credit = key.credits[touch.credit]
    return Match(touch, used, candidate.kind, candidate.words, credit, candidate.earnings, candidate.grouped)


def _alone(key: PreparedKey, mark: Mark) -> Match | None:
    """What a mark is matched with where neither it nor the item has another."""
    for touch in mark.shape.alone:
        if touch.item.worth or better_alone(key, list(singles((mark,)))):
            return _single(key, touch, mark)
    return None


def _single(key: PreparedKey, touch: Touch, mark: Mark) -> Match:
    return Match(touch, (mark,), Kind.SINGLE, mark.shape.words, key.credits[touch.credit], (touch,))


def _for_one_item(key: PreparedKey, some: Sequence[Mark], marks: Sequence[Mark]) -> Match | None:
    """The best match where `some` of the marks can earn only on one and the same item."""
    alone = [(touch, mark) for mark in some for touch in mark.shape.alone]
    # Pieces earn nine tenths at most: where a single mark earns all, they need not be tried.
    whole = any(touch.credit == key.one for touch, _ in alone)
    pieces = [] if whole else splits(key, some).candidates
    if pieces or not all(touch.item.worth for touch, _ in alone):
        for best in better_alone(key, (*singles(some), *pieces)):
            return _match(key, best, best.earnings[0], marks)
        return None
    return _single(key, *min(alone, key=_least)) if alone else None


def _least(pair: tuple[Touch, Mark]) -> tuple[int, int]:
    """Of single marks for one item, the best has the most credit and is nearest; of equals the first is taken."""
    return -pair[0].credit, pair[0].distance


def _unused(marks: Iterable[Mark], matches: Iterable[Match]) -> tuple[Mark, ...]:
    used = {mark.number for one in matches for mark in one.marks}
    return tuple([mark for mark in marks if mark.number not in used])


def _use_other_parts(matches: dict[int, Match], unused: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Give each broken answer, in turn, the unused marks on its other parts; what is unused then."""
    for number in sorted(matches):
        beside = _other_parts(matches[number], unused)
        if beside:
            matches[number] = matches[number]._replace(beside=beside)
            unused = tuple(mark for mark in unused if mark not in beside)
    return unused


def _other_parts(one: Match, free: Iterable[Mark]) -> tuple[Mark, ...]:
    """Of a broken answer matched by one part: marks of the same label that earn on another part."""
    part = one.touch.way.part
    if part is None:
        return ()
    return tuple(
        mark
        for mark in free
        if mark.shape.label == one.label
        and any(
            touch.target is one.touch.target and touch.way.part not in (None, part) and touch.credit
            for touch in mark.shape.touches
        )
    )


def _hedged(key: PreparedKey, one: Match, rivals: Iterable[Mark]) -> Match:
    """The match with its label credit shared among all labels that were tried on the same words."""
    inside = {touch.item.number for touch in one.together}
    hedges = [
        mark
        for mark in rivals
        if mark.shape.label != one.label
        and all(touch.item.number in inside for touch in mark.shape.touches if touch.credit)
    ]
    if not hedges:
        return one
    decided = one.decided
    used = decided.target.pay[one.label]
    tried = [used, *(min(used, _worth_of(decided, label)) for label in {mark.shape.label for mark in hedges})]
    if sum(tried) == len(tried) * used:
        return one
    credit = Fraction(one.touch.credit * sum(tried), key.one * len(tried) * used)
    return Match(
        one.touch, one.marks, one.kind, one.words, credit, one.together, one.grouped, one.beside, tuple(hedges)
    )


def _worth_of(decided: Touch, label: str) -> int:
    """Label credit × factor of another label on the matched target; a label that the item has counts at its best."""
    return decided.item.best_pay.get(label, decided.target.pay[label])
