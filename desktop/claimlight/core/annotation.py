"""A highlight: which words, under which label, with what was said about them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimlight.core.article import Span, Text

CONTEXT = 32
"""Code points of prefix and suffix that a quote carries, so that it can be found again in a changed text."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words themselves and what stands around them (a W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """What a highlight says about another: it `denies` it, `conflicts_with` it, …"""

    id: str
    type: str
    target: str
    """The id of the annotation at the other end."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One highlight. `attributes` pairs names with values, sorted by name; `sure` is None until the student says."""

    id: str
    label: str
    span: Span
    quote: Quote
    attributes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    links: tuple[Link, ...] = ()
    note: str = ""
    sure: bool | None = None

    def attribute(self, name: str) -> tuple[str, ...]:
        """The values under `name`; none where nothing was said."""
        return next((values for key, values in self.attributes if key == name), ())

    def with_attribute(self, name: str, values: Sequence[str]) -> "Annotation":
        """The same highlight, with `values` said under `name`; without the attribute where there are none."""
        others = [pair for pair in self.attributes if pair[0] != name]
        said = [(name, tuple(values))] if values else []
        return replace(self, attributes=tuple(sorted((*others, *said))))


def quote_of(text: Text, span: Span) -> Quote:
    """The quote selector for `span` in `text`."""
    return Quote(
        exact=text[span],
        prefix=text.text[max(0, span.start - CONTEXT) : span.start],
        suffix=text.text[span.end : span.end + CONTEXT],
    )
