"""Set an article with the student's marks and the answers in HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimlight.core.article import Block, BlockKind, Run, Span, Style, Text, overlap
from claimlight.core.codebook import Codebook
from claimlight.files.html import Html, element, escaped, join
from claimlight.files.report_marks import Painted, Shape
from claimlight.files.report_signs import label_of, style, tag
from claimlight.wording import _

_LANES = 3
_ELEMENTS = {BlockKind.HEADING: "h3", BlockKind.QUOTE: "blockquote", BlockKind.CODE: "pre"}
_STYLES = {Style.EMPHASIS: "em", Style.STRONG: "strong", Style.CODE: "code", Style.LINK: "u"}


@dataclass(frozen=True, slots=True)
class _Laid:
    """A painted stretch and the lane of its underline."""

    painted: Painted
    lane: int

    @property
    def span(self) -> Span:
        return self.painted.span


def article_html(text: Text, painted: Sequence[Painted], codebook: Codebook) -> Html:
    """Every block of `text`, in its own language and direction, with its number in the margin."""
    laid = _in_lanes(painted)
    return join(*(_block(text, block, number, laid, codebook) for number, block in enumerate(text.blocks, 1)))


def _in_lanes(painted: Sequence[Painted]) -> tuple[_Laid, ...]:
    """The earlier start, then the longer, has the upper lane; outlines need none."""
    ends: list[int] = []
    laid = []
    for one in sorted(painted, key=lambda one: (one.span.start, -one.span.end)):
        if one.shape is Shape.MISSED:
            laid.append(_Laid(one, 0))
            continue
        lane = next((lane for lane, end in enumerate(ends) if end <= one.span.start), len(ends))
        ends[lane : lane + 1] = [one.span.end]
        laid.append(_Laid(one, min(lane, _LANES - 1)))
    return tuple(laid)


def _block(text: Text, block: Block, number: int, laid: Sequence[_Laid], codebook: Codebook) -> Html:
    here = [one for one in laid if overlap(one.span, block.span)]
    inside = (_piece(text, piece, block, here, codebook) for piece in _pieces(block, here))
    margin = element("span", element("span", _("Paragraph "), class_="unseen"), f"{number}", class_="number")
    return element(
        _ELEMENTS.get(block.kind, "p"),
        margin,
        f"{block.marker} " if block.marker else "",
        *inside,
        class_=str(block.kind),
        lang=block.language,
        dir=str(block.direction),
    )


def _pieces(block: Block, laid: Sequence[_Laid]) -> Iterator[Span]:
    """The block, cut wherever a mark or a style begins or ends."""
    edges = {block.start, block.end}
    stretches = [*(one.span for one in laid), *(Span(run.start, run.end) for run in block.runs)]
    for one in stretches:
        edges |= {min(max(edge, block.start), block.end) for edge in (one.start, one.end)}
    return (Span(start, end) for start, end in pairwise(sorted(edges)))


def _piece(text: Text, piece: Span, block: Block, laid: Sequence[_Laid], codebook: Codebook) -> Html:
    """A stretch under the same marks: its words, in their styles, in lines and outlines, after the tags that begin."""
    over = [one for one in laid if overlap(one.span, piece)]
    beginning = [one for one in over if one.painted.tagged and one.span.start == piece.start]
    ending = [one for one in over if one.painted.tagged and one.span.end == piece.end]
    inside = _words(text[piece], block.runs, piece, _tags(beginning, codebook))
    for one in sorted(over, key=lambda one: (one.painted.shape is Shape.MISSED, one.lane)):
        inside = element("span", inside, class_=_classes(one, piece, codebook))
    return join(inside, *(_end_of(one, codebook) for one in ending))


def _tags(beginning: Sequence[_Laid], codebook: Codebook) -> Html:
    tags = (tag(label_of(codebook, one.painted.label), one.painted.shape) for one in beginning)
    return element("span", *tags, class_="tags") if beginning else Html("")


def _end_of(one: _Laid, codebook: Codebook) -> Html:
    name = label_of(codebook, one.painted.label).short
    return element("span", _(" (end: {label})").format(label=name), class_="unseen")


def _classes(one: _Laid, piece: Span, codebook: Codebook) -> str:
    kind = "outline" if one.painted.shape is Shape.MISSED else f"mark lane{one.lane}"
    first = " first" if piece.start == one.span.start else ""
    last = " last" if piece.end == one.span.end else ""
    return f"{kind} {one.painted.shape} {style(label_of(codebook, one.painted.label))}{first}{last}"


def _words(words: str, runs: Sequence[Run], piece: Span, tags: Html) -> Html:
    """Words in their styles. Tags hang under the first word and wrap with it: no line may break between the two."""
    first = re.split(r"\s", words, maxsplit=1)[0] if tags else ""
    anchor = element("span", tags, first, class_="anchor") if tags else ""
    inside = join(anchor, Html(escaped(words.removeprefix(first)).replace("\u2028", "<br>")))
    for kind in dict.fromkeys(run.style for run in runs if overlap(Span(run.start, run.end), piece)):
        inside = element(_STYLES[kind], inside)
    return inside
