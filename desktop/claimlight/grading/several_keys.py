"""Make one key of several teachers' marks: what most of them mark counts most, and nothing else is required.

The marks are aligned into items, one of each teacher at most. An item's weight is the share of teachers who marked it;
below one half it is optional. Its label is the one that most gave, and each other that was given earns its support over
that one's. The human ceiling grades each teacher against the key of the others: no class can be asked for more.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from claimlight.core.annotation import Annotation
from claimlight.core.article import Text
from claimlight.core.lesson import AnswerKey, Item, Lesson, Target
from claimlight.grading.alignment import Group, TeacherMark, align, medoid
from claimlight.grading.grade import grade
from claimlight.grading.rate import penalty_rate
from claimlight.grading.words import Words, words_that_count

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class SharedItem:
    """An item with how many of the teachers gave it which label, the most given first."""

    item: Item
    support: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SharedKey:
    """The key of `n` teachers, with its items in page order."""

    key: AnswerKey
    items: tuple[SharedItem, ...]
    n: int
    large: bool = False
    """Whether marks were so entangled somewhere that not every alignment could be looked at."""


@dataclass(frozen=True, slots=True)
class HumanCeiling:
    """What each teacher scores (0 to 100) against the key of the others, in the order given."""

    scores: tuple[Fraction, ...]

    @property
    def mean(self) -> Fraction:
        return sum(self.scores, Fraction(0)) / len(self.scores)


def share_key(text: Text, teachers: Sequence[Sequence[Annotation]]) -> SharedKey:
    """One key from the marks of teachers on `text`, whatever their order. Raises ValueError for no teacher.

    Marks that cover no word are left out, and what one teacher marked twice under one label counts once.
    """
    if not teachers:
        raise ValueError("a key needs a teacher")
    words = words_that_count(text)
    alignment = align(_marks(words, teachers))
    shared = [_shared(words, group, len(teachers)) for group in alignment.groups]
    shared.sort(key=lambda one: (one.item.main.span, one.item.label, -one.item.weight))
    named = [replace(one, item=replace(one.item, id=f"k{n}")) for n, one in enumerate(_without_twins(shared), 1)]
    required = sum(not one.item.optional for one in named)
    key = AnswerKey(
        items=tuple(one.item for one in named),
        rate=penalty_rate(len(words.firsts) - 1, required),
        text_hash=text.text_hash,
    )
    return SharedKey(key, tuple(named), len(teachers), alignment.large)


def human_ceiling(lesson: Lesson, teachers: Sequence[Sequence[Annotation]], text: str = "article") -> HumanCeiling:
    """Grade each of two or more teachers, by the lesson's rules, against the shared key of the others.

    Raises ValueError for fewer or where the lesson has no such text; LessonError or WorkError where a mark cannot be
    used.
    """
    found = lesson.text(text)
    if len(teachers) < 2 or found is None:
        raise ValueError("a ceiling needs two teachers and their text")
    scores = []
    for number, work in enumerate(teachers):
        others = [*teachers[:number], *teachers[number + 1 :]]
        key = share_key(found.article.text, others).key
        scores.append(grade(replace(lesson, texts=(replace(found, key=key),), example=()), work, text).score)
    return HumanCeiling(tuple(scores))


def _marks(words: Words, teachers: Sequence[Sequence[Annotation]]) -> list[TeacherMark]:
    """All marks, with the teachers numbered by what they marked, so that their order is no matter."""
    runs = sorted(
        sorted({(run, one.label) for one in work if (run := words.covered(one.span)).start < run.stop})
        for work in teachers
    )
    return [TeacherMark(run, label, number) for number, work in enumerate(runs) for run, label in work]


def _shared(words: Words, group: Group, teachers: int) -> SharedItem:
    counted = Counter(mark.label for mark in group)
    support = tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
    weight = Fraction(len(group), teachers)
    targets = tuple(
        Target(
            words.span(medoid(group, [mark for mark in group if mark.label == label])),
            label,
            Fraction(count, support[0][1]),
        )
        for label, count in support
    )
    return SharedItem(Item("", support[0][0], targets, weight, weight < HALF), support)


def _without_twins(shared: list[SharedItem]) -> list[SharedItem]:
    """Of items with one label and one place only the weightiest: a key cannot hold both."""
    kept: list[SharedItem] = []
    for one in shared:
        if not kept or (kept[-1].item.main.span, kept[-1].item.label) != (one.item.main.span, one.item.label):
            kept.append(one)
    return kept
