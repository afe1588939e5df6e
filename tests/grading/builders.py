"""Small lessons and highlights, told by word numbers or by phrases, so that tests read as tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count

from claimlight.core.annotation import Annotation, Link, quote_of
from claimlight.core.article import Article, Block, BlockKind, Direction, Sentence, Span, Text
from claimlight.core.codebook import Codebook, Example, Label, Line
from claimlight.core.lesson import AnswerKey, Decoy, Item, Lesson, LessonText, Precision, Target
from claimlight.grading.grade import grade
from claimlight.grading.receipt import Grade

CLAIM, DENIAL, FIGURE = "claim", "denial", "unverified-figure"

TWELVE = "t0 t1 t2 t3 | t4 t5 t6 t7 | t8 t9 t10 t11"

_WORD = re.compile(r"[$€£]?[^\W_](?:[\u0300-\u036f\u064b-\u0652]|[^\W_]|[.,'’\-٬٫](?=[^\W_]))*[%€]?")
_EXAMPLE = Example("", "", "", "")

Place = tuple[int, int] | str
"""Words by number, half-open, or a phrase that is in the text once."""


def text_of(*paragraphs: str, words: re.Pattern[str] = _WORD) -> Text:
    """A text of paragraphs, their sentences parted by " | "."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    text = ""
    for number, paragraph in enumerate(paragraphs):
        text += "\n" if number else ""
        start = len(text)
        for place, sentence in enumerate(paragraph.split(" | ")):
            text += " " if place else ""
            begin = len(text)
            text += sentence
            bounds = tuple(begin + at for word in words.finditer(sentence) for at in word.span())
            sentences.append(Sentence(begin, len(text), bounds))
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text), "en", Direction.LEFT_TO_RIGHT))
    return Text(text, f"hash of {text}", "", 1, tuple(blocks), tuple(sentences))


def label(id: str, name: str) -> Label:
    return Label(id, name, name, name[0], id, Line.SOLID, "", _EXAMPLE, _EXAMPLE)


QUARTER = Fraction(1, 4)
CODEBOOK = Codebook(
    id="news-basics",
    version=1,
    language="en",
    name="News basics",
    rules="",
    labels=(label(CLAIM, "Claim"), label(DENIAL, "Denial"), label(FIGURE, "Figure")),
    credits=(
        (CLAIM, FIGURE, QUARTER),
        (FIGURE, CLAIM, QUARTER),
        (DENIAL, FIGURE, QUARTER),
        (FIGURE, DENIAL, QUARTER),
    ),
)


@dataclass(frozen=True)
class Page:
    """A text on which words are told by number or phrase."""

    text: Text

    def span(self, place: Place) -> Span:
        if isinstance(place, str):
            assert self.text.text.count(place) == 1, f"{place!r} is not in the text exactly once"
            start = self.text.text.index(place)
            return Span(start, start + len(place))
        words = [word for sentence in self.text.sentences for word in sentence.tokens]
        return Span(words[place[0]].start, words[place[1] - 1].end)

    def spans(self, places: Sequence[Place]) -> tuple[Span, ...]:
        return tuple(map(self.span, places))

    def target(
        self,
        label: str,
        *parts: Place,
        factor: Fraction | int = 1,
        core: Sequence[Place] = (),
        outer: Sequence[Place] = (),
        must: Sequence[Place] = (),
        covers: Sequence[str] = (),
    ) -> Target:
        """A target on one place, or, with several, a broken one."""
        spans = self.spans(parts)
        return Target(
            span=Span(spans[0].start, spans[-1].end),
            label=label,
            factor=Fraction(factor),
            joint=spans if len(spans) > 1 else (),
            core=self.spans(core),
            outer=self.spans(outer),
            must=self.spans(must),
            covers=tuple(covers),
        )

    def item(self, id: str, *targets: Target, **more: object) -> Item:
        places = {name: self.spans(more.pop(name)) for name in ("speaker", "cue", "denying") if name in more}  # type: ignore[arg-type]
        return Item(id=id, label=targets[0].label, targets=targets, **places, **more)  # type: ignore[arg-type]

    def decoy(self, id: str, place: Place) -> Decoy:
        return Decoy(id, self.span(place), f"{id} is a trap.")

    def mark(self, label: str, place: Place, id: str = "", **more: object) -> Annotation:
        return self.mark_span(label, self.span(place), id or f"{label} {place}", **more)

    def mark_span(self, label: str, span: Span, id: str = "h", **more: object) -> Annotation:
        return Annotation(id, label, span, quote_of(self.text, span), **more)  # type: ignore[arg-type]


