"""A lesson: an article, its label guide, and the answers with all that makes them fair."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from claimlight.core.article import Article, Span
from claimlight.core.codebook import Codebook

ONE = Fraction(1)


class Precision(StrEnum):
    """Whether boundaries count by the word, or only the sentence must be right."""

    WORDS = "words"
    SENTENCE = "sentence"


class Mode(StrEnum):
    """When students may see the answers: at once, when the teacher says, never on their laptop."""

    PRACTICE = "practice"
    HOMEWORK = "homework"
    ASSESSMENT = "assessment"


@dataclass(frozen=True, slots=True)
class Target:
    """One right way to mark an item.

    Spans are code points of the lesson's text; the grader reads them as words. Empty `core`, `outer` and `must` mean
    the grader's defaults. `joint` holds two or three parts of a broken answer, of which any one or all together earn
    the whole `factor`; `span` then runs from the first part to the last.
    """

    span: Span
    label: str
    factor: Fraction = ONE
    joint: tuple[Span, ...] = ()
    core: tuple[Span, ...] = ()
    outer: tuple[Span, ...] = ()
    must: tuple[Span, ...] = ()
    covers: tuple[str, ...] = ()
    """Further items, by id, that a highlight on this target earns as well."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """A dated, sourced note on how things stand outside the article; shown after the answers are."""

    text: str
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class ItemLink:
    """A relation that the key asks for, to another item."""

    type: str
    item: str


@dataclass(frozen=True, slots=True)
class Item:
    """One answer. `targets` holds the main target first (factor 1), then what is also right."""

    id: str
    label: str
    targets: tuple[Target, ...]
    weight: Fraction = ONE
    optional: bool = False
    bonus: Fraction = Fraction(0)
    explanation: str = ""
    attributes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Pairs of a name and every value that is right."""
    links: tuple[ItemLink, ...] = ()
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    denying: tuple[Span, ...] = ()
    group: str = ""
    note: str = ""
    world: World | None = None

    @property
    def main(self) -> Target:
        return self.targets[0]

    def attribute(self, name: str) -> tuple[str, ...]:
        return next((values for key, values in self.attributes if key == name), ())


@dataclass(frozen=True, slots=True)
class Decoy:
    """A trap: words that look like an answer and are not, with the author's reason."""

    id: str
    span: Span
    explanation: str


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """The answers for one text. `rate` is what a mark where nothing belongs costs, in mean weights (1/2 or 1/4)."""

    items: tuple[Item, ...]
    decoys: tuple[Decoy, ...] = ()
    excluded: tuple[Span, ...] = ()
    rate: Fraction = Fraction(1, 2)
    text_hash: str = ""
    key_hash: str = ""

    def item(self, id: str) -> Item | None:
        return next((item for item in self.items if item.id == id), None)


@dataclass(frozen=True, slots=True)
class LessonText:
    """An article of a lesson with its answers, which may be held back; `held_rate` then is their `rate`, if known."""

    article: Article
    key: AnswerKey | None
    held_rate: Fraction | None = None

    @property
    def rate(self) -> Fraction | None:
        """What a mark where nothing belongs costs, in mean weights; None where nobody can say."""
        return self.key.rate if self.key is not None else self.held_rate


class ReviewItem(NamedTuple):
    """An answer or a trap of an earlier lesson (by its slug) that a lesson opens with."""

    lesson: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonDetails:
    """What a lesson says about itself, wherever it is told: in its `lesson.toml` and in the lesson that is read."""

    id: str
    slug: str
    version: int
    title: str
    language: str
    author: str = ""
    licence: str = ""
    attribution: str = ""
    level: str = ""
    minutes: int = 20
    topic: str = ""
    source: str = ""
    content_note: str = ""
    objectives: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    discussion: tuple[str, ...] = ()
    """Questions to talk about after the answers are shown."""
    labels: tuple[str, ...] = ()
    """The label ids that the lesson trains, in the order of the label bar."""
    ask: tuple[str, ...] = ()
    precision: Precision = Precision.WORDS
    checks: int = 2
    allowance: int = 1
    example: tuple[str, ...] = ()
    """Items shown as a worked example, never graded."""
    task: str = ""
    glossary: tuple[tuple[str, str], ...] = ()
    review: tuple[ReviewItem, ...] = ()
    """What those who know the earlier lessons may begin with."""
    audience: str = ""
    """"teacher" in a copy for colleagues, which holds all that its author knows."""
    form_of: str = ""
    """The slug of the lesson that this one runs parallel to, for a test before and after it; empty for most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson(LessonDetails):
    """A lesson as it is read from its folder or file. `hash` names this version (id, version, texts and codebook).

    `mode` is no part of the version: the same lesson can be given out in several ways.
    """

    codebook: Codebook
    texts: tuple[LessonText, ...]
    hash: str
    mode: Mode = Mode.PRACTICE

    def text(self, name: str = "article") -> LessonText | None:
        return next((text for text in self.texts if text.article.name == name), None)

    def with_answers(self, name: str, key: AnswerKey) -> "Lesson":
        """The lesson once the answers to its text `name` are let go."""
        texts = tuple(replace(text, key=key) if text.article.name == name else text for text in self.texts)
        return replace(self, texts=texts)
