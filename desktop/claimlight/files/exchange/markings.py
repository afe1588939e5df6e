"""What any of the formats says about a text: who marked which words with which label, and what else stands there."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from claimlight.core.annotation import Link
from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.grading.labelled import Labelled, labelled
from claimlight.grading.marks import fault_of_span


class Form(StrEnum):
    """A file format that annotations come in."""

    W3C = "w3c"
    DOCCANO = "doccano"
    BRAT = "brat"
    LABEL_STUDIO = "label-studio"
    WEBANNO = "webanno"
    XMI = "xmi"
    CONLL = "conll"


class Units(StrEnum):
    """What a file's positions count."""

    CODE_POINTS = "code-points"
    UTF_16 = "utf-16"
    GRAPHEMES = "graphemes"


@dataclass(frozen=True, slots=True)
class Marking:
    """A label on some words, in one or more fragments, in the order in which the file has them; what is said of it.

    The ends of its links are ids of other marks. `attributes` are sorted by name, and each has a value.
    """

    id: str
    label: str
    fragments: tuple[Span, ...]
    attributes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    links: tuple[Link, ...] = ()
    note: str = ""
    sure: bool | None = None

    @property
    def start(self) -> int:
        return self.fragments[0].start

    @property
    def end(self) -> int:
        return self.fragments[-1].end


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a file that was kept but not measured, or looks wrong; `wording.markings` says it by its code."""

    code: str
    params: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Markings:
    """The content of one file on `text`. `kept` holds, word for word, every line that is no marking."""

    text: Text
    name: str
    """Whose it is: the creator where the file names one, else the file's stem."""
    marks: tuple[Marking, ...]
    remarks: tuple[Remark, ...] = ()
    kept: tuple[str, ...] = ()
    lost: tuple[Remark, ...] = ()
    """What a reader who wants more than the marks should know: told when a file is converted, as `remarks` is told when
    it is measured."""
    rest: tuple[str, ...] = ()
    """Of `kept`, what says nothing of the marks that they hold themselves."""

    def labelled(self) -> tuple[Labelled, ...]:
        """The marks as measures compare them. Fragments with nothing but line ends between them are one stretch.

        brat splits what goes over the end of a line.
        """
        return tuple(labelled(mark.label, *_joined(mark.fragments, self.text)) for mark in self.marks)

    def joined(self) -> "Markings":
        """The same with the fragments of each mark in order, none of them touching another or empty beside another.

        A mark in one piece has one fragment then, whatever the format made of it.
        """
        return replace(self, marks=tuple(replace(mark, fragments=self._pieces(mark)) for mark in self.marks))

    def _pieces(self, mark: Marking) -> tuple[Span, ...]:
        pieces = [span for span in mark.fragments if span] or mark.fragments[:1]
        return labelled("", *_joined(tuple(pieces), self.text)).stretches


def remark(code: str, **params: str | int) -> Remark:
    return Remark(code, tuple(params.items()))


def same_text(own: str, given: str) -> bool:
    """Whether a file's own text is the given one, line ends at its end left aside."""
    return own.rstrip("\r\n") == given.rstrip("\r\n")


def only_text(texts: Collection[str], path: Path) -> str:
    """The one text that the file at `path` is on. Raises WorkError where it holds none, or several."""
    if len(texts) != 1:
        raise WorkError("texts-in-file" if texts else "no-text-in-file", file=path.name)
    [text] = texts
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise WorkError("half-a-character", file=path.name)
    return text


def refuse_impossible(span: Span, length: int, name: str) -> None:
    """Raise WorkError for a span that cannot be in a text of `length` code points."""
    if fault := fault_of_span(span, length):
        raise WorkError(fault, highlight=name)


def refuse_twins(marks: tuple[Marking, ...]) -> None:
    """Raise WorkError where two marks have one id."""
    seen: set[str] = set()
    for mark in marks:
        if mark.id in seen:
            raise WorkError("highlight-twice", highlight=mark.id)
        seen.add(mark.id)


def _joined(fragments: tuple[Span, ...], text: Text) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(fragments):
        between = text.text[joined[-1].end : span.start] if joined else ""
        if between and not between.strip("\r\n"):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
