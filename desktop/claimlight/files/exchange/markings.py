"""What any of the formats says about a text: who marked which words with which label, and what else stands there."""

from dataclasses import dataclass
from enum import StrEnum

from claimlight.core.article import Span, Text
from claimlight.core.errors import WorkError
from claimlight.grading.labelled import Labelled, labelled
from claimlight.grading.marks import fault_of_span


class Form(StrEnum):
    """A file format that annotations come in."""

    W3C = "w3c"
    DOCCANO = "doccano"
    BRAT = "brat"


class Units(StrEnum):
    """What a file's positions count."""

    CODE_POINTS = "code-points"
    UTF_16 = "utf-16"


@dataclass(frozen=True, slots=True)
class Marking:
    """A label on some words, in one or more fragments, in the order in which the file has them."""

    id: str
    label: str
    fragments: tuple[Span, ...]


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

    def labelled(self) -> tuple[Labelled, ...]:
        """The marks as measures compare them. Fragments with nothing but line ends between them are one stretch.

        brat splits what goes over the end of a line.
        """
        return tuple(labelled(mark.label, *_joined(mark.fragments, self.text)) for mark in self.marks)


def remark(code: str, **params: str | int) -> Remark:
    return Remark(code, tuple(params.items()))


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
