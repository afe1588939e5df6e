"""What a class made of one lesson: where it marked what, which answers it missed, and where it is of two minds.

Values only, of the latest work of each student; nothing here names anybody.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from statistics import median

from claimlight.core.article import Span
from claimlight.core.errors import WorkError
from claimlight.core.lesson import AnswerKey, Item, Lesson, LessonText
from claimlight.grading.heat import Heat, Stretch, heat
from claimlight.grading.receipt import Fate
from claimlight.grading.work_facts import CheckFacts, Doubt, Finding, ItemFact, MarkFact, WorkFacts, finding
from claimlight.store.classbook import Classbook
from claimlight.work.answers_now import lesson_now
from claimlight.work.known_facts import latest_facts
from claimlight.work.teaching import find_class

FEWEST = 8
"""With fewer works, one could tell who marked what: then no results are shown."""
_ASTRAY = (Fate.EXTRA.value, Fate.TRAP_HIT.value)


class Which(StrEnum):
    """Which check is looked at: the first, or the last, which counts."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class ClassWork:
    """All that results of one class and lesson are made from. `listed` are the names on the class's list."""

    class_name: str
    lesson: Lesson
    text: LessonText
    key: AnswerKey
    works: tuple[WorkFacts, ...]
    listed: int

    @property
    def enough(self) -> bool:
        """Whether nobody could be told from what is shown."""
        return len(self.works) >= FEWEST

    @property
    def two_checks(self) -> bool:
        """Whether anybody checked twice."""
        return any(work.first is not None for work in self.works)

    def checks(self, which: Which) -> tuple[CheckFacts, ...]:
        """One of each work; who checked once has that as first and last."""
        return tuple(work.last if which is Which.LAST else work.first or work.last for work in self.works)


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How a class of `n` found one answer. `wrong_labels` are those given instead, the commonest first."""

    item: Item
    n: int
    full: int
    part: int
    wrong: int
    missed: int
    wrong_labels: tuple[tuple[str, int], ...] = ()
    left_out: Span | None = None
    """The words that those who found it left out most often, `left_out_by` of them."""
    left_out_by: int = 0
    doubts: int = 0
    """How many see it differently."""
    sure_wrong: int = 0
    """How many were sure of what they marked here, and it was another label or nothing."""

    @property
    def found(self) -> int:
        return self.full + self.part

    @property
    def span(self) -> Span:
        return self.item.main.span

    @property
    def label(self) -> str:
        return self.item.label


@dataclass(frozen=True, slots=True)
class OverMarked:
    """Words that are not in the answers, and how many marked them, as `label` most of all."""

    span: Span
    marked: int
    label: str
    labelled: int
    trap: bool
    doubts: int = 0
    sure: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """One check of a class. `middle` is the median of the points, None where nothing was handed in."""

    n: int
    heat: Heat
    items: tuple[ItemResult, ...]
    over: tuple[OverMarked, ...]
    middle: Fraction | None
    possible: Fraction

    @property
    def most_missed(self) -> tuple[ItemResult, ...]:
        """Required answers that somebody did not find, the least found first."""
        open_ = [one for one in self.items if not one.item.optional and one.found < one.n]
        return tuple(sorted(open_, key=lambda one: (one.found, one.full, one.span)))

    @property
    def wrong_labels(self) -> tuple[ItemResult, ...]:
        """Answers that got another label, most often first."""
        mixed = [one for one in self.items if one.wrong]
        return tuple(sorted(mixed, key=lambda one: (-one.wrong_labels[0][1], -one.wrong, one.span)))

    def item(self, id: str) -> ItemResult | None:
        return next((one for one in self.items if one.item.id == id), None)


def class_work(classbook: Classbook, class_id: str, lesson_hash: str, text: str = "article") -> ClassWork:
    """Read what a class handed in of one version of a lesson. Raises WorkError where there is nothing to grade by."""
    to = find_class(classbook, class_id).students
    now = lesson_now(classbook, to.id, lesson_hash)
    lesson = None if now is None else now.lesson
    found = None if lesson is None else lesson.text(text)
    if lesson is None or found is None or found.key is None:
        raise WorkError("no-results", lesson=lesson_hash)
    works = tuple(one.facts for one in latest_facts(classbook, to.id, lesson, text))
    return ClassWork(to.name, lesson, found, found.key, works, len(classbook.classes.roster(to.id)))


def results(work: ClassWork, which: Which = Which.LAST) -> Results:
    """Count one check of a class."""
    checks = work.checks(which)
    points = [fraction(check.points) for check in checks]
    return Results(
        n=len(checks),
        heat=heat([check.marks for check in checks]),
        items=item_results(work, checks),
        over=tuple(_over_marked(work, checks)),
        middle=median(points) if points else None,
        possible=Fraction(work.works[0].possible) if work.works else Fraction(0),
    )


@cache
def fraction(said: str) -> Fraction:
    """An exact number as it is kept; a class has few different ones."""
    return Fraction(said)


def item_results(work: ClassWork, checks: tuple[CheckFacts, ...]) -> tuple[ItemResult, ...]:
    """How each answer was found in these checks, in page order."""
    facts: dict[str, list[ItemFact]] = {}
    sure: Counter[str] = Counter()
    labels = {item.id: item.label for item in work.key.items}
    for check in checks:
        for fact in check.items:
            facts.setdefault(fact.item, []).append(fact)
        sure.update(_sure_and_wrong(labels, check))
    doubted = Counter(id for one in work.works for id in {doubt.item for doubt in one.doubts})
    items = sorted((item for item in work.key.items if item.id in facts), key=lambda item: item.main.span)
    return tuple(_item(item, facts[item.id], doubted[item.id], sure[item.id]) for item in items)


def _sure_and_wrong(labels: Mapping[str, str], check: CheckFacts) -> set[str]:
    """The items that somebody got wrong in this check although they were sure of their mark."""
    sure = {mark.item for mark in check.marks if mark.sure and mark.item in labels and mark.fate not in _ASTRAY}
    if not sure:
        return sure
    wrong = (Finding.WRONG, Finding.MISSED)
    return {fact.item for fact in check.items if fact.item in sure and finding(fact, labels[fact.item]) in wrong}


def _item(item: Item, facts: list[ItemFact], doubts: int, sure_wrong: int) -> ItemResult:
    how = Counter(finding(fact, item.label) for fact in facts)
    given = Counter(fact.given for fact in facts if fact.given not in ("", item.label))
    left = Counter(missed for fact in facts if fact.given == item.label for missed in fact.missed)
    least = sorted(((-count, start, end) for (start, end), count in left.items()), key=lambda each: each)
    return ItemResult(
        item=item,
        n=len(facts),
        full=how[Finding.FULL],
        part=how[Finding.PART],
        wrong=how[Finding.WRONG],
        missed=how[Finding.MISSED],
        wrong_labels=tuple(sorted(given.items(), key=lambda pair: (-pair[1], pair[0]))),
        left_out=Span(least[0][1], least[0][2]) if least else None,
        left_out_by=-least[0][0] if least else 0,
        doubts=doubts,
        sure_wrong=sure_wrong,
    )


def _over_marked(work: ClassWork, checks: tuple[CheckFacts, ...]) -> Iterator[OverMarked]:
    """Of each sentence the words that most marked in it although nothing belongs there, most marked first."""
    astray = [[mark for mark in check.marks if mark.fate in _ASTRAY] for check in checks]
    counted = heat(astray)
    text = work.text.article.text
    touched = {one.span for stretch in counted.stretches for one in text.sentences_touching(stretch.span)}
    every = [(number, mark) for number, marks in enumerate(astray) for mark in marks]
    told = [_told_over(work, every, _hottest(counted, sentence)) for sentence in sorted(touched)]
    yield from sorted(told, key=lambda one: (-one.marked, one.span))


def _hottest(counted: Heat, sentence: Span) -> Span:
    """The longest run around the peak of a sentence that was marked at least half as often."""
    stretches = list(counted.within(sentence))
    peak = max(range(len(stretches)), key=lambda n: (stretches[n].marked, -n))
    first = last = peak
    while first and _goes_on(stretches, first - 1, first, stretches[peak].marked):
        first -= 1
    while last + 1 < len(stretches) and _goes_on(stretches, last, last + 1, stretches[peak].marked):
        last += 1
    return Span(max(stretches[first].start, sentence.start), min(stretches[last].end, sentence.end))


def _goes_on(stretches: list[Stretch], left: int, right: int, peak: int) -> bool:
    touching = stretches[left].end == stretches[right].start
    return touching and 2 * min(stretches[left].marked, stretches[right].marked) >= peak


def _told_over(work: ClassWork, astray: list[tuple[int, MarkFact]], span: Span) -> OverMarked:
    there = [(number, mark) for number, mark in astray if mark.start < span.end and span.start < mark.end]
    labels = Counter(label for _number, label in {(number, mark.label) for number, mark in there})
    count, label = min((-count, label) for label, count in labels.items())
    traps = {decoy.id for decoy in work.key.decoys if _touch(decoy.span, span)}
    return OverMarked(
        span=span,
        marked=len({number for number, _mark in there}),
        label=label,
        labelled=-count,
        trap=bool(traps),
        doubts=sum(any(_is_about(doubt, span, traps) for doubt in one.doubts) for one in work.works if one.doubts),
        sure=len({number for number, mark in there if mark.sure}),
    )


def _is_about(doubt: Doubt, span: Span, traps: set[str]) -> bool:
    return doubt.item in traps or (not doubt.item and doubt.start < span.end and span.start < doubt.end)


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
