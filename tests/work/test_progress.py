"""What finished lessons show of a student, worked out from the workbook: nothing counts twice, nothing is lost."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import crc32

import pytest

from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Span
from claimlight.core.attempt import Attempt
from claimlight.core.history import Change, Edit
from claimlight.core.identity import Clock, NewId
from claimlight.core.lesson import Lesson, Mode
from claimlight.files.lesson_folder import build_folder
from claimlight.grading.marking_style import Leaning
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from claimlight.work.progress import FEW, Report, Sureness, report, results
from claimlight.work.shelf import bring_file
from lesson_maker import CLAIM, FIGURE, KEY, item, write_lesson

FOUND = (("Fares will double by spring", "claim"), ("That is not true", "denial"), ("Some 400 people", "figure"))
BAD = (("It rained", "claim"), ("Tea was served", "claim"), ("It was long", "claim"))


class Pupil:
    def __init__(self, folder: Path, workbook: Workbook, ids: NewId) -> None:
        self.folder, self.workbook, self.ids = folder, workbook, ids

    def lesson(self, name: str, **more: object) -> Lesson:
        slot = len(list(self.folder.iterdir())) if self.folder.exists() else 0
        folder = write_lesson(
            self.folder / f"{name}-{slot}",
            slug=name.replace(" ", "-"),
            title=name,
            **{"id": f"4b7f54a0-4a4b-4d0d-9a37-{crc32(name.encode()):012}", "key": KEY, **more},
        )
        build_folder(folder)
        return bring_file(folder, self.workbook)

    def begins(self, lesson: Lesson) -> Attempt:
        return self.workbook.open_attempt(self.workbook.last_person(), lesson, "article", Mode.PRACTICE)

    def marks(self, lesson: Lesson, attempt: Attempt, marks: Sequence[tuple[str, str]]) -> None:
        text = lesson.texts[0].article.text
        for words, label in marks:
            span = Span(text.text.index(words), text.text.index(words) + len(words))
            label = "unverified-figure" if label == "figure" else label
            made = Annotation(self.ids(), label, span, quote_of(text, span))
            self.workbook.record(attempt, Change(self.ids(), "highlight", (Edit(None, made),)))

    def checks(self, lesson: Lesson, attempt: Attempt, *, last: bool) -> None:
        key = lesson.texts[0].key
        assert key is not None
        self.workbook.check(attempt, key.key_hash, last=last)

    def finishes(
        self, lesson: Lesson, first: Sequence[tuple[str, str]] = (), then: Sequence[tuple[str, str]] = FOUND
    ) -> Attempt:
        """Two checks, the second with `then` besides."""
        attempt = self.begins(lesson)
        self.marks(lesson, attempt, first)
        self.checks(lesson, attempt, last=False)
        self.marks(lesson, attempt, then)
        self.checks(lesson, attempt, last=True)
        return attempt

    def report(self) -> Report:
        person = self.workbook.last_person()
        return report(results(self.workbook.finished(person), self.workbook.lesson_bytes))


@pytest.fixture
def pupil(tmp_path: Path, ids: NewId, clock: Clock) -> Iterator[Pupil]:
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder, new_id=ids, clock=clock)
        yield Pupil(tmp_path / "lessons", workbook, ids)
        workbook.close()


def test_both_checks_stand_side_by_side(pupil: Pupil) -> None:
    pupil.finishes(pupil.lesson("fares"), FOUND[:1], FOUND[1:])
    (result,) = pupil.report().results
    assert result.first is not None
    assert result.last is not None
    assert (result.first.points, result.last.points, result.last.possible) == (1, 3, 3)
    assert (result.finished.title, result.checks) == ("fares", 2)
    assert result.finished.closed.startswith("2026-05-04T08:00:")


def test_the_latest_comes_first_by_when_it_was_finished(pupil: Pupil) -> None:
    one, two = pupil.lesson("one"), pupil.lesson("two")
    early = pupil.begins(one)
    pupil.finishes(two)
    pupil.checks(one, early, last=True)
    assert [result.finished.title for result in pupil.report().results] == ["one", "two"]
    assert [style.title for style in pupil.report().styles] == ["two", "one"]


def test_work_that_is_not_finished_is_left_out(pupil: Pupil) -> None:
    lesson = pupil.lesson("fares")
    attempt = pupil.begins(lesson)
    pupil.marks(lesson, attempt, FOUND)
    pupil.checks(lesson, attempt, last=False)
    assert pupil.report() == Report((), (), ())
    assert pupil.report().to_practise is None
    assert not pupil.report().all_secure


def test_a_lesson_counts_once_but_every_attempt_is_listed(pupil: Pupil) -> None:
    lesson = pupil.lesson("fares")
    pupil.finishes(lesson, (), FOUND[:1])
    for _again in range(5):
        pupil.finishes(lesson)
    shown = pupil.report()
    assert [result.last.points for result in shown.results if result.last] == [3, 3, 3, 3, 3, 1]
    assert [(one.label.id, one.mastery.n, one.mastery.credit) for one in shown.labels] == [
        ("claim", 1, 1),
        ("denial", 1, 0),
        ("unverified-figure", 1, 0),
    ]
    assert len(shown.styles) == 1


def test_a_newer_version_of_a_lesson_is_the_same_lesson(pupil: Pupil) -> None:
    pupil.finishes(pupil.lesson("fares"))
    pupil.finishes(pupil.lesson("fares", version=2, key=[CLAIM]), (), FOUND[:1])
    shown = pupil.report()
    assert [result.last.possible for result in shown.results if result.last] == [1, 3]
    assert [one.mastery.n for one in shown.labels] == [1, 1, 1]


def test_answers_that_were_changed_later_change_no_earlier_points(pupil: Pupil) -> None:
    pupil.finishes(pupil.lesson("fares"))
    pupil.lesson("fares", key=[FIGURE])
    (result,) = pupil.report().results
    assert result.last is not None
    assert result.last.possible == 3


@pytest.mark.parametrize(
    ("times", "marks", "expected"),
    [
        (FEW - 1, FOUND, Sureness.TOO_EARLY),
        (FEW, FOUND, Sureness.GETTING_THERE),
        (8, FOUND, Sureness.SECURE),
        (8, BAD, Sureness.NOT_YET),
    ],
)
def test_how_sure_we_can_be_grows_with_the_evidence(
    pupil: Pupil, times: int, marks: Sequence[tuple[str, str]], expected: Sureness
) -> None:
    for number in range(times):
        pupil.finishes(pupil.lesson(f"lesson {number}"), (), marks)
    shown = pupil.report()
    assert [one.sureness for one in shown.labels] == [expected] * 3
    for one in shown.labels:
        assert 0 < one.low < one.guess < one.high < 1
        assert one.mastery.secure == (one.low >= 0.8)
    assert shown.all_secure == (expected is Sureness.SECURE)


def test_the_label_to_practise_is_the_one_that_goes_worst(pupil: Pupil) -> None:
    for number in range(FEW):
        pupil.finishes(pupil.lesson(f"lesson {number}"), (), FOUND[: 1 if number else 3])
    practise = pupil.report().to_practise
    assert practise is not None
    assert practise.id == "denial"


def test_too_little_and_too_much_are_counted(pupil: Pupil) -> None:
    pupil.finishes(pupil.lesson("little"), (), FOUND[:1])
    pupil.finishes(pupil.lesson("much"), FOUND, BAD)
    little, much = (one.style for one in pupil.report().styles)
    assert (little.astray, little.unfound, little.leaning) == (0, 2, Leaning.UNDER_MARKS)
    assert (much.astray, much.unfound, much.leaning) == (3, 0, Leaning.OVER_MARKS)


def test_a_page_that_was_left_empty_is_readable_too(pupil: Pupil) -> None:
    pupil.finishes(pupil.lesson("fares"), (), ())
    shown = pupil.report()
    assert [(one.style.astray, one.style.unfound) for one in shown.styles] == [(0, 3)]
    pupil.finishes(pupil.lesson("nothing to find", key=[]), (), ())
    assert [(one.style.astray, one.style.unfound) for one in pupil.report().styles][1:] == [(0, 0)]


def test_a_lesson_that_is_gone_keeps_its_title_and_costs_nobody_the_others(pupil: Pupil) -> None:
    fares, bridge = pupil.lesson("fares"), pupil.lesson("bridge")
    pupil.finishes(fares)
    pupil.finishes(bridge)
    workbook, person = pupil.workbook, pupil.workbook.last_person()
    for left in (None, b"rubbish"):
        shown = report(
            results(
                workbook.finished(person),
                lambda hash, key, left=left: left if hash == fares.hash else workbook.lesson_bytes(hash, key),
            )
        )
        assert [(one.finished.title, one.last is None) for one in shown.results] == [("bridge", False), ("fares", True)]
        assert [one.title for one in shown.styles] == ["bridge"]


def test_work_that_does_not_fit_its_lesson_is_listed_without_points(pupil: Pupil) -> None:
    """A lesson file that was exchanged for another by hand."""
    fares = pupil.lesson("fares")
    other = pupil.lesson("short", article="# Short\n\nA word.\n", key=[])
    pupil.finishes(fares)
    swapped = pupil.workbook.lesson_bytes(other.hash)
    (result,) = results(pupil.workbook.finished(pupil.workbook.last_person()), lambda _hash, _key: swapped)
    assert (result.first, result.last, result.evidence) == (None, None, None)


def test_a_version_is_read_once_however_often_it_was_worked_on(pupil: Pupil) -> None:
    lesson = pupil.lesson("fares")
    for _time in range(4):
        pupil.finishes(lesson)
    asked: list[str] = []

    def content(hash: str, key: str | None) -> bytes | None:
        asked.append(hash)
        return pupil.workbook.lesson_bytes(hash, key)

    report(results(pupil.workbook.finished(pupil.workbook.last_person()), content))
    assert asked == [lesson.hash]


def test_each_person_has_their_own(pupil: Pupil) -> None:
    pupil.finishes(pupil.lesson("fares"))
    pupil.workbook.add_person("Ben")
    assert pupil.report().results == ()


def test_labels_that_a_lesson_does_not_train_are_not_shown(pupil: Pupil) -> None:
    pupil.finishes(pupil.lesson("claims", labels=["claim"], key=[CLAIM, item("c2", "claim", "They went home")]))
    assert [one.label.id for one in pupil.report().labels] == ["claim"]
