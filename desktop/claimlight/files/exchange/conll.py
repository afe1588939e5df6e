"""Read CoNLL's columns: a word a line, its tag in the last column, as IOB1, IOB2 or IOBES have it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.core.tokens import words
from claimlight.files.exchange.markings import Marking, Markings
from claimlight.files.reading import decode, read_bytes

_TAG = re.compile(r"([BIESLU])-(\S+)")
_BEGINS, _ENDS = "BSU", "ESLU"


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    word: str
    tag: str
    new_sentence: bool


def read_conll(path: Path, text: Text) -> Markings:
    """The marks in `path`, its words found one after the other in `text` with nothing but blanks between them.

    Raises WorkError or LessonError: a line is none of CoNLL's, or its word does not stand there.
    """
    marks: list[Marking] = []
    open_label = ""
    at = 0
    for row in _rows(path):
        while text.text[at : at + 1].isspace():
            at += 1
        if not text.text.startswith(row.word, at):
            raise WorkError("conll-other-text", file=path.name, line=row.number, word=row.word)
        span = Span(at, at := at + len(row.word))
        found = _TAG.fullmatch(row.tag)
        kind, label = found.groups() if found else ("", "")
        if label and (kind in _BEGINS or label != open_label):
            marks.append(Marking(f"m{len(marks) + 1}", label, (span,)))
        elif label:
            last = marks.pop()
            marks.append(Marking(last.id, label, (Span(last.start, span.end),)))
        open_label = "" if kind in _ENDS else label
    return Markings(text, path.stem, tuple(marks))


def text_of_conll(path: Path) -> str:
    """The words of `path` with a blank between them, and a line end between sentences."""
    parts = [("\n" if row.new_sentence else " ", row.word) for row in _rows(path)]
    return "".join(f"{before}{word}" for before, word in parts)[1:]


def pieces(text: str) -> tuple[Span, ...]:
    """Whatever stands in `text` but blanks, in order: words, and each other grapheme for itself."""
    found: list[Span] = []
    at = 0
    for word in (*words(text), Span(len(text), len(text))):
        found += _between(text, at, word.start)
        found += [word] if word else []
        at = word.end
    return tuple(found)


def _between(text: str, start: int, end: int) -> Iterator[Span]:
    import regex

    for found in regex.finditer(r"\X", text, pos=start, endpos=end):
        if not re.search(r"\s", found[0]):
            yield Span(*found.span())
            continue
        for at in range(*found.span()):
            if not text[at].isspace():
                yield Span(at, at + 1)


def _rows(path: Path) -> Iterator[_Row]:
    """The lines with a word. Raises WorkError where one has no tag."""
    new = True
    content = decode(read_bytes(path), path.name).removeprefix("\ufeff")
    for number, raw in enumerate(content.split("\n"), start=1):
        line = raw.removesuffix("\r")
        if not line.strip() or line.startswith("-DOCSTART-"):
            new = True
            continue
        columns = line.split("\t") if "\t" in line else line.split(" ")
        word, tag = columns[0], columns[-1].strip()
        if len(columns) < 2 or not word or not (tag == "O" or _TAG.fullmatch(tag)):
            raise WorkError("conll-bad-line", file=path.name, line=number)
        yield _Row(number, word, tag, new)
        new = False
