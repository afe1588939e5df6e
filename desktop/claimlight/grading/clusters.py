"""Count pairs fast: most marks overlap one other mark or none, and need no search for the best pairing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimlight.grading.counts import Counts, Measures, SpanMeasures
from claimlight.grading.labelled import Labelled
from claimlight.grading.pairing import (
    Candidates,
    SortedMarks,
    is_same_place,
    overlaps,
    pair_right,
    pair_same_labels,
    same_label,
    same_words,
    sort_marks,
)


@dataclass(frozen=True, slots=True)
class KeyMarks:
    """A key made ready for many works."""

    sorted: SortedMarks
    per_label: Counter[str]


def sort_key(key: Iterable[Labelled], least_percent: float = 1) -> KeyMarks:
    """Make a key ready: a pair must share at least `least_percent` of the key's mark, and at least a code point."""
    marks = sort_marks(key, least_percent)
    return KeyMarks(marks, Counter(mark.label for mark in marks.marks))


def count_pairs(key: KeyMarks, work: Sequence[Labelled]) -> SpanMeasures:
    """Count the pairs of all measures at once, over all labels and for each."""
    marks = key.sorted.marks
    options = overlaps(key.sorted, work)
    rivals = [0] * len(marks)
    for numbers in options:
        for at in numbers:
            rivals[at] += 1
    found = _Found([], [], [], [0, 0, 0, 0])
    rest = _couples(found, marks, work, options, rivals)
    if rest:
        rest = _stars(found, marks, work, options, rest)
    if rest:
        _tangle(found, marks, [work[number] for number in rest], [options[number] for number in rest])
    return _measures(found, key.per_label, [mark[2] for mark in work], len(marks))


class _Found(NamedTuple):
    """What was found so far. The lists tell the label of each pair, where labels are looked at one by one."""

    equal: list[str]
    paired: list[str]
    typed: list[str]
    counts: list[int]
    """Over all labels: pairs with the same words and two labels; pairs under strict, exact and type."""

    def add(self, bounds: int, strict_pairs: int, exact_pairs: int, type_pairs: int) -> None:
        counts = self.counts
        counts[0] += bounds
        counts[1] += strict_pairs
        counts[2] += exact_pairs
        counts[3] += type_pairs


def _couples(
    found: _Found, marks: Sequence[Labelled], work: Sequence[Labelled], options: Candidates, rivals: list[int]
) -> list[int]:
    """Count where two marks overlap each other and no other. Returns the numbers of those that remain."""
    rest: list[int] = []
    equal, typed = found.equal, found.typed
    pairs = bounds = 0
    for number, numbers in enumerate(options):
        if not numbers:
            continue
        at = numbers[0]
        if rivals[at] > 1 or len(numbers) > 1:
            rest.append(number)
            continue
        pairs += 1
        keyed, mark = marks[at], work[number]
        if keyed[2] != mark[2]:
            bounds += is_same_place(keyed, mark)
            continue
        typed.append(mark[2])
        if keyed == mark:
            equal.append(mark[2])
    found.paired.extend(typed)
    found.add(bounds, pairs, pairs, pairs)
    return rest


def _stars(
    found: _Found, marks: Sequence[Labelled], work: Sequence[Labelled], options: Candidates, numbers: Sequence[int]
) -> list[int]:
    """Count where one mark is all that some others overlap: one pair, the best. Returns the numbers of the others."""
    rivals: dict[int, list[int]] = {}
    for number in numbers:
        for at in options[number]:
            rivals.setdefault(at, []).append(number)
    rest: list[int] = []
    for at, given in rivals.items():
        if max([len(options[number]) for number in given]) == 1:
            _star(found, marks[at], [work[number] for number in given])
        else:
            rest += [number for number in given if len(options[number]) == 1]
    for number in numbers:
        keyed = options[number]
        if len(keyed) > 1:
            if max([len(rivals[at]) for at in keyed]) == 1:
                _star(found, work[number], [marks[at] for at in keyed])
            else:
                rest.append(number)
    return rest


def _star(found: _Found, centre: Labelled, leaves: Sequence[Labelled]) -> None:
    label = centre[2]
    bounds = False
    if centre in leaves:
        found.equal.append(label)
        found.typed.append(label)
        found.paired.append(label)
    else:
        if label in [leaf[2] for leaf in leaves]:
            found.typed.append(label)
            found.paired.append(label)
        bounds = any(is_same_place(centre, leaf) for leaf in leaves)
    found.add(bounds, 1, 1, 1)


def _tangle(found: _Found, marks: Sequence[Labelled], work: Sequence[Labelled], options: Candidates) -> None:
    """Count where several overlap several: by the best pairing of each measure."""
    near = {at: place for place, at in enumerate(sorted({at for numbers in options for at in numbers}))}
    key = [marks[at] for at in near]
    options = [[near[at] for at in numbers] for numbers in options]
    same = same_label(key, work, options)
    bounds = same_words(key, work, options)
    equal = same_label(key, work, bounds)
    strict = pair_right(equal, options, len(key))
    exact = strict if bounds == equal else pair_right(bounds, options, len(key))
    apart = strict if same == options else pair_right(equal, same, len(key))
    typed = pair_same_labels(key, work, options, same)
    found.equal.extend([work[number][2] for number in strict.correct])
    found.paired.extend([work[number][2] for number, at in enumerate(apart.of_work) if at >= 0])
    found.typed.extend([work[number][2] for number in typed.correct])
    found.add(len(exact.correct) - len(strict.correct), strict.pairs, exact.pairs, typed.pairs)


def _measures(found: _Found, keyed: Counter[str], given: list[str], n_keyed: int) -> SpanMeasures:
    equal, _, typed, (bounds, strict, exact, type_pairs) = found
    right, same, n_given = len(equal), len(equal) + bounds, len(given)
    overall = Measures(
        Counts(right, strict - right, 0, n_keyed - strict, n_given - strict),
        Counts(same, exact - same, 0, n_keyed - exact, n_given - exact),
        Counts(same, 0, exact - same, n_keyed - exact, n_given - exact),
        Counts(len(typed), type_pairs - len(typed), 0, n_keyed - type_pairs, n_given - type_pairs),
    )
    labels = sorted(keyed.keys() | set(given))
    return SpanMeasures(
        overall, tuple([(label, _one_label(found, label, keyed[label], given.count(label))) for label in labels])
    )


def _one_label(found: _Found, label: str, keyed: int, given: int) -> Measures:
    """Where there is one label, strict and exact are the same, and every pair has the right type."""
    equal, pairs, typed = found.equal.count(label), found.paired.count(label), found.typed.count(label)
    strict = Counts(equal, pairs - equal, 0, keyed - pairs, given - pairs)
    partial = Counts(equal, 0, pairs - equal, keyed - pairs, given - pairs)
    return Measures(strict, strict, partial, Counts(typed, 0, 0, keyed - typed, given - typed))
