"""A student's highlights as the grader sees them: words instead of code points, each run of words once a label."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from claimlight.core.annotation import Annotation
from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.grading.key import PreparedKey
from claimlight.grading.ranges import Range, Ranges


class Mark(NamedTuple):
    """A highlight that counts. `number` is its place in the canonical order: by range, then label."""

    number: int
    annotation: Annotation
    label: str
    range: Range
    words: Ranges
    size: int
    """Words marked."""


@dataclass(frozen=True, slots=True)
class Marks:
    """All highlights of a piece of work: those that count, and those told but not punished."""

    counted: tuple[Mark, ...]
    repeats: tuple[tuple[Annotation, int], ...]
    """Each with the number of the mark that it repeats."""
    ignored: tuple[Annotation, ...]
    """Highlights that cover no word."""

    def numbers(self) -> dict[str, int]:
        """By a highlight's id, the number of the mark that it is or repeats."""
        return {mark.annotation.id: mark.number for mark in self.counted} | {one.id: to for one, to in self.repeats}


_Row = tuple[int, int, str, int]
"""A highlight's range and label, and its place among those given."""


def read_marks(key: PreparedKey, annotations: Iterable[Annotation]) -> Marks:
    """Sort out a student's highlights, whatever their order. Raises WorkError for one that cannot be on this text."""
    given = tuple(annotations)
    _refuse_impossible(key, given)
    covered = key.words.covered
    rows = sorted([(*covered(one.span), one.label, at) for at, one in enumerate(given)])
    counted: list[Mark] = []
    repeats: list[tuple[Annotation, int]] = []
    ignored: list[Annotation] = []
    previous: tuple[int, int, str] | None = None
    for start, stop, label, at in _with_first_repeats_first(rows, given):
        if start == stop:
            ignored.append(given[at])
        elif (start, stop, label) == previous:
            repeats.append((given[at], len(counted) - 1))
        else:
            previous = start, stop, label
            run = Range(start, stop)
            counted.append(Mark(len(counted), given[at], label, run, (run,), stop - start))
    return Marks(tuple(counted), tuple(repeats), tuple(ignored))


def _with_first_repeats_first(rows: list[_Row], given: Sequence[Annotation]) -> Iterable[_Row]:
    """The rows in order; those with the same words and label in an order that does not ask when they arrived."""
    if all(one[:3] != other[:3] for one, other in pairwise(rows)):
        return rows
    places = {given[row[3]].id: row[:3] for row in rows}
    return _canonical(rows, given, places)


def _canonical(
    rows: list[_Row], given: Sequence[Annotation], places: dict[str, tuple[int, int, str]]
) -> Iterator[_Row]:
    """Links count by where they lead, not by the id there, so that renaming changes nothing."""

    def order(row: _Row) -> tuple[object, ...]:
        one = given[row[3]]
        links = sorted((link.type, places[link.target], link.id) for link in one.links)
        return one.span.start, one.span.end, one.attributes, links, one.id

    for _, same in groupby(rows, key=lambda row: row[:3]):
        yield from sorted(same, key=order)


def _refuse_impossible(key: PreparedKey, annotations: tuple[Annotation, ...]) -> None:
    """Give the first of several reasons by code and highlight, so that the order of arrival is no matter."""
    text, length, labels = key.text.text, len(key.text.text), key.labels
    ids = {one.id for one in annotations}
    faults = [
        (fault, one.id, one.label)
        for one in annotations
        if (fault := _fault(one, text, length, labels) or _fault_of_links(one, ids))
    ]
    if faults:
        code, id, label = min(faults)
        raise WorkError(code, highlight=id, label=label)


def _fault(one: Annotation, text: str, length: int, labels: frozenset[str]) -> str:
    start, end = one.span.start, one.span.end
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= length:
        return fault_of_span(one.span, length)
    if one.label not in labels:
        return "highlight-label-unknown"
    changed = one.quote.exact and text[start:end] != one.quote.exact
    return "highlight-text-changed" if changed else ""


def _fault_of_links(one: Annotation, ids: set[str]) -> str:
    lost = one.links and any(link.target not in ids for link in one.links)
    return "highlight-link-to-nothing" if lost else ""


def fault_of_span(span: Span, length: int) -> str:
    """The error code of a span that cannot be in a text of `length` code points, or ""."""
    start, end = span.start, span.end
    if type(start) is not int or type(end) is not int:
        return "highlight-not-integers"
    if start < 0 or end < 0:
        return "highlight-negative"
    if end < start:
        return "highlight-reversed"
    return "highlight-beyond-text" if end > length else ""
