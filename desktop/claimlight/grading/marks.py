"""A student's highlights as the grader sees them: words instead of code points, each run of words once a label."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimlight.core.annotation import Annotation
from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.grading.key import PreparedKey
from claimlight.grading.ranges import Range, Ranges


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight that counts. `number` is its place in the canonical order: by range, then label."""

    number: int
    annotation: Annotation
    range: Range

    @property
    def label(self) -> str:
        return self.annotation.label

    @property
    def size(self) -> int:
        """Words marked."""
        return self.range.stop - self.range.start

    @property
    def words(self) -> Ranges:
        return (self.range,)


@dataclass(frozen=True, slots=True)
class Marks:
    """All highlights of a piece of work: those that count, and those told but not punished."""

    counted: tuple[Mark, ...]
    repeats: tuple[Annotation, ...]
    ignored: tuple[Annotation, ...]
    """Highlights that cover no word."""


def read_marks(key: PreparedKey, annotations: Iterable[Annotation]) -> Marks:
    """Sort out a student's highlights, whatever their order. Raises WorkError for one that cannot be on this text."""
    given = tuple(annotations)
    _refuse_impossible(key, given)
    ranged = sorted(((key.words.covered(one.span), one) for one in given), key=_canonical)
    counted: list[Mark] = []
    repeats: list[Annotation] = []
    ignored: list[Annotation] = []
    for run, annotation in ranged:
        if run.start == run.stop:
            ignored.append(annotation)
        elif counted and (counted[-1].range, counted[-1].annotation.label) == (run, annotation.label):
            repeats.append(annotation)
        else:
            counted.append(Mark(len(counted), annotation, run))
    return Marks(tuple(counted), tuple(repeats), tuple(ignored))


def _canonical(ranged: tuple[Range, Annotation]) -> tuple[object, ...]:
    run, one = ranged
    links = sorted((link.type, link.target, link.id) for link in one.links)
    return run, one.label, one.span.start, one.span.end, one.attributes, links, one.id


def _refuse_impossible(key: PreparedKey, annotations: tuple[Annotation, ...]) -> None:
    """Give the first of several reasons by code and highlight, so that the order of arrival is no matter."""
    faults = [(fault, one.id, one.label) for one in annotations if (fault := _fault(key, one))]
    if faults:
        code, id, label = min(faults)
        raise WorkError(code, highlight=id, label=label)


def _fault(key: PreparedKey, one: Annotation) -> str:
    fault = fault_of_span(one.span, len(key.text.text))
    if fault:
        return fault
    if one.label not in key.labels:
        return "highlight-label-unknown"
    changed = one.quote.exact and key.text[one.span] != one.quote.exact
    return "highlight-text-changed" if changed else ""


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
