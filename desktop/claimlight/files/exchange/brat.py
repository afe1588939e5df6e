"""Read brat's standoff annotation: a `.ann` file of lines with ids, on the text in the `.txt` file beside it."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

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

    Positions are believed, also where other words stand there than the file says (a warning). Relations, events,
    attributes, notes and stray lines are kept and named in remarks. Raises WorkError or LessonError: a position is not
    in the text, a mark has no label or place, two have one id, or no line is brat's.
    """
    marks: list[Marking] = []
    kept: list[str] = []
    remarks: list[Remark] = []
    others: Counter[str] = Counter()
    for number, line in _lines(decode(read_bytes(path), path.name)):
        if _OWN.match(line):
            mark, said = _mark(line, path.name, number, text)
            marks.append(mark)
            if said and _squeezed(said) != _squeezed(" ".join(text[span] for span in mark.fragments)):
                remarks.append(remark("words-differ", name=mark.id, line=number))
            continue
        kept.append(line)
        if other := _OTHER.match(line):
            others[_KINDS[other[1] or other[2]]] += 1
        else:
            remarks.append(remark("stray-line", line=number))
    if kept and not marks and not others:
        raise WorkError("not-brat", file=path.name)
    refuse_twins(tuple(marks))
    remarks += [remark(f"{kind}-kept", count=count) for kind, count in sorted(others.items())]
    return Markings(text, path.stem, tuple(marks), tuple(remarks), tuple(kept))


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
