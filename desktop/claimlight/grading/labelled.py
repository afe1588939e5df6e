"""A label on some words, as measures compare it: no id, no note, only where and what."""

from typing import NamedTuple

from claimlight.core.article import Span


class Labelled(NamedTuple):
    """A label on `[start, end)`, in code points (or any other unit that all of a comparison share).

    `parts` is empty for one stretch; for a broken mark it holds its stretches in order, none touching another.
    """

    start: int
    end: int
    label: str
    parts: tuple[Span, ...] = ()

    @property
    def stretches(self) -> tuple[Span, ...]:
        """Its stretches, one or more, in order."""
        return self.parts or (Span(self.start, self.end),)


def labelled(label: str, *spans: Span) -> Labelled:
    """`label` on one or more spans, which may come in any order, touch or overlap. Raises ValueError without a span."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    if not joined:
        raise ValueError("a mark needs a place")
    return Labelled(joined[0].start, joined[-1].end, label, tuple(joined) if len(joined) > 1 else ())


def shared(a: Labelled, b: Labelled) -> int:
    """How many code points two marks share, whatever their labels."""
    if not (a.parts or b.parts):
        return max(0, min(a.end, b.end) - max(a.start, b.start))
    return sum(max(0, min(p.end, q.end) - max(p.start, q.start)) for p in a.stretches for q in b.stretches)


def size(mark: Labelled) -> int:
    """Its code points, without the gaps of a broken mark."""
    return sum(part.end - part.start for part in mark.parts) if mark.parts else mark.end - mark.start
