"""A class's work on one long lesson, the same in every run: answers, and marks as students make them."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Article, Direction, Span, Text
from claimlight.core.lesson import AnswerKey, Item, Lesson, LessonText, Target
from claimlight.files.codebook_file import read_codebook
from claimlight.files.markdown_text import build_text
from claimlight.files.places import assets

ITEMS, MARKS, CHARACTERS = 40, 45, 6_000
LABELS = ("claim", "denial", "unverified-figure")
_PROSE = (
    "the board said that every sample taken since Monday meets standard and water is safe to drink again while clinic "
    "reports as many as 640 people fell ill since start of month nobody says how it was counted director denied any "
    "warning reached her desk former engineer told reporters inspections were cut by about half"
)


def lesson(items: int = ITEMS, characters: int = CHARACTERS) -> Lesson:
    """A text of about `characters` code points with `items` answers spread over it, by the word."""
    random = Random(7)
    text = _text(random, characters)
    words = [word for sentence in text.sentences for word in sentence.tokens]
    step = len(words) // items
    starts = (n * step + random.randint(0, max(0, step - 14)) for n in range(items))
    targets = [_answer(words, start, random) for start in starts]
    key = AnswerKey(tuple(Item(f"k{n}", target.label, (target,)) for n, target in enumerate(targets)))
    article = Article("article", "Harrowmere", "", "", "en", Direction.LEFT_TO_RIGHT, text)
    return Lesson(
        id="00000000-0000-0000-0000-000000000001",
        slug="bench",
        version=1,
        title="Bench",
        author="",
        licence="",
        language="en",
        codebook=read_codebook(assets() / "codebooks" / "news-basics.toml"),
        texts=(LessonText(article, key),),
        hash="bench",
    )


def works(lesson: Lesson, count: int, marks: int = MARKS) -> Iterator[tuple[Annotation, ...]]:
    """Of three marks two are near an answer (a word or two more or less, one in ten with another label)."""
    text = lesson.texts[0].article.text
    key = lesson.texts[0].key
    assert key is not None
    words = [word for sentence in text.sentences for word in sentence.tokens]
    places = {word.start: number for number, word in enumerate(words)}
    answers = [(places[item.main.span.start], _words_in(words, item.main.span), item.label) for item in key.items]
    for number in range(count):
        random = Random(number)
        yield tuple(_mark(text, words, answers, random, f"h{n}") for n in range(marks))


def with_another_answer(lesson: Lesson) -> Lesson:
    """The lesson after a change of its key: one answer counts twice."""
    only = lesson.texts[0]
    assert only.key is not None
    first, *rest = only.key.items
    key = replace(only.key, items=(replace(first, weight=Fraction(2)), *rest))
    return replace(lesson, texts=(replace(only, key=key),))


def _text(random: Random, characters: int) -> Text:
    sentences: list[str] = []
    while sum(len(one) + 1 for one in sentences) < characters:
        sentences.append(" ".join(random.choices(_PROSE.split(), k=random.randint(9, 24))).capitalize() + ".")
    markdown = "\n\n".join(" ".join(sentences[n : n + 4]) for n in range(0, len(sentences), 4))
    return build_text(markdown, "en", Direction.LEFT_TO_RIGHT)


def _answer(words: list[Span], start: int, random: Random) -> Target:
    last = min(len(words) - 1, start + random.randint(2, 11))
    return Target(Span(words[start].start, words[last].end), random.choice(LABELS))


def _words_in(words: list[Span], span: Span) -> int:
    return sum(span.start <= word.start < span.end for word in words)


def _mark(text: Text, words: list[Span], answers: list[tuple[int, int, str]], random: Random, id: str) -> Annotation:
    label = random.choice(LABELS)
    start, size = random.randrange(len(words)), random.randint(2, 11)
    if random.randrange(3):
        start, size, right = random.choice(answers)
        label = label if random.randrange(10) == 0 else right
        start, size = start + random.randint(-2, 2), size + random.randint(-2, 2)
    first = min(max(start, 0), len(words) - 1)
    last = min(max(first, first + size - 1), len(words) - 1)
    span = Span(words[first].start, words[last].end)
    return Annotation(id, label, span, quote_of(text, span))
