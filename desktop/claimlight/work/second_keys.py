"""Other teachers' answers to a lesson: added from a file, merged with one's own, and how far teachers agree."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Span, Text
from claimlight.core.errors import ClaimlightError, LessonError, WorkError
from claimlight.core.identity import NewId
from claimlight.core.identity import new_id as random_id
from claimlight.core.lesson import AnswerKey, Item, Lesson, LessonText, Target
from claimlight.files.key_build import KeyPlace
from claimlight.files.key_file import key_from_json
from claimlight.files.lesson_bundle import read_bundle
from claimlight.files.reading import read_bytes
from claimlight.files.second_key import NAME, TEXT
from claimlight.files.work_file import read_work
from claimlight.grading.key_agreement import key_agreement
from claimlight.grading.several_keys import SharedKey, human_ceiling, share_key
from claimlight.store.classbook import Classbook
from claimlight.store.facts import SecondKey


@dataclass(frozen=True, slots=True)
class Colleague:
    """Another teacher's marks, and how far they agree with one's own answers (F1, 0 to 1)."""

    id: str
    name: str
    marks: tuple[Annotation, ...]
    f1: float


@dataclass(frozen=True, slots=True)
class SeveralKeys:
    """One's own answers with those of colleagues: merged, and what teachers score (0 to 100) against each other."""

    colleagues: tuple[Colleague, ...]
    merged: SharedKey
    scores: tuple[Fraction, ...]
    """One's own first, then the colleagues'."""

    @property
    def ceiling(self) -> Fraction:
        """The mean: no class can be asked for more."""
        return sum(self.scores, Fraction(0)) / len(self.scores)


def add_key(classbook: Classbook, lesson: Lesson, file: Path, *, new_id: NewId = random_id) -> Colleague:
    """Add a colleague's answers to the article: a key, a lesson folder's `second.json`, a lesson file with answers, or
    highlights made as a student makes them. Raises LessonError or WorkError; then nothing was added.
    """
    text = _article(lesson)
    marks = _read(file, lesson, text)
    if not marks:
        raise WorkError("no-marks-in-key", file=file.name)
    name = file.stem if file.stem not in ("second", "article.key") else file.parent.name
    places = [(one.label, one.span.start, one.span.end) for one in marks]
    kept = SecondKey(new_id(), name, json.dumps(places))
    classbook.facts.add_second_key(lesson.hash, kept)
    return _colleague(kept.id, name, _kept_marks(kept, text.article.text), text)


def remove_key(classbook: Classbook, id: str) -> None:
    """A colleague's answers are known no longer."""
    classbook.facts.remove_second_key(id)


def several_keys(classbook: Classbook, lesson: Lesson) -> SeveralKeys | None:
    """All answers there are to the lesson's article; None where no colleague's were added."""
    text = _article(lesson)
    kept = classbook.facts.second_keys(lesson.hash)
    if not kept:
        return None
    colleagues = tuple(_colleague(one.id, one.name, _kept_marks(one, text.article.text), text) for one in kept)
    assert text.key is not None, "looked at before"
    teachers = [_required(text.key, text.article.text), *(one.marks for one in colleagues)]
    return SeveralKeys(colleagues, share_key(text.article.text, teachers), human_ceiling(lesson, teachers).scores)


def _article(lesson: Lesson) -> LessonText:
    text = lesson.text(TEXT)
    if text is None or text.key is None:
        raise LessonError("key-not-a-page", file=TEXT)
    return text


def _read(file: Path, lesson: Lesson, text: LessonText) -> tuple[Annotation, ...]:
    """The required answers in a file of any kind, as marks."""
    article = text.article.text
    if file.is_dir():
        file = file / NAME
    if file.suffix == ".claimlesson":
        other = read_bundle(read_bytes(file)).text(TEXT)
        if other is None or other.key is None or other.article.text.text_hash != article.text_hash:
            raise WorkError("work-text-changed", file=file.name)
        return _required(other.key, article)
    try:
        key = key_from_json(read_bytes(file), article, KeyPlace(file.name, lesson.slug, TEXT))
    except LessonError as error:
        return _as_work(file, article, error)
    return _required(key, article) or _as_work(file, article, None)


def _as_work(file: Path, text: Text, otherwise: ClaimlightError | None) -> tuple[Annotation, ...]:
    """The highlights in a file; where it has none, what was wrong with it as a key."""
    try:
        return read_work(file, text).annotations
    except WorkError:
        if otherwise is not None:
            raise otherwise from None
        raise


def _required(key: AnswerKey, text: Text) -> tuple[Annotation, ...]:
    return tuple(_marks(key, text))


def _marks(key: AnswerKey, text: Text) -> Iterable[Annotation]:
    for item in key.items:
        if not item.optional:
            span = item.main.span
            yield Annotation(item.id, item.label, span, quote_of(text, span))


def _kept_marks(kept: SecondKey, text: Text) -> tuple[Annotation, ...]:
    places = [(label, Span(start, end)) for label, start, end in json.loads(kept.key)]
    return tuple(Annotation(f"k{n}", label, span, quote_of(text, span)) for n, (label, span) in enumerate(places))


def _colleague(id: str, name: str, marks: tuple[Annotation, ...], text: LessonText) -> Colleague:
    assert text.key is not None, "looked at before"
    items = tuple(Item(f"k{n}", one.label, (Target(one.span, one.label),)) for n, one in enumerate(marks))
    other = AnswerKey(items, text_hash=text.article.text.text_hash)
    return Colleague(id, name, marks, key_agreement(text.article.text, text.key, other).f1)
