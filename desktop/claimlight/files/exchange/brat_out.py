"""Write brat's standoff annotation: marks by code points, what goes over a line end in fragments, one for each line."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from claimlight.core.article import Span, Text
from claimlight.files.exchange.brat import NOTE
from claimlight.files.exchange.markings import Marking, Markings

_OWN_ID = re.compile(r"T[0-9]+")
_LINE_ENDS = re.compile(r"[\r\n]+")


def brat_lines(markings: Markings) -> str:
    """The `.ann` file for `markings`, which fit brat; the rest of its lines follows as they were.

    Ids stay where all are brat's, else marks are numbered.
    """
    ids = {mark.id: mark.id for mark in markings.marks}
    if not all(map(_OWN_ID.fullmatch, ids)):
        ids = {id: f"T{number}" for number, id in enumerate(ids, start=1)}
    numbers = {kind: count(_after(kind, markings.rest)) for kind in "RA#"}
    lines = [_mark(ids[mark.id], mark, markings.text) for mark in markings.marks]
    said = (each for mark in markings.marks for each in _said(mark, ids))
    lines += (f"{kind}{next(numbers[kind])}\t{rest}" for kind, rest in said)
    return "".join(f"{line}\n" for line in (*lines, *markings.rest))


def _after(kind: str, rest: Iterable[str]) -> int:
    """The first number that none of those lines has."""
    found = (re.match(rf"{kind}([0-9]+)\t", line) for line in rest)
    return max((int(one[1]) for one in found if one), default=0) + 1


def _mark(id: str, mark: Marking, text: Text) -> str:
    spans = [piece for span in mark.fragments for piece in _pieces(span, text)]
    places = ";".join(f"{span.start} {span.end}" for span in spans)
    words = " ".join(_LINE_ENDS.sub(" ", text[span]) for span in spans)
    return f"{id}\t{mark.label} {places}\t{words}"


def _pieces(span: Span, text: Text) -> Iterator[Span]:
    """`span` without the line ends inside it; those at its edges are pieces of their own."""
    start = span.start
    for found in _LINE_ENDS.finditer(text.text, span.start, span.end):
        if found.start() > start:
            yield Span(start, found.start())
        if found.start() == span.start or found.end() == span.end:
            yield Span(*found.span())
        start = found.end()
    if start < span.end or not span:
        yield Span(start, span.end)


def _said(mark: Marking, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Links; attributes of one word each as such; what is longer, or has several values, as a note of that type."""
    id = ids[mark.id]
    for link in mark.links:
        yield "R", f"{link.type} Arg1:{id} Arg2:{ids[link.target]}"
    for name, values in mark.attributes:
        if len(values) == 1 and not re.search(r"\s", values[0]):
            yield "A", f"{name} {id} {values[0]}".rstrip()
        else:
            yield from (("#", f"{name} {id}\t{value}") for value in values)
    if mark.note:
        yield "#", f"{NOTE} {id}\t{mark.note}"
