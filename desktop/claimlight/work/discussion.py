"""What to talk about with a class: three passages, chosen by what it missed, doubted, and was wrongly sure of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from claimlight.core.article import Article, Span, Text
from claimlight.grading.excerpt import excerpt
from claimlight.grading.heat import Heat, Stretch
from claimlight.work.class_results import ClassWork, ItemResult, OverMarked, Results

PASSAGES = 3
Passage = ItemResult | OverMarked


class Topic(StrEnum):
    """Why a passage was chosen; the last two stand in where nobody doubts anything or says how sure they are."""

    MOST_MISSED = "most-missed"
    MOST_DOUBTED = "most-doubted"
    SURE_AND_WRONG = "sure-and-wrong"
    MIXED_UP = "mixed-up"
    OVER_MARKED = "over-marked"


@dataclass(frozen=True, slots=True)
class Discussed:
    """A passage with its sentences as an article of its own; `at` is where that begins in the whole text."""

    topic: Topic
    passage: Passage
    article: Article
    at: int
    paragraph: int
    others: tuple[Passage, ...]
    """What else of the answers lies in these sentences."""
    heat: Heat
    """Over these sentences, counted from their start."""

    def here(self, span: Span) -> Span:
        """`span` of the whole text, counted from the start of these sentences."""
        return Span(span.start - self.at, span.end - self.at)


def discussed(work: ClassWork, results: Results) -> tuple[Discussed, ...]:
    """The passages, each another one; fewer where there is less to talk about. None where the class is too small."""
    if not work.enough:
        return ()
    passages: tuple[Passage, ...] = (*results.items, *results.over)
    required = [one for one in results.items if not one.item.optional]
    ranked: dict[Topic, tuple[Iterable[Passage], Callable[[Passage], int]]] = {
        Topic.MOST_MISSED: (required, lambda one: one.n - one.found if isinstance(one, ItemResult) else 0),
        Topic.MOST_DOUBTED: (passages, lambda one: one.doubts),
        Topic.SURE_AND_WRONG: (passages, lambda one: one.sure_wrong if isinstance(one, ItemResult) else one.sure),
        Topic.MIXED_UP: (results.items, lambda one: one.wrong if isinstance(one, ItemResult) else 0),
        Topic.OVER_MARKED: (results.over, lambda one: one.marked if isinstance(one, OverMarked) else 0),
    }
    chosen: dict[Span, tuple[Topic, Passage]] = {}
    for topic, (among, weight) in ranked.items():
        left = [one for one in among if one.span not in chosen and weight(one)]
        if left and len(chosen) < PASSAGES:
            best = max(left, key=lambda one: (weight(one), -one.span.start))  # asked at once
            chosen[best.span] = (topic, best)
    return tuple(_discussed(work, results, topic, passage) for topic, passage in chosen.values())


def _discussed(work: ClassWork, results: Results, topic: Topic, passage: Passage) -> Discussed:
    text = work.text.article.text
    around = _sentences(text, passage.span)
    cut = excerpt(work.lesson, work.text.article.name, around).texts[0].article
    within = [one for one in results.items if around.start <= one.span.start and one.span.end <= around.end]
    stretches = tuple(_shifted(one, around) for one in results.heat.within(around))
    return Discussed(
        topic=topic,
        passage=passage,
        article=cut,
        at=around.start,
        paragraph=text.paragraph(passage.span.start),
        others=tuple(one for one in within if one.span != passage.span),
        heat=Heat(results.n, stretches),
    )


def _sentences(text: Text, focus: Span) -> Span:
    """The sentences of `focus`, and the one before them in the same paragraph."""
    first = text.sentence_index(focus.start)
    last = text.sentence_index(max(focus.start, focus.end - 1))
    block = text.blocks[text.block_index(focus.start)]
    if first and text.sentences[first - 1].start >= block.start:
        first -= 1
    return Span(min(focus.start, text.sentences[first].start), max(focus.end, text.sentences[last].end))


def _shifted(stretch: Stretch, around: Span) -> Stretch:
    start, end = max(stretch.start, around.start), min(stretch.end, around.end)
    return Stretch(start - around.start, end - around.start, stretch.marked, stretch.counts)
