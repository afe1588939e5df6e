"""What a student's finished lessons show: how sure we can be of each label, too little or too much, both checks.

A lesson counts once, the first time it is finished: afterwards its answers are known, and more work on it is practice.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from claimlight.core.codebook import Codebook, Label
from claimlight.core.errors import ClaimlightError
from claimlight.core.lesson import Lesson
from claimlight.files.lesson_bundle import read_bundle
from claimlight.grading.grade import Grade, PreparedKey, Score, grade_prepared, prepare, score_prepared
from claimlight.grading.marking_style import MarkingStyle, marking_style
from claimlight.grading.mastery import LEVEL, Mastery, mastery
from claimlight.store.finished import Finished
from claimlight.wording.codebook import spoken_codebook

FEW = 4
"""With fewer items than this there is too little to say anything about a label."""

LessonBytes = Callable[[str, str | None], bytes | None]
"""The file of a lesson version (its hash) with these answers (their hash); see `Workbook.lesson_bytes`."""


@dataclass(frozen=True, slots=True)
class Result:
    """A finished attempt with what its first and last check came to; None where the lesson can no longer be read.

    `evidence` is the last check's grade with its reasons, and the label guide, where this is the first time that the
    lesson was finished.
    """

    finished: Finished
    first: Score | None = None
    last: Score | None = None
    evidence: tuple[Grade, Codebook] | None = None

    @property
    def checks(self) -> int:
        return len(self.finished.checks)


class Sureness(Enum):
    """Where the band of a label lies."""

    TOO_EARLY = auto()
    """There is too little to go by."""
    NOT_YET = auto()
    """Wholly below the line."""
    GETTING_THERE = auto()
    """Across it."""
    SECURE = auto()
    """Wholly above it."""


@dataclass(frozen=True, slots=True)
class LabelProgress:
    """How sure we can be of one label: the share of credit to expect, and the band in which it probably lies."""

    label: Label
    mastery: Mastery
    guess: float
    low: float
    high: float

    @property
    def sureness(self) -> Sureness:
        if self.mastery.n < FEW:
            return Sureness.TOO_EARLY
        if self.mastery.secure:
            return Sureness.SECURE
        return Sureness.NOT_YET if self.high <= LEVEL else Sureness.GETTING_THERE


@dataclass(frozen=True, slots=True)
class LessonStyle:
    """How much was marked in one lesson."""

    title: str
    style: MarkingStyle


@dataclass(frozen=True, slots=True)
class Report:
    """What the page shows. `results` has every attempt, the latest first; labels and styles only what counts."""

    labels: tuple[LabelProgress, ...]
    styles: tuple[LessonStyle, ...]
    """In the order in which the lessons were finished."""
    results: tuple[Result, ...]

    @property
    def to_practise(self) -> Label | None:
        """The label with the least credit to expect, of those that are not secure and have enough to go by."""
        open_ones = [one for one in self.labels if one.sureness in (Sureness.NOT_YET, Sureness.GETTING_THERE)]
        return min(open_ones, key=lambda one: one.guess).label if open_ones else None

    @property
    def all_secure(self) -> bool:
        return bool(self.labels) and all(one.sureness is Sureness.SECURE for one in self.labels)


def results(finished: Iterable[Finished], lesson_bytes: LessonBytes) -> Iterator[Result]:
    """Grade the checks of each attempt anew, one attempt at a time; a version is read only once."""
    known: _Known = {}
    seen: set[str] = set()
    for one in finished:
        counts = one.attempt.lesson_id not in seen
        seen.add(one.attempt.lesson_id)
        yield _result(one, counts, lesson_bytes, known)


def report(results: Iterable[Result]) -> Report:
    """What `results`, in the order in which they were finished, show together."""
    found = tuple(results)
    counted = [(one.finished.title, *one.evidence) for one in found if one.evidence is not None]
    styles = tuple(LessonStyle(title, marking_style(grade)) for title, grade, _guide in counted)
    return Report(tuple(_labels((grade, guide) for _title, grade, guide in counted)), styles, found[::-1])


@dataclass(frozen=True, slots=True)
class _Answers:
    codebook: Codebook
    key: PreparedKey


_Known = dict[tuple[str, str, str], _Answers | None]
"""By the hashes of a lesson and its answers, and the name of the text."""


def _result(one: Finished, counts: bool, lesson_bytes: LessonBytes, known: _Known) -> Result:
    scores: list[Score] = []
    for check in (one.checks[0], one.checks[-1]):
        place = (one.attempt.lesson_hash, check.key_hash, one.attempt.text_name)
        if place not in known:
            known[place] = _answers(*place, lesson_bytes)
        answers = known[place]
        if answers is None:
            return Result(one)
        try:
            scores.append(score_prepared(answers.key, check.annotations))
        except ClaimlightError:
            return Result(one)
    last = known[one.attempt.lesson_hash, one.checks[-1].key_hash, one.attempt.text_name]
    assert last is not None, "its score was just made with it"
    evidence = (grade_prepared(last.key, one.checks[-1].annotations), last.codebook) if counts else None
    return Result(one, scores[0], scores[-1], evidence)


def _answers(lesson_hash: str, key_hash: str, text: str, lesson_bytes: LessonBytes) -> _Answers | None:
    """None where the lesson, or its answers, are gone, damaged, or not for students' laptops."""
    try:
        kept = lesson_bytes(lesson_hash, key_hash)
        if kept is None:
            return None
        lesson: Lesson = read_bundle(kept)
        return _Answers(spoken_codebook(lesson.codebook), prepare(lesson, text))
    except ClaimlightError:
        return None


def _labels(evidence: Iterable[tuple[Grade, Codebook]]) -> Iterator[LabelProgress]:
    """Those of one label guide after those of another; in the guide's own order, as its latest version has them."""
    guides: dict[str, Codebook] = {}
    grades: dict[str, list[Grade]] = {}
    for grade, guide in evidence:
        guides[guide.id] = guide
        grades.setdefault(guide.id, []).append(grade)
    for id, guide in guides.items():
        shown = {each.label: each for each in mastery(grades[id])}
        for label in guide.labels:
            if label.id in shown:
                yield LabelProgress(label, shown[label.id], shown[label.id].guess, *shown[label.id].band)