def lesson_of(
    text: Text,
    items: Sequence[Item],
    decoys: Sequence[Decoy] = (),
    *,
    excluded: Sequence[Span] = (),
    rate: Fraction = Fraction(1, 2),
    codebook: Codebook = CODEBOOK,
    language: str = "en",
    **more: object,
) -> Lesson:
    article = Article("article", "Headline", "", "", language, Direction.LEFT_TO_RIGHT, text)
    key = AnswerKey(tuple(items), tuple(decoys), tuple(excluded), rate, text.text_hash, "key")
    return Lesson(
        id="00000000-0000-0000-0000-000000000001",
        slug="small",
        version=1,
        title="Small",
        author="Ada",
        licence="CC-BY-4.0",
        language=language,
        codebook=codebook,
        texts=(LessonText(article, key),),
        hash="lesson",
        **more,  # type: ignore[arg-type]
    )


TWELVE_WORDS = Page(text_of(TWELVE))


def one_claim(**more: object) -> Lesson:
    """The lesson of the worked examples: twelve words, one claim on [1, 4)."""
    page = TWELVE_WORDS
    target = page.target(CLAIM, (1, 4), core=[(1, 4)], outer=[(0, 4)])
    return lesson_of(page.text, [page.item("K1", target)], **more)  # type: ignore[arg-type]


BY_SENTENCE = Precision.SENTENCE


@dataclass(frozen=True)
class Marked:
    """`claim(1, 4)`: a highlight still without a page."""

    label: str
    place: Place


def claim(*place: int) -> Marked:
    return Marked(CLAIM, place)  # type: ignore[arg-type]


def denial(*place: int) -> Marked:
    return Marked(DENIAL, place)  # type: ignore[arg-type]


def figure(*place: int) -> Marked:
    return Marked(FIGURE, place)  # type: ignore[arg-type]


def claims(phrase: str) -> Marked:
    return Marked(CLAIM, phrase)


def denies(phrase: str) -> Marked:
    return Marked(DENIAL, phrase)


def figures(phrase: str) -> Marked:
    return Marked(FIGURE, phrase)


def work_on(lesson: Lesson, *marks: Marked) -> tuple[Annotation, ...]:
    """Annotations with the ids h0, h1, … in the order given."""
    page = Page(lesson.texts[0].article.text)
    numbers = count()
    return tuple(page.mark(mark.label, mark.place, f"h{next(numbers)}") for mark in marks)


def graded(lesson: Lesson, *marks: Marked) -> Grade:
    return grade(lesson, work_on(lesson, *marks))


def answers_as_work(lesson: Lesson) -> tuple[Annotation, ...]:
    """Each answer marked, with a source, evidence and links as the key has them; its id is the item's."""
    text, key = lesson.texts[0].article.text, lesson.texts[0].key
    assert key is not None
    return tuple(
        Annotation(
            item.id,
            item.label,
            item.main.span,
            quote_of(text, item.main.span),
            attributes=tuple((name, values[:1]) for name, values in item.attributes),
            links=tuple(Link(f"{item.id}-{n}", link.type, link.item) for n, link in enumerate(item.links)),
        )
        for item in key.items
    )
