"""Judge what was said of the items that were found: sources, evidence, links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from fractions import Fraction

from claimlight.grading.asked import EACH, SOURCE, SPAN, SYMMETRIC, Asked
from claimlight.grading.key import PreparedKey
from claimlight.grading.marks import Mark, Marks
from claimlight.grading.matching import Match, Matching
from claimlight.grading.receipt import AskedVerdict, Reason, Rule

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class _LinkType:
    """The links of one type from one item: those that are right, how many are wrong or missing, where they lead."""

    type: str
    right: int
    faults: int
    wrong: int
    given: tuple[str, ...]
    accepted: tuple[str, ...]


def judge_asked(
    key: PreparedKey, asked: Asked, marks: Marks, matching: Matching
) -> dict[int, tuple[AskedVerdict, ...]]:
    """By item number, for each item that was matched. A verdict's `points` are for an item that earns 1 otherwise."""
    links = _Links(key, asked, marks, matching)
    return {
        number: tuple(_shared_out(tuple(_attributes(asked, number, match)), tuple(links.of(number, match))))
        for number, match in matching.matches.items()
    }


def _attributes(asked: Asked, number: int, match: Match) -> Iterator[AskedVerdict]:
    """Only the first piece speaks for a split."""
    said = match.marks[0].annotation
    for name, right in asked.attributes[number]:
        given = tuple(value for value in said.attribute(name) if value.strip())
        credit = asked.attribute_credit(name, right, given)
        yield AskedVerdict(name, given, right, credit, Fraction(0), _reason_of_attribute(name, given, credit))


def _reason_of_attribute(name: str, given: tuple[str, ...], credit: Fraction) -> Reason:
    if credit == 1:
        return Reason(Rule.SAID_RIGHT)
    if name == SOURCE:
        return Reason(Rule.SOURCE_WRONG if given else Rule.SOURCE_OPEN)
    return Reason(Rule.EVIDENCE_WRONG if given else Rule.EVIDENCE_OPEN)


def _shared_out(attributes: tuple[AskedVerdict, ...], links: tuple[_LinkType, ...]) -> Iterator[AskedVerdict]:
    """Each verdict with the part of the item's credit that it takes away (0 or less)."""
    parts = SPAN + EACH * bool(attributes) + EACH * bool(links)
    for one in attributes:
        lost = EACH * (_ONE - one.credit) / (len(attributes) * parts)
        yield AskedVerdict(one.name, one.given, one.accepted, one.credit, -lost, one.reason)
    judged = sum(one.right + one.faults for one in links)
    for link in links:
        lost = Fraction(EACH * link.faults, judged * parts)
        credit = Fraction(link.right, link.right + link.faults)
        yield AskedVerdict(link.type, link.given, link.accepted, credit, -lost, _reason_of_links(link))


def _reason_of_links(link: _LinkType) -> Reason:
    missing = link.faults - link.wrong
    if not link.faults:
        return Reason(Rule.SAID_RIGHT)
    return Reason(Rule.LINKS_WRONG if link.wrong else Rule.LINKS_OPEN, (("missing", missing), ("wrong", link.wrong)))


class _Links:
    """All links of a piece of work between what was matched.

    A link whose keyed end was not found is not judged, nor one to a mark that came close to such an end, nor one that
    cannot be drawn because one mark serves both items. A right link of a symmetric type counts from both ends; a wrong
    one only from where it starts, and there once, for the first item that its mark serves.
    """

    def __init__(self, key: PreparedKey, asked: Asked, marks: Marks, matching: Matching) -> None:
        self.key, self.asked, self.matching = key, asked, matching
        self.marks = marks.counted
        self.numbers = marks.numbers()
        self.serves: defaultdict[int, set[int]] = defaultdict(set)
        for number, match in matching.matches.items():
            for mark in _all_marks(match):
                self.serves[mark.number].add(number)
        self.drawn = {mark.number: self._drawn(mark) for mark in self.marks if mark.annotation.links}

    def _drawn(self, mark: Mark) -> frozenset[tuple[str, int]]:
        """The asked links from a mark, each once: type and the number of the mark at the other end."""
        return frozenset(
            (link.type, self.numbers[link.target])
            for link in mark.annotation.links
            if link.type in self.asked.link_types and link.target in self.numbers
        )

    def of(self, number: int, match: Match) -> Iterator[_LinkType]:
        """The links from one item, type by type, where there is anything to judge."""
        own = {mark.number for mark in _all_marks(match)}
        drawn = {(type, end, mark) for mark in own for type, end in self.drawn.get(mark, ()) if end not in own}
        keyed = self.asked.links.get(number, frozenset())
        judged = {(type, other) for type, other in keyed if other in self.matching.matches}
        right = {link for link in judged if self._is_drawn(link, drawn, own)}
        missing = {link for link in judged - right if not own & self._marks_of(link[1])}
        wrong = set(self._wrong(number, own, drawn))
        for type in sorted(self.asked.link_types):
            faults = sum(link[0] == type for link in (*missing, *wrong))
            hits = sum(link[0] == type for link in right)
            if faults or hits:
                ends = sorted({end for its_type, end, _ in drawn if its_type == type})
                yield _LinkType(
                    type,
                    hits,
                    faults,
                    sum(link[0] == type for link in wrong),
                    tuple(self.marks[end].annotation.id for end in ends),
                    tuple(self.key.items[other].item.id for its_type, other in sorted(judged) if its_type == type),
                )

    def _marks_of(self, number: int) -> Set[int]:
        return {mark.number for mark in _all_marks(self.matching.matches[number])}

    def _is_drawn(self, link: tuple[str, int], drawn: Iterable[tuple[str, int, int]], own: Set[int]) -> bool:
        type, other = link
        if any(its_type == type and other in self.serves.get(end, ()) for its_type, end, _ in drawn):
            return True
        back = ((mark, self.drawn.get(mark, frozenset())) for mark in self._marks_of(other) - own)
        return type in SYMMETRIC and any((type, mine) in ends for _, ends in back for mine in own)

    def _wrong(
        self, number: int, own: Set[int], drawn: Iterable[tuple[str, int, int]]
    ) -> Iterator[tuple[str, frozenset[int]]]:
        """Wrong links, those to several marks of one answer as one."""
        for type, end, mark in drawn:
            if number != min(self.serves[mark]):
                continue
            partners = {partner for one in own for partner in self.serves[one]}
            fits = {other for partner in partners for its, other in self.asked.links.get(partner, ()) if its == type}
            served = self.serves.get(end)
            if served:
                if not fits & served:
                    yield type, frozenset(served)
            elif not self._is_beyond_judging(end, fits):
                yield type, frozenset((-1 - end,))

    def _is_beyond_judging(self, end: int, fits: Set[int]) -> bool:
        """Whether an unused mark is on a worked example, or came close to an answer that the link should lead to."""
        return any(
            touch.item.number in fits or (self.key.is_example(touch.item) and touch.boundary > 0)
            for touch in self.marks[end].shape.touches
        )


def _all_marks(match: Match) -> Iterator[Mark]:
    yield from match.marks
    yield from match.beside
