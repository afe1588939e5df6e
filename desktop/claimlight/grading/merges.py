"""One highlight over several answers: two that stand together, a group under one verb, or what a target covers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from claimlight.grading import boundary
from claimlight.grading.candidates import Candidate, Kind
from claimlight.grading.key import PreparedKey
from claimlight.grading.marks import Mark
from claimlight.grading.ranges import Ranges, count, shared, union
from claimlight.grading.touch import Touch, preference


def merges(key: PreparedKey, marks: Iterable[Mark]) -> Iterator[Candidate]:
    """Every mark that earns on several items at once."""
    for mark in marks:
        its_touches = mark.shape.touches
        if len(its_touches) > 1:
            yield from _merges_of(key, mark, its_touches)
        for touch in its_touches:
            if touch.target.covers and touch.credit and not key.is_example(touch.item):
                yield from _cover(key, mark, touch, its_touches)


def _merges_of(key: PreparedKey, mark: Mark, touches: Iterable[Touch]) -> Iterator[Candidate]:
    reached: defaultdict[str, dict[int, Touch]] = defaultdict(dict)
    for touch in touches:
        if touch.target.number == 0 and 5 * touch.caught >= 4 * touch.way.size and not key.is_example(touch.item):
            of_label = reached[touch.item.item.label]
            known = of_label.get(touch.item.number)
            if known is None or _nearness(touch) < _nearness(known):
                of_label[touch.item.number] = touch
    for of_label in reached.values():
        together = [of_label[number] for number in sorted(of_label)]
        grouped = _one_group(together)
        if grouped or len(together) == 2:
            earnings = tuple(_earnings(mark, together, grouped))
            if all(touch.credit for touch in earnings):
                yield Candidate((mark.number,), Kind.MERGE, mark.shape.words, earnings, grouped)


def _nearness(touch: Touch) -> tuple[int, int]:
    return touch.distance, -1 if touch.way.part is None else touch.way.part


def _one_group(together: Sequence[Touch]) -> bool:
    groups = {touch.item.item.group for touch in together}
    return len(together) > 1 and len(groups) == 1 and "" not in groups


def _earnings(mark: Mark, together: Sequence[Touch], grouped: bool) -> Iterator[Touch]:
    """What the mark earns on each; nothing where more than 30 % of its words belong to none."""
    outer = union(run for touch in together for run in touch.target.outer)
    inside = shared(mark.shape.words, outer)
    part = _shared_boundary(mark, together, inside) if grouped else boundary.HALF
    if 10 * (mark.shape.size - inside) > 3 * mark.shape.size:
        part = boundary.NONE
    for touch in together:
        yield touch._replace(boundary=part, credit=part * touch.target.pay[mark.shape.label])


def _shared_boundary(mark: Mark, together: Sequence[Touch], inside: int) -> int:
    """Boundary credit against all cores, outers and must-words as one."""
    core = union(run for touch in together for run in touch.way.core)
    must = union(run for touch in together for run in touch.target.must)
    lacks = shared(mark.shape.words, must) < count(must)
    return boundary.boundary_credit(count(core), mark.shape.size, shared(mark.shape.words, core), inside, lacks)


def _cover(key: PreparedKey, mark: Mark, touch: Touch, touches: Iterable[Touch]) -> Iterator[Candidate]:
    """The mark on the covering target (on the best way of it), with the same credit on each item that this covers."""
    if any(preference(other) < preference(touch) for other in touches if other.answer == touch.answer):
        return
    covered = (_covered(key, number, mark.shape.words, touch) for number in touch.target.covers)
    yield Candidate((mark.number,), Kind.COVER, mark.shape.words, (touch, *covered))


def _covered(key: PreparedKey, number: int, words: Ranges, covering: Touch) -> Touch:
    """What is told of a covered item is its own; what it earns is the covering target's."""
    item = key.items[number]
    way = item.main.whole
    return Touch(item, item.main, way, shared(words, way.core), covering.boundary, covering.credit, 0, (number, 0))
