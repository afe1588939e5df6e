"""What a format can hold of a mark: what it cannot is told, and what would come out wrong there is refused."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from claimlight.core.errors import WorkError
from claimlight.files.exchange.layers import LABEL, NOTE
from claimlight.files.exchange.markings import Form, Marking, Markings, Remark, remark

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Holds:
    """What a format has a place for; labels, and words in one piece, all of them hold."""

    attributes: bool = False
    several_values: bool = False
    """More than one value under one name."""
    names: str = ""
    """Matches what cannot be in the name of an attribute."""
    taken: frozenset[str] = frozenset()
    """Names that an attribute cannot have, because something else has them."""
    line_ends: bool = True
    """Inside of values and notes."""
    links: bool = False
    notes: bool = False
    sureness: bool = False
    gaps: bool = False
    """Marks of several fragments."""
    empty: bool = False
    """Marks on no words."""
    blanks: bool = True
    """Inside of labels and types of links."""


_TAKEN = frozenset(("", LABEL, NOTE, "begin", "end", "sofa", "id", "type", "self", "xmiID"))
_HOLDS = {
    Form.W3C: Holds(attributes=True, several_values=True, links=True, notes=True, sureness=True, gaps=True, empty=True),
    Form.BRAT: Holds(
        attributes=True,
        several_values=True,
        names=r"\s",
        taken=frozenset(("", "AnnotatorNotes")),
        line_ends=False,
        links=True,
        notes=True,
        gaps=True,
        empty=True,
        blanks=False,
    ),
    Form.DOCCANO: Holds(links=True),
    Form.LABEL_STUDIO: Holds(attributes=True, several_values=True, links=True, notes=True),
    Form.WEBANNO: Holds(attributes=True, names=r"[^A-Za-z0-9]", taken=_TAKEN, links=True, notes=True, empty=True),
    Form.XMI: Holds(
        attributes=True, several_values=True, names=r"[^A-Za-z0-9]", taken=_TAKEN, links=True, notes=True, empty=True
    ),
    Form.CONLL: Holds(blanks=False),
}


def fitted(markings: Markings, form: Form) -> tuple[Markings, tuple[Remark, ...]]:
    """What `form` can hold of `markings`, and of each kind of thing that is lost, how much there was.

    Raises WorkError for a mark that would come out wrong.
    """
    whole = markings.joined()
    fit = _Fit(form, frozenset(mark.id for mark in whole.marks))
    marks = tuple(fit.mark(mark) for mark in whole.marks)
    return replace(whole, marks=marks), tuple(remark(code, count=count) for code, count in sorted(fit.lost.items()))


def overlaps(markings: Markings) -> Iterator[tuple[Marking, Marking]]:
    """Pairs of marks that share words: each that begins within an earlier one, with the one that reaches farthest."""
    farthest: Marking | None = None
    for mark in sorted(markings.marks, key=lambda mark: (mark.start, -mark.end)):
        if farthest is not None and mark.start < farthest.end:
            yield farthest, mark
        if farthest is None or mark.end > farthest.end:
            farthest = mark


class _Fit:
    """Makes marks fit one format, and counts by kind what is lost."""

    def __init__(self, form: Form, ids: frozenset[str]) -> None:
        self.lost: Counter[str] = Counter()
        self._form = form
        self._holds = _HOLDS[form]
        self._ids = ids

    def mark(self, mark: Marking) -> Marking:
        self._refuse(mark)
        self._count("link-to-nothing-lost", sum(link.target not in self._ids for link in mark.links))
        links = tuple(replace(link, type=self._type(link.type)) for link in mark.links if link.target in self._ids)
        attributes = tuple((name, values) for name, values in mark.attributes if values)
        held = self._holds
        return replace(
            mark,
            links=links if held.links else self._drop("link-lost", len(links), ()),
            attributes=self._attributes(attributes)
            if held.attributes
            else self._drop("attribute-lost", len(attributes), ()),
            note=self._said(mark.note) if held.notes else self._drop("note-lost", bool(mark.note), ""),
            sure=mark.sure if held.sureness else self._drop("sureness-lost", mark.sure is not None, None),
        )

    def _refuse(self, mark: Marking) -> None:
        if len(mark.fragments) > 1 and not self._holds.gaps:
            raise WorkError("format-without-gaps", highlight=mark.id, count=len(mark.fragments))
        if mark.start == mark.end and not self._holds.empty:
            raise WorkError("format-without-empty", highlight=mark.id)
        if not self._holds.blanks and re.search(r"\s", mark.label):
            raise WorkError("format-without-blanks", highlight=mark.id, label=mark.label)

    def _attributes(
        self, attributes: tuple[tuple[str, tuple[str, ...]], ...]
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        found: dict[str, tuple[str, ...]] = {}
        for name, values in attributes:
            fit = self._name(name)
            found[fit] = found.get(fit, ()) + tuple(map(self._said, values))
        if self._holds.several_values:
            return tuple(sorted(found.items()))
        self._count("values-joined", sum(len(values) > 1 for values in found.values()))
        return tuple(sorted((name, ("; ".join(values),)) for name, values in found.items()))

    def _name(self, name: str) -> str:
        fit = re.sub(self._holds.names, "_", name) if self._holds.names else name
        fit += "_" if fit in self._holds.taken else ""
        self._count("names-changed", fit != name)
        return fit

    def _type(self, type: str) -> str:
        fit = type if self._holds.blanks else re.sub(r"\s", "_", type) or "link"
        self._count("names-changed", fit != type)
        return fit

    def _said(self, said: str) -> str:
        """In one line, where the format has no place for more; blanks at its edges go, too."""
        if self._holds.line_ends or not (set(said) & set("\r\n\t") or said != said.strip()):
            return said
        self._count("line-ends-lost", 1)
        return " ".join(said.split())

    def _drop(self, code: str, count: int, nothing: T) -> T:
        self._count(code, count)
        return nothing

    def _count(self, code: str, count: int) -> None:
        if count:
            self.lost[code] += count
