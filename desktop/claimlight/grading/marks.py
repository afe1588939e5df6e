"""A student's highlights as the grader sees them: words instead of code points, each run of words once a label."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from claimlight.core.annotation import Annotation
from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.grading.key import PreparedKey
from claimlight.grading.shapes import Shape, shape_of


class Mark(NamedTuple):
    """A highlight that counts. `number` is its place in the canonical order: by range, then label."""

    number: int
    annotation: Annotation
    shape: Shape


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


def read_marks(key: PreparedKey, annotations: Iterable[Annotation]) -> Marks:
    """Sort out a student's highlights, whatever their order. Raises WorkError for one that cannot be on this text."""
    given = tuple(annotations)
    shapes = _shapes(key, given)
    ordered = sorted([(shape.order, at) for at, shape in enumerate(shapes) if shape.size])
    ignored = tuple([one for one, shape in zip(given, shapes, strict=True) if not shape.size])
    if len({order for order, _ in ordered}) < len(ordered):
        return _with_repeats(ordered, given, shapes, ignored)
    counted = [Mark(number, given[at], shapes[at]) for number, (_, at) in enumerate(ordered)]
    return Marks(tuple(counted), (), ignored)


def _with_repeats(
    ordered: Iterable[tuple[int, int]],
    given: Sequence[Annotation],
    shapes: Sequence[Shape],
    ignored: tuple[Annotation, ...],
) -> Marks:
    """Of highlights with the same words and label one is a mark: which, does not ask when they arrived.

    Links count by where they lead, not by the id there, so that renaming changes nothing.
    """
    places = {one.id: shape.order for one, shape in zip(given, shapes, strict=True)}

    def order(at: int) -> tuple[object, ...]:
        one = given[at]
        links = sorted((link.type, places[link.target], link.id) for link in one.links)
        return one.span.start, one.span.end, one.attributes, links, one.id

    counted: list[Mark] = []
    repeats: list[tuple[Annotation, int]] = []
    for _, same in groupby(ordered, key=itemgetter(0)):
        first, *others = sorted([at for _, at in same], key=order)
        repeats += [(given[at], len(counted)) for at in others]
        counted.append(Mark(len(counted), given[first], shapes[first]))
    return Marks(tuple(counted), tuple(repeats), ignored)


def _shapes(key: PreparedKey, given: Sequence[Annotation]) -> list[Shape]:
    """The shape of each highlight."""
    known, length, labels = key.shapes.get, len(key.text.text), key.labels
    ids = {one.id for one in given}
    shapes = []
    for one in given:
        label, span, exact, shape = one.label, one.span, one.quote.exact, None
        start, end = span.start, span.end
        if type(start) is int and type(end) is int:
            shape = known((start, end, label))
            if shape is None and 0 <= start <= end <= length and label in labels:
                shape = shape_of(key, label, span)
        if shape is None or (exact and exact != shape.exact) or (one.links and _fault_of_links(one, ids)):
            raise _first_fault(key, given, ids)
        shapes.append(shape)
    return shapes


def _first_fault(key: PreparedKey, given: Iterable[Annotation], ids: set[str]) -> WorkError:
    """The first of several reasons by code and highlight, so that the order of arrival is no matter."""
    text, length, labels = key.text.text, len(key.text.text), key.labels
    code, id, label = min(
        (fault, one.id, one.label)
        for one in given
        if (fault := _fault(one, text, length, labels) or _fault_of_links(one, ids))
    )
    return WorkError(code, highlight=id, label=label)


def _fault(one: Annotation, text: str, length: int, labels: Container[str]) -> str:
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
