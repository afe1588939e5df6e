"""Generated lessons and works, small enough to be judged by enumeration."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from hypothesis import strategies as st

from claimlight.core.annotation import Annotation, Link
from claimlight.core.article import Span
from claimlight.core.lesson import Item, ItemLink, Lesson, Precision, Target
from grading.builders import CLAIM, DENIAL, FIGURE, Page, lesson_of, text_of

LABELS = (CLAIM, DENIAL, FIGURE)
VOCABULARY = ("bridge", "the", "fell", "that", "never", "a", "1,200", "mayor")
FACTORS = (Fraction(1), Fraction(7, 10), Fraction(3, 5), Fraction(0))
ASKED = ((), ("source",), ("answers", "figures"), ("source", "evidence", "answers", "figures"))
WEIGHTS = (Fraction(1), Fraction(2), Fraction(1, 3), Fraction(0))


@dataclass(frozen=True)
class Case:
    lesson: Lesson
    works: tuple[Annotation, ...]


@st.composite
def pages(draw: st.DrawFn) -> Page:
    sentences = draw(st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=6), min_size=1, max_size=4))
    split = draw(st.integers(0, len(sentences) - 1))
    paragraphs = [part for part in (sentences[:split], sentences[split:]) if part]
    return Page(text_of(*(" | ".join(" ".join(sentence) for sentence in part) for part in paragraphs)))


def word_spans(page: Page) -> list[Span]:
    return [word for sentence in page.text.sentences for word in sentence.tokens]


@st.composite
def ranges(draw: st.DrawFn, words: int, longest: int = 6) -> tuple[int, int]:
    start = draw(st.integers(0, words - 1))
    return start, draw(st.integers(start + 1, min(words, start + longest)))


@st.composite
def targets(draw: st.DrawFn, page: Page, label: str, main: bool) -> Target:
    words = len(word_spans(page))
    start, stop = draw(ranges(words))
    inside = st.builds(
        lambda a, b: (min(a, b), max(a, b) + 1), st.integers(start, stop - 1), st.integers(start, stop - 1)
    )
    parts: tuple[tuple[int, int], ...] = ((start, stop),)
    if stop - start >= 3 and draw(st.integers(0, 3)) == 0:
        cut = draw(st.integers(start + 1, stop - 2))
        parts = ((start, cut), (cut + 1, stop))
    core = [draw(inside)] if len(parts) == 1 and draw(st.booleans()) else []
    must = [draw(inside)] if len(parts) == 1 and draw(st.integers(0, 3)) == 0 else []
    outer = [(draw(st.integers(0, start)), draw(st.integers(stop, words)))] if draw(st.integers(0, 3)) == 0 else []
    factor = Fraction(1) if main else draw(st.sampled_from(FACTORS))
    covers = [f"k{draw(st.integers(0, 3))}"] if draw(st.integers(0, 5)) == 0 else []
    return page.target(label, *parts, factor=factor, core=core, outer=outer, must=must, covers=covers)


@st.composite
def items(draw: st.DrawFn, page: Page, number: int, alternatives: int = 2) -> Item:
    label = draw(st.sampled_from(LABELS))
    others = draw(st.lists(st.sampled_from((label, *LABELS)), max_size=alternatives))
    optional = draw(st.integers(0, 4)) == 0
    words = len(word_spans(page))
    return page.item(
        f"k{number}",
        draw(targets(page, label, main=True)),
        *(draw(targets(page, other, main=False)) for other in others),
        weight=draw(st.sampled_from(WEIGHTS)),
        optional=optional,
        group=draw(st.sampled_from(("", "", "g"))),
        attributes=draw(attributes(("Ada Ruiz", "Ruiz"))),
        links=tuple(
            ItemLink(draw(st.sampled_from(("denies", "conflicts_with", "restates"))), f"k{draw(st.integers(0, 3))}")
            for _ in range(draw(st.integers(0, 2)))
        ),
        bonus=draw(st.sampled_from((Fraction(0), HALF))) if optional else Fraction(0),
        speaker=[draw(ranges(words, 2))] if draw(st.integers(0, 4)) == 0 else [],
        denying=[draw(ranges(words, 1))] if draw(st.integers(0, 4)) == 0 else [],
    )


HALF = Fraction(1, 2)


def covering_only(item: Item, known: set[str]) -> Item:
    """The item without covered or linked ones that are not known."""
    links = tuple(link for link in item.links if link.item in known)
    targets = (replace(target, covers=tuple(id for id in target.covers if id in known)) for target in item.targets)
    return replace(item, targets=tuple(targets), links=links)


@st.composite
def attributes(draw: st.DrawFn, names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    source = draw(st.sampled_from(((), names, names[-1:], ("writer",))))
    status = draw(st.sampled_from(((), ("unverified",), ("contested",))))
    return tuple((name, values) for name, values in (("source", source), ("status", status)) if values)


@st.composite
def keys(draw: st.DrawFn, page: Page, most: int = 4) -> Sequence[Item]:
    """Items of which no two have the same label and the same main words."""
    found = [draw(items(page, number)) for number in range(draw(st.integers(0, most)))]
    told = {(item.label, item.main.span): item for item in found}
    known = {item.id for item in told.values()}
    return tuple(covering_only(item, known) for item in told.values())


@st.composite
def lessons(draw: st.DrawFn, precision: Precision | None = None, most: int = 4) -> Lesson:
    page = draw(pages())
    key = draw(keys(page, most))
    words = len(word_spans(page))
    decoys = [page.decoy(f"d{n}", draw(ranges(words))) for n in range(draw(st.integers(0, 2)))]
    example = tuple(item.id for item in key[:1] if draw(st.integers(0, 4)) == 0)
    return lesson_of(
        page.text,
        key,
        decoys,
        rate=draw(st.sampled_from((HALF, Fraction(1, 4)))),
        precision=precision or draw(st.sampled_from(list(Precision))),
        allowance=draw(st.integers(0, 2)),
        example=example,
        ask=draw(st.sampled_from(ASKED)),
    )


@st.composite
def works(draw: st.DrawFn, lesson: Lesson, most: int = 5) -> tuple[Annotation, ...]:
    """Highlights near the answers, or anywhere, by code points."""
    page = Page(lesson.texts[0].article.text)
    words = word_spans(page)
    key = lesson.texts[0].key
    assert key is not None
    likely = [span for item in key.items for target in item.targets for span in (target.span, *target.joint)]
    marks = []
    for number in range(draw(st.integers(0, most))):
        label = draw(st.sampled_from(LABELS))
        kind = draw(st.integers(0, 4)) if likely else 0
        if kind == 4:
            one, other = draw(st.sampled_from(likely)), draw(st.sampled_from(likely))
            span = Span(min(one.start, other.start), max(one.end, other.end))
        elif kind > 1:
            near = draw(st.sampled_from(likely))
            end = min(len(page.text.text), max(0, near.end + draw(st.integers(-6, 6))))
            span = Span(min(end, max(0, near.start + draw(st.integers(-6, 6)))), end)
        else:
            first, stop = draw(ranges(len(words), 12))
            span = Span(words[first].start, words[stop - 1].end)
        said = draw(attributes(("ruiz",))) if lesson.ask else ()
        marks.append(page.mark_span(label, span, f"h{number}", attributes=said))
    return tuple(replace(one, links=draw(links(len(marks)))) for one in marks) if lesson.ask else tuple(marks)


@st.composite
def links(draw: st.DrawFn, marks: int) -> tuple[Link, ...]:
    return tuple(
        Link(f"l{n}", draw(st.sampled_from(("denies", "conflicts_with"))), f"h{draw(st.integers(0, marks - 1))}")
        for n in range(draw(st.integers(0, 2)))
    )


@st.composite
def cases(draw: st.DrawFn, precision: Precision | None = None) -> Case:
    lesson = draw(lessons(precision))
    return Case(lesson, draw(works(lesson)))
