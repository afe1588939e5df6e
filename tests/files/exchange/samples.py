"""Marks as people and other tools make them, and the texts they are on, for the laws of exchange."""

from dataclasses import replace

from hypothesis import strategies as st

from claimlight.core.annotation import Link
from claimlight.core.article import Span
from claimlight.files.exchange.markings import Form, Marking, Markings
from claimlight.files.exchange.plain import text_of

_PIECES = (
    *("Ada said", "“fares will double.”", "U.S.", "3.5%", "semi-final", "e\u0301te\u0301", "הכתובת", "الكتاب", "語る"),
    *(
        "😀",
        "👩\u200d👩\u200d👧",
        "🇺🇦",
        "𝒳",
        "\u0301",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\u00a0",
        "\u2028",
        "\u200f",
    ),
    *("\\", "\\n", "|", "_", "[1]", "*", "->", ";", "#Text=", "-DOCSTART-", "T1\tclaim", "O", "&amp;", "<b>", "\ufeff"),
)
texts = st.lists(st.sampled_from(_PIECES) | st.text(st.characters(codec="utf-8"), max_size=2), max_size=10).map("".join)
_words = st.sampled_from(("unverified", "Anna Ruiz", "[a]|b_*", "->", "\\", "é😀", "1;2", "a\nb", "*", "_", "x\\"))
_notes = _words | st.just("")
_attributes = st.dictionaries(
    st.sampled_from(("source", "status", "who says")), st.lists(_words, min_size=1, max_size=2).map(tuple), max_size=2
).map(lambda found: tuple(sorted(found.items())))
_labels = st.sampled_from(("claim", "denial", "unverified-figure", "a|b[1]_*"))


@st.composite
def markings(draw: st.DrawFn, *, form: Form) -> Markings:
    """Marks that may overlap, hold each other, be empty, in pieces or linked, in as far as `form` has such marks."""
    text = text_of(draw(texts))
    size = len(text.text)
    marks: list[Marking] = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        most = 3 if form in (Form.W3C, Form.BRAT) else 1
        bounds = sorted(draw(st.lists(st.integers(0, size), min_size=2, max_size=2 * most)))
        spans = tuple(map(Span, bounds[::2], bounds[1::2]))
        marks.append(
            Marking(
                f"T{number}",
                draw(_labels),
                spans,
                draw(_attributes),
                (),
                draw(_notes),
                draw(st.sampled_from((None, True))),
            )
        )
    ends = st.lists(st.sampled_from([mark.id for mark in marks] or [""]), max_size=2, unique=True)
    return Markings(text, "ada", tuple(replace(mark, links=_links(mark.id, draw(ends))) for mark in marks))


def _links(id: str, ends: list[str]) -> tuple[Link, ...]:
    return tuple(Link(f"{id}/{number}", "denies", end) for number, end in enumerate(ends, start=1))


def told(found: Markings) -> list[tuple[object, ...]]:
    """What `found` says, whatever the ids and the order of the marks."""
    own = {mark.id: (mark.fragments, mark.label, mark.attributes, mark.note, mark.sure) for mark in found.marks}
    return sorted(
        (
            (*own[mark.id], sorted(((link.type, own[link.target]) for link in mark.links), key=repr))
            for mark in found.marks
        ),
        key=repr,
    )
