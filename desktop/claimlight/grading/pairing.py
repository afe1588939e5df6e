"""Pair the marks of two readers so that as many as possible agree: the best pairing, whatever order they come in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from claimlight.grading.labelled import Labelled, shared, size

NOBODY = -1
_parts = itemgetter(3)

Candidates = list[list[int]]
"""For each mark of one side, the numbers of the marks on the other that it may be paired with."""


@dataclass(frozen=True, slots=True)
class SortedMarks:
    """The marks of one reader, by where they begin. Make it once for a key that many works are compared with."""

    marks: tuple[Labelled, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    reach: tuple[int, ...]
    """How far the mark or any before it reaches: never falling, so that a search knows where to begin."""
    demanding: bool
    """Whether sharing a code point is not always enough: some mark is broken or long."""
    least_percent: float


def sort_marks(marks: Iterable[Labelled], least_percent: float = 1) -> SortedMarks:
    """Sort a key's marks. A pair must share at least `least_percent` of the key's mark, and at least a code point."""
    ordered = tuple(sorted(marks))
    ends = tuple(mark.end for mark in ordered)
    return SortedMarks(
        marks=ordered,
        starts=tuple(mark.start for mark in ordered),
        ends=ends,
        reach=tuple(accumulate(ends, max)),
        demanding=any(mark.parts or least_percent * size(mark) > 100 for mark in ordered),
        least_percent=least_percent,
    )


def overlaps(key: SortedMarks, work: Sequence[Labelled]) -> Candidates:
    """Which marks of `key` each mark of `work` overlaps enough to be paired with."""
    starts, ends, reach = key.starts, key.ends, key.reach
    options: Candidates = []
    for start, end, _, _ in work:
        first = bisect_right(reach, start)
        stop = bisect_left(starts, end, first)
        if stop - first < 2:
            options.append([first] if stop > first else [])
        else:
            options.append([at for at in range(first, stop) if ends[at] > start])
    if key.demanding or any(map(_parts, work)):
        return [[at for at in numbers if _enough(key, at, mark)] for numbers, mark in zip(options, work, strict=True)]
    return options


def _enough(key: SortedMarks, number: int, mark: Labelled) -> bool:
    keyed = key.marks[number]
    common = shared(keyed, mark)
    return common > 0 and 100 * common >= key.least_percent * size(keyed)


@dataclass(slots=True)
class Pairing:
    """Who is paired with whom, by number, both ways (NOBODY: with none), and which marks of the work correctly."""

    of_work: list[int]
    of_key: list[int]
    correct: list[int]

    @property
    def pairs(self) -> int:
        return len(self.of_work) - self.of_work.count(NOBODY)


def same_label(key: Sequence[Labelled], work: Sequence[Labelled], options: Candidates) -> Candidates:
    """The options with the same label."""
    return [[at for at in numbers if key[at][2] == mark[2]] for numbers, mark in zip(options, work, strict=True)]


def same_words(key: Sequence[Labelled], work: Sequence[Labelled], options: Candidates) -> Candidates:
    """The options with the same words."""
    return [
        [at for at in numbers if key[at][0] == start and key[at][1] == end and key[at][3] == parts]
        for numbers, (start, end, _, parts) in zip(options, work, strict=True)
    ]


def is_same_place(a: Labelled, b: Labelled) -> bool:
    return a[0] == b[0] and a[1] == b[1] and a[3] == b[3]


def pair_right(right: Candidates, options: Candidates, keyed: int) -> Pairing:
    """Pair with right options (`same_words`, or those of them with the same label), then as many others as possible.

    Marks with the same words have the same options, so it is no matter which of several are paired. `keyed` is the
    number of the key's marks.
    """
    pairing = Pairing([NOBODY] * len(options), [NOBODY] * keyed, [])
    for number, numbers in enumerate(right):
        for at in numbers:
            if pairing.of_key[at] == NOBODY:
                _join(pairing, number, at)
                pairing.correct.append(number)
                break
    extend(options, pairing, [pairing.of_work[number] for number in pairing.correct])
    return pairing


def pair_same_labels(
    key: Sequence[Labelled], work: Sequence[Labelled], options: Candidates, same: Candidates
) -> Pairing:
    """Pair as many marks of one label as possible, and with that, as many marks as possible. `same`: see `same_label`.

    The pairing of one-label marks gives a smallest cover of their graph (Kőnig). Every pairing with as many one-label
    pairs uses only edges that the cover prices exactly: one covered end for one label, none for two. Augmenting
    along those keeps what is covered paired, so the largest pairing among them is the one wanted.
    """
    pairing = Pairing([NOBODY] * len(work), [NOBODY] * len(key), [])
    extend(same, pairing)
    if NOBODY in pairing.of_work:
        extend(_priced(key, work, options, _cover(same, pairing)), pairing)
    pairing.correct.extend(
        number for number, at in enumerate(pairing.of_work) if at != NOBODY and key[at][2] == work[number][2]
    )
    return pairing


def extend(options: Candidates, pairing: Pairing, taken: Iterable[int] = ()) -> None:
    """Pair as many more as possible by augmenting paths. Who is paired stays so, maybe with another; not so `taken`.

    A search that fails has seen marks of the key that no later search can use: they are not looked at again, so that
    all failures together cost one look at each option.
    """
    of_key = pairing.of_key
    closed = set(taken)
    for number, numbers in enumerate(options):
        if pairing.of_work[number] != NOBODY:
            continue
        for at in numbers:
            if of_key[at] == NOBODY:
                _join(pairing, number, at)
                break
        else:
            if numbers and NOBODY in of_key:
                _augment(options, pairing, number, closed)


def _augment(options: Candidates, pairing: Pairing, number: int, closed: set[int]) -> None:
    reached_from: dict[int, int] = {}
    queue = [number]
    for mark in queue:
        for at in options[mark]:
            if at in closed or at in reached_from:
                continue
            reached_from[at] = mark
            owner = pairing.of_key[at]
            if owner == NOBODY:
                _flip(pairing, at, reached_from)
                return
            queue.append(owner)
    closed.update(reached_from)


def _flip(pairing: Pairing, at: int, reached_from: dict[int, int]) -> None:
    """Give each mark on the path to `at` the one that it reached, back to the mark that was alone."""
    while at != NOBODY:
        mark = reached_from[at]
        before = pairing.of_work[mark]
        _join(pairing, mark, at)
        at = before


def _join(pairing: Pairing, number: int, at: int) -> None:
    pairing.of_work[number] = at
    pairing.of_key[at] = number


def _priced(
    key: Sequence[Labelled], work: Sequence[Labelled], options: Candidates, cover: tuple[set[int], set[int]]
) -> Candidates:
    """The options with one covered end and the same label, or none and two labels."""
    of_work, of_key = cover
    return [
        [at for at in numbers if (number in of_work) + (at in of_key) == (key[at].label == work[number].label)]
        for number, numbers in enumerate(options)
    ]


def _cover(options: Candidates, pairing: Pairing) -> tuple[set[int], set[int]]:
    """The marks of a smallest cover: of the work what cannot be reached from a lonely mark, of the key what can."""
    queue = [number for number, partner in enumerate(pairing.of_work) if partner == NOBODY]
    seen, reached = set(queue), set[int]()
    for mark in queue:
        for at in options[mark]:
            if at not in reached:
                reached.add(at)
                seen.add(pairing.of_key[at])
                queue.append(pairing.of_key[at])
    return set(range(len(options))) - seen, reached
