"""Krippendorff's alpha for units of a continuum: do annotators mark the same stretches under the same label?

K. Krippendorff, "Measuring the reliability of qualitative text analysis data", Quality & Quantity 38 (2004), 787-800.
Positions are whole numbers in any one unit; here they are code points.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from claimlight.core.article import Span
from claimlight.grading.estimate import Draws, Estimate, Undefined, undefined, with_interval

StretchOf = Callable[[int], int]
"""The number of the stretch of text that a position lies in."""


@dataclass(frozen=True, slots=True)
class UnitizingAlpha:
    """Over all labels together, and for each (sorted by label)."""

    overall: Estimate
    labels: tuple[tuple[str, Estimate], ...]


@dataclass(frozen=True, slots=True)
class _Disagreement:
    """Of one label: what was observed, by the position where its unit begins, and what chance would give."""

    observed: tuple[tuple[int, Fraction], ...]
    expected: Fraction
    units: int


def unitizing_alpha(
    continuum: Span,
    works: Sequence[Mapping[str, Iterable[Span]]],
    stretch_of: StretchOf = lambda _: 0,
    draws: Draws = (),
) -> UnitizingAlpha:
    """Alpha over `works`: by annotator, the units of each label within `continuum`.

    Units of one annotator and label that overlap are joined, for the measure divides the continuum into units and gaps;
    units that only touch stay two. Not defined for fewer than two annotators, or without units. The interval draws
    stretches of the text with replacement, each with the disagreement over the units that begin in it, and leaves the
    expected disagreement as it is. `n` counts units.
    """
    labels = sorted({label for work in works for label in work})
    if len(works) < 2:
        nothing = undefined(Undefined.ONE_ANNOTATOR)
        return UnitizingAlpha(nothing, tuple((label, nothing) for label in labels))
    found = {label: _disagreement(continuum, [_joined(work.get(label, ())) for work in works]) for label in labels}
    return UnitizingAlpha(
        _alpha(tuple(found.values()), stretch_of, draws),
        tuple((label, _alpha((each,), stretch_of, draws)) for label, each in found.items()),
    )


def _alpha(parts: tuple[_Disagreement, ...], stretch_of: StretchOf, draws: Draws) -> Estimate:
    expected = sum((part.expected for part in parts), Fraction(0))
    units = sum(part.units for part in parts)
    if not expected:
        return undefined(Undefined.NO_VARIATION if units else Undefined.NO_MARKS, units)
    observed = sum((found for part in parts for _, found in part.observed), Fraction(0))
    estimate = Estimate(float(1 - observed / expected), n=units)
    if not draws:
        return estimate
    shares = [0.0] * len(draws[0])
    for part in parts:
        for begin, found in part.observed:
            shares[stretch_of(begin)] += float(found / expected)
    return with_interval(
        estimate, draws, lambda weights: 1 - sum(share * weight for share, weight in zip(shares, weights, strict=True))
    )


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The units in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _disagreement(continuum: Span, works: Sequence[tuple[Span, ...]]) -> _Disagreement:
    length, annotators = len(continuum), len(works)
    scale = annotators * (annotators - 1) * length * length
    observed = tuple((begin, Fraction(found, scale)) for begin, found in _observed(works))
    return _Disagreement(observed, _expected(continuum, works), sum(map(len, works)))


def _observed(works: Sequence[tuple[Span, ...]]) -> Iterable[tuple[int, int]]:
    """For each place of a unit: where it begins, and the squared differences from all other annotators.

    Units at the same place are counted together, with the annotators who have one as the bits of a number. Two units
    that overlap differ by the squares of the distances of their begins and of their ends. A unit in a gap of another
    annotator differs by the square of its length, and so does, seen from there, the gap from the unit.
    """
    owners: dict[Span, int] = {}
    for number, units in enumerate(works):
        for unit in units:
            owners[unit] = owners.get(unit, 0) | 1 << number
    places = sorted(owners)
    starts = [place.start for place in places]
    reach = list(accumulate((place.end for place in places), max))
    for place in places:
        mine = owners[place].bit_count()
        total = met = 0
        for other in places[bisect_left(reach, place.start + 1) : bisect_left(starts, place.end)]:
            if other.end > place.start:
                met |= owners[other]
                square = (place.start - other.start) ** 2 + (place.end - other.end) ** 2
                total += mine * owners[other].bit_count() * square
        yield place.start, total + 2 * mine * (len(works) - met.bit_count()) * len(place) ** 2


def _expected(continuum: Span, works: Sequence[tuple[Span, ...]]) -> Fraction:
    """What units and gaps of these lengths would differ by if they were thrown anywhere."""
    length, annotators = len(continuum), len(works)
    sizes = [len(unit) for units in works for unit in units]
    gaps = sorted(gap for units in works for gap in _gaps(continuum, units))
    beyond = [0, *accumulate(reversed(gaps))][::-1]
    total = 0
    for size in sizes:
        first = bisect_left(gaps, size)
        room = beyond[first] + (len(gaps) - first) * (1 - size)
        total += (len(sizes) - 1) * (2 * size**3 - 3 * size**2 + size) + 3 * size * size * room
    ways = annotators * length * (annotators * length - 1) - sum(size * (size - 1) for size in sizes)
    return Fraction(2 * total, 3 * length * ways) if sizes and ways else Fraction(0)


def _gaps(continuum: Span, units: tuple[Span, ...]) -> Iterable[int]:
    """The lengths of what lies before, between and after the units."""
    edges = [continuum.start, *(edge for unit in units for edge in (unit.start, unit.end)), continuum.end]
    return (end - start for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start)
