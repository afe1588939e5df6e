"""Read brat's standoff annotation: a `.ann` file of lines with ids, on the text in the `.txt` file beside it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from claimlight.core.annotation import Link
from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import (
    Marking,
    Markings,
    Remark,
    refuse_impossible,
    refuse_twins,
    remark,
)
from claimlight.files.reading import decode, read_bytes

_MARK = re.compile(r"(T\d+)\t(\S+) ([^\t]*)(?:\t(.*))?")
_OWN = re.compile(r"T\d+\t")
_OTHER = re.compile(r"(?:([EAMNR#])\d+|(\*))\t")
_RELATION = re.compile(r"(R\d+)\t(\S+) \S+?:(T\d+) \S+?:(T\d+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(\S+) (T\d+)(?: (\S+))?\s*")
_NOTE = re.compile(r"#\d+\t(\S+) (T\d+)\t(.*)")
NOTE = "AnnotatorNotes"
"""The type that brat gives to what an annotator writes about a mark."""
_KINDS = {
    "R": "relation",
    "*": "relation",
    "E": "event",
    "A": "attribute",
    "M": "attribute",
    "N": "normalization",
    "#": "note",
}


def read_brat(path: Path, text: Text) -> Markings:
    """The marks in `path`, in code points, discontinuous ones with all their fragments.

    Positions are believed, also where other words stand there than the file says (a warning). Relations between two
    marks become links; attributes and notes of marks are theirs, a note that is no annotator's under the name of its
    type. Events, normalizations, whatever else leads elsewhere, and stray lines are kept and named in remarks. Raises
    WorkError or LessonError: a position is not in the text, a mark has no label or place, two have one id, or no line
    is brat's.
    """
    marks: list[Marking] = []
    others: list[tuple[int, str]] = []
    differ: list[Remark] = []
    for number, line in _lines(decode(read_bytes(path), path.name)):
        if not _OWN.match(line):
            others.append((number, line))
            continue
        mark, said = _mark(line, path.name, number, text)
        marks.append(mark)
        if said and _squeezed(said) != _squeezed(" ".join(text[span] for span in mark.fragments)):
            differ.append(remark("words-differ", name=mark.id, line=number))
    kinds = Counter(kind for _, line in others if (kind := _kind(line)))
    if others and not marks and not kinds:
        raise WorkError("not-brat", file=path.name)
    refuse_twins(tuple(marks))
    said_of = _Said({mark.id: mark for mark in marks})
    rest = tuple((number, line) for number, line in others if not said_of.takes(line))
    stray = [remark("stray-line", line=number) for number, line in rest if not _kind(line)]
    left = Counter(kind for _, line in rest if (kind := _kind(line)))
    return Markings(
        text,
        path.stem,
        said_of.marks(),
        (*differ, *stray, *(remark(f"{kind}-kept", count=count) for kind, count in sorted(kinds.items()))),
        tuple(line for _, line in others),
        (*differ, *stray, *(remark(f"{kind}-left", count=count) for kind, count in sorted(left.items()))),
        tuple(line for _, line in rest),
    )


class _Said:
    """What the lines beside the marks say about them."""

    def __init__(self, marks: dict[str, Marking]) -> None:
        self._marks = marks

    def takes(self, line: str) -> bool:
        """Whether `line` is about a mark, and something that marks can have."""
        if found := _RELATION.fullmatch(line):
            id, type, source, target = found.groups()
            if source in self._marks and target in self._marks:
                mark = self._marks[source]
                self._marks[source] = replace(mark, links=(*mark.links, Link(id, type, target)))
                return True
        elif (found := _ATTRIBUTE.fullmatch(line) or _NOTE.fullmatch(line)) and found[2] in self._marks:
            name, id, value = found.groups()
            mark = self._marks[id]
            if name == NOTE and line.startswith("#"):
                self._marks[id] = replace(mark, note=f"{mark.note}; {value}" if mark.note else value)
            else:
                values = dict(mark.attributes)
                values[name] = (*values.get(name, ()), value or "")
                self._marks[id] = replace(mark, attributes=tuple(sorted(values.items())))
            return True
        return False

    def marks(self) -> tuple[Marking, ...]:
        return tuple(self._marks.values())


def _kind(line: str) -> str:
    """What a line is that is no mark; "" where brat has nothing like it."""
    other = _OTHER.match(line)
    return _KINDS[other[1] or other[2]] if other else ""


def _lines(content: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), start=1):
        if line.strip():
            yield number, line.removesuffix("\r")


def _mark(line: str, file: str, number: int, text: Text) -> tuple[Marking, str]:
    """The mark in the line, and the words that the file says it is on."""
    found = _MARK.fullmatch(line)
    if found is None:
        raise WorkError("brat-bad-line", file=file, line=number)
    id, label, places, said = found.groups()
    return Marking(id, label, tuple(_fragment(place, id, text) for place in places.split(";"))), said or ""


def _fragment(place: str, id: str, text: Text) -> Span:
    numbers = [int(each) if re.fullmatch(r"-?[0-9]+", each) else None for each in place.split()]
    start, end = numbers if len(numbers) == 2 else (None, None)
    span = Span(start, end)  # type: ignore[arg-type]  # looked at by refuse_impossible
    refuse_impossible(span, len(text.text), id)
    return span


def _squeezed(words: str) -> str:
    """Without blanks: brat writes one for a line end, and one between fragments."""
    return "".join(words.split())
