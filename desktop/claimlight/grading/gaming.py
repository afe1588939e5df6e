"""Grade simple strategies against a key: a lesson where one of them pays trains no reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claimlight.core.annotation import Annotation, Quote
from claimlight.core.article import Article, Span
from claimlight.core.lesson import Lesson, Precision
from claimlight.grading import surface
from claimlight.grading.grade import PreparedKey, grade_prepared, prepare

PAYS, PAYS_BY_SENTENCE, PAYS_ONE_LABEL = Fraction(20), Fraction(35), Fraction(60)
"""The scores above which a strategy pays: marking without reading, the same where only the sentence must be right,
and the right words under one label for all."""

CLAIM, DENIAL, FIGURE = "claim", "denial", "unverified-figure"


class Ploy(StrEnum):
    """What is marked without reading; the last two take some."""

    SENTENCES = "sentences"
    PARAGRAPHS = "paragraphs"
    NUMBERS = "numbers"
    QUOTATIONS = "quotations"
    BY_LOOKS = "by-looks"
    """Numbers as figures, quotations as denials, and each sentence with "said" as a claim."""
    ONE_LABEL = "one-label"
    """The right words, with one label for all."""


@dataclass(frozen=True, slots=True)
class Gamed:
    """A strategy and what it scores, of 100. `labels` are those given to everything it marks; none for `BY_LOOKS`."""

    ploy: Ploy
    labels: tuple[str, ...]
    score: Fraction
    limit: Fraction

    @property
    def pays(self) -> bool:
        return self.score > self.limit

    @property
    def percent(self) -> int:
        """The score rounded half up."""
        return (2 * self.score.numerator + self.score.denominator) // (2 * self.score.denominator)


def game(lesson: Lesson, text: str = "article") -> tuple[Gamed, ...]:
    """Every strategy's score on one text of `lesson`. Raises LessonError where the answers cannot be used.

    A key without required answers is not played: there an untouched page is right.
    """
    key = prepare(lesson, text)
    chosen = lesson.text(text)
    assert chosen is not None, "prepared"
    if not any(item.item.weight and not item.item.optional for item in key.items):
        return ()
    limit = PAYS_BY_SENTENCE if lesson.precision is Precision.SENTENCE else PAYS
    labels = lesson.labels or tuple(label.id for label in lesson.codebook.labels)
    return (
        *(
            Gamed(ploy, under, _score(key, [(span, label) for span in spans for label in under]), limit)
            for ploy, spans in _marked(chosen.article).items()
            for under in _labellings(labels)
        ),
        *_by_looks(key, chosen.article, labels, limit),
        *_one_label(key, labels),
    )


def best(played: tuple[Gamed, ...]) -> Gamed | None:
    """The strategy without reading that scores most, the first of equals."""
    blind = [one for one in played if one.ploy is not Ploy.ONE_LABEL]
    return max(blind, key=lambda one: one.score, default=None)


def _marked(article: Article) -> dict[Ploy, tuple[Span, ...]]:
    text, language = article.text, article.language
    return {
        Ploy.SENTENCES: surface.sentences(text),
        Ploy.PARAGRAPHS: surface.paragraphs(text),
        Ploy.NUMBERS: surface.numbers(text, language),
        Ploy.QUOTATIONS: surface.quotations(text),
    }


def _labellings(labels: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield from ((label,) for label in labels)
    if len(labels) > 1:
        yield labels


def _by_looks(key: PreparedKey, article: Article, labels: tuple[str, ...], limit: Fraction) -> Iterator[Gamed]:
    if not {CLAIM, DENIAL, FIGURE} <= set(labels):
        return
    text, language = article.text, article.language
    marks = [
        *((span, FIGURE) for span in surface.numbers(text, language)),
        *((span, DENIAL) for span in surface.quotations(text)),
        *((span, CLAIM) for span in surface.said(text, language)),
    ]
    yield Gamed(Ploy.BY_LOOKS, (), _score(key, marks), limit)


def _one_label(key: PreparedKey, labels: tuple[str, ...]) -> Iterator[Gamed]:
    if len(labels) < 2:
        return
    words = [item.main.target.span for item in key.items if not item.item.optional]
    for label in labels:
        yield Gamed(Ploy.ONE_LABEL, (label,), _score(key, [(span, label) for span in words]), PAYS_ONE_LABEL)


def _score(key: PreparedKey, marks: list[tuple[Span, str]]) -> Fraction:
    made = (Annotation(f"{number}", label, span, Quote("")) for number, (span, label) in enumerate(marks))
    return grade_prepared(key, made).score
