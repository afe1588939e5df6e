"""Positions as other tools count them: in code points, in UTF-16 units or in graphemes, there and back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.files.exchange.markings import Units, refuse_impossible


class Offsets:
    """Translates between positions in `units` and code points of the text."""

    def __init__(self, text: str, units: Units) -> None:
        self._length = len(text)
        self._units = units
        self._starts: list[int] | None = None
        """For each code point, and the end, where it begins in `units`; None where the numbers are the same."""
        if units is Units.UTF_16 and any(character > "\uffff" for character in text):
            self._starts = list(accumulate((1 + (character > "\uffff") for character in text), initial=0))
        elif units is Units.GRAPHEMES:
            self._starts = list(_graphemes(text))

    def span(self, start: object, end: object, name: str) -> Span:
        """The span in code points. Raises WorkError for what cannot be in the text.

        The middle of a character counts as its beginning for a start, as its end for an end.
        """
        span = Span(start, end)  # type: ignore[arg-type]  # looked at by refuse_impossible
        refuse_impossible(span, self._starts[-1] if self._starts else self._length, name)
        if self._starts is None:
            return span
        if self._units is Units.GRAPHEMES:
            return Span(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
        return Span(bisect_right(self._starts, span.start) - 1, bisect_left(self._starts, span.end))

    def units(self, span: Span, name: str) -> tuple[int, int]:
        """Where `span` begins and ends in the file. Raises WorkError where that is within one of its units."""
        if self._starts is None:
            return span.start, span.end
        if self._units is Units.GRAPHEMES and not (self._begins(span.start) and self._begins(span.end)):
            raise WorkError("cuts-a-grapheme", highlight=name)
        return self._starts[span.start], self._starts[span.end]

    def _begins(self, position: int) -> bool:
        """Whether a grapheme begins at `position`, or the text ends there."""
        starts = self._starts or []
        return position == 0 or starts[position] != starts[position - 1]


def _graphemes(text: str) -> Iterator[int]:
    """For each code point, and the end, how many graphemes are over before it; within one, as where it begins."""
    import regex

    count = 0
    for found in regex.finditer(r"\X", text):
        for _ in range(*found.span()):
            yield count
        count += 1
    yield count
