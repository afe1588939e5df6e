"""What stands on a shelf, which version opening a lesson brings, and whose attempt it goes on with."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimlight.core.attempt import AttemptState
from claimlight.core.errors import LessonError
from claimlight.core.identity import Clock, NewId
from claimlight.core.lesson import Mode
from claimlight.files.lesson_bundle import bundle_folder, open_lesson
from claimlight.files.lesson_folder import build_folder
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from claimlight.work.build_lessons import build_lessons
from claimlight.work.shelf import bring, bring_file, kept_key, latest_attempt, level_of, shelf, work_on
from lesson_maker import ARTICLE, built_lesson, given_out, item, write_lesson


@pytest.fixture
def workbook(tmp_path: Path, ids: NewId, clock: Clock) -> Iterator[Workbook]:
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder, new_id=ids, clock=clock)
        yield workbook
        workbook.close()


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    for number, (slug, level) in enumerate((("fares", "7-8"), ("bridge", "5"), ("no-level", "")), start=1):
        id = f"4b7f54a0-4a4b-4d0d-9a37-00000000000{number}"
        write_lesson(folder / slug, slug=slug, id=id, title=slug, level=level)
    build_lessons(sorted(folder.iterdir()))
    return folder


def change(folder: Path, version: int) -> None:
    write_lesson(
        folder, slug="fares", id="4b7f54a0-4a4b-4d0d-9a37-000000000001", title="fares", level="7-8", version=version,
        article=ARTICLE.replace("It was late.", f"It was {version} o’clock."),
    )  # fmt: skip
    build_lessons([folder])


def test_the_easiest_comes_first_and_a_lesson_without_a_level_last(shipped: Path, workbook: Workbook) -> None:
    entries, broken = shelf(shipped, workbook, workbook.last_person())
    assert [entry.lesson.slug for entry in entries] == ["bridge", "fares", "no-level"]
    assert broken == ()


COURSE = 'format = 1\ntitle = "Water"\n[[groups]]\ntitle = "In order"\nlessons = ["no-level", "fares", "gone"]\n'


def test_a_course_stands_in_its_order_and_the_rest_behind_it(shipped: Path, workbook: Workbook) -> None:
    (shipped / "course.toml").write_text(COURSE, encoding="utf-8")
    entries, broken = shelf(shipped, workbook, workbook.last_person())
    assert [(entry.lesson.slug, entry.course) for entry in entries] == [
        ("no-level", "In order"),
        ("fares", "In order"),
        ("bridge", ""),
    ]
    assert broken == ()


def test_a_broken_course_costs_nobody_the_lessons(shipped: Path, workbook: Workbook) -> None:
    (shipped / "course.toml").write_text("format = 9", encoding="utf-8")
    entries, broken = shelf(shipped, workbook, workbook.last_person())
    assert [entry.lesson.slug for entry in entries] == ["bridge", "fares", "no-level"]
    assert [(Path(one.key).name, one.error.code, one.name) for one in broken] == [("course.toml", "course-format", "")]


def test_homework_with_a_lesson_of_the_course_is_no_part_of_it(shipped: Path, workbook: Workbook) -> None:
    (shipped / "course.toml").write_text(COURSE, encoding="utf-8")
    bring_file(given_out(shipped / "fares", Mode.HOMEWORK), workbook)
    entries, _broken = shelf(shipped, workbook, workbook.last_person())
    assert {entry.lesson.mode: entry.course for entry in entries if entry.lesson.slug == "fares"} == {
        Mode.PRACTICE: "In order",
        Mode.HOMEWORK: "",
    }


def test_a_lesson_that_came_along_and_was_opened_stands_there_once(shipped: Path, workbook: Workbook) -> None:
    person = workbook.last_person()
    work_on(bring(str(shipped / "fares"), workbook), workbook, person)
    entries, _broken = shelf(shipped, workbook, person)
    assert [entry.lesson.slug for entry in entries] == ["bridge", "fares", "no-level"]
    assert [entry.progress is not None for entry in entries] == [False, True, False]
    assert entries[1].key == str(shipped / "fares")


def test_a_broken_lesson_is_named_and_the_others_stay(shipped: Path, workbook: Workbook) -> None:
    (shipped / "bridge" / "lesson.toml").write_bytes(b"\xff")
    entries, broken = shelf(shipped, workbook, workbook.last_person())
    assert [entry.lesson.slug for entry in entries] == ["fares", "no-level"]
    assert [(one.key, one.error.code, one.name) for one in broken] == [(str(shipped / "bridge"), "not-utf8", "bridge")]


@pytest.mark.parametrize("form", ["folder", "sheet", "file"])
def test_what_is_opened_is_kept_and_opens_when_it_is_gone(
    shipped: Path, workbook: Workbook, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "fares.claimlesson"
    file.write_bytes(bundle_folder(shipped / "fares"))
    path = {"folder": shipped / "fares", "sheet": shipped / "fares" / "lesson.toml", "file": file}[form]
    lesson = bring_file(path, workbook)
    shutil.rmtree(shipped)
    file.unlink()
    assert bring(kept_key(lesson.hash, Mode.PRACTICE), workbook) == lesson
    entries, _broken = shelf(shipped, workbook, workbook.last_person())
    assert [entry.key for entry in entries] == [kept_key(lesson.hash, Mode.PRACTICE)]


def test_what_is_no_lesson_is_refused_and_not_kept(workbook: Workbook, tmp_path: Path) -> None:
    with pytest.raises(LessonError, match="not-a-lesson"):
        bring_file(tmp_path / "nothing", workbook)
    assert workbook.lessons() == ()


def test_an_open_attempt_stays_on_its_version(shipped: Path, workbook: Workbook) -> None:
    person = workbook.last_person()
    first, attempt = work_on(bring(str(shipped / "fares"), workbook), workbook, person)
    change(shipped / "fares", 2)
    newer = bring(str(shipped / "fares"), workbook)
    assert newer.hash != first.hash
    assert work_on(newer, workbook, person) == (first, attempt)


def test_a_finished_attempt_opens_with_the_answers_it_was_checked_against(shipped: Path, workbook: Workbook) -> None:
    person = workbook.last_person()
    lesson, attempt = work_on(bring(str(shipped / "fares"), workbook), workbook, person)
    key = lesson.texts[0].key
    assert key is not None
    workbook.check(attempt, key.key_hash, last=True)
    write_lesson(
        shipped / "fares", slug="fares", id=lesson.id, title="fares", level="7-8",
        key=[item("c1", "claim", "Fares will double by spring")],
    )  # fmt: skip
    build_lessons([shipped / "fares"])
    newer = bring(str(shipped / "fares"), workbook)
    assert newer.hash == lesson.hash, "the words are the same, only the answers are not"
    found, again = work_on(newer, workbook, person)
    assert again.state is AttemptState.CLOSED
    assert found.texts[0].key == key


def test_each_person_has_their_own_attempt(shipped: Path, workbook: Workbook) -> None:
    lesson = bring(str(shipped / "fares"), workbook)
    ada, ben = workbook.add_person("Ada"), workbook.add_person("Ben")
    _lesson, first = work_on(lesson, workbook, ada)
    assert latest_attempt(lesson.id, workbook, ben, Mode.PRACTICE) is None
    _lesson, second = work_on(lesson, workbook, ben)
    assert first != second
    assert latest_attempt(lesson.id, workbook, ada, Mode.PRACTICE) == first


def test_the_same_lesson_is_kept_once(shipped: Path, workbook: Workbook) -> None:
    for _time in range(3):
        bring(str(shipped / "fares"), workbook)
    assert len(workbook.lessons()) == 1
    assert workbook.lessons()[0].hash == open_lesson(shipped / "fares").hash


LEVELS = {"seven": "7-8", "adults": "12 and adults", "twelve": "12", "none": "", "five": "5-6"}


def test_the_easiest_stand_first_and_those_for_adults_behind_their_grade(
    tmp_path: Path, ids: NewId, clock: Clock
) -> None:
    for number, (slug, level) in enumerate(LEVELS.items()):
        id = f"4b7f54a0-4a4b-4d0d-9a37-0c1f2f6f2a1{number}"
        built_lesson(tmp_path / "lessons" / slug, key=None, id=id, slug=slug, level=level)
    with open_data_folder(tmp_path / "data") as folder:
        workbook = open_workbook(folder, new_id=ids, clock=clock)
        entries, broken = shelf(tmp_path / "lessons", workbook, workbook.last_person())
        workbook.close()
    assert [entry.lesson.slug for entry in entries] == ["five", "seven", "twelve", "adults", "none"]
    assert broken == ()


def test_the_highest_year_counts() -> None:
    assert [level_of(level) for level in ("5-6", "Grade 7", "12 and adults", "")] == [6, 7, 12, 99]


def test_one_lesson_in_two_modes_stands_there_twice_and_is_worked_on_apart(shipped: Path, workbook: Workbook) -> None:
    person = workbook.last_person()
    practice = bring(str(shipped / "fares"), workbook)
    file = given_out(shipped / "fares", Mode.HOMEWORK)
    homework = bring_file(file, workbook)
    assert (homework.hash, homework.mode, homework.texts[0].key) == (practice.hash, Mode.HOMEWORK, None)
    _lesson, mine = work_on(practice, workbook, person)
    given, theirs = work_on(homework, workbook, person)
    assert (mine.mode, theirs.mode, given) == (Mode.PRACTICE, Mode.HOMEWORK, homework)
    workbook.check(theirs, "", last=True)
    file.unlink()
    entries, broken = shelf(shipped, workbook, person)
    assert broken == ()
    fares = {entry.lesson.mode: entry for entry in entries if entry.lesson.slug == "fares"}
    assert bring(fares[Mode.HOMEWORK].key, workbook) == homework
    told = {mode: entry.progress and entry.progress.attempt.state for mode, entry in fares.items()}
    assert told == {Mode.PRACTICE: AttemptState.OPEN, Mode.HOMEWORK: AttemptState.CLOSED}
    again, closed = work_on(bring(fares[Mode.HOMEWORK].key, workbook), workbook, person)
    assert (again, closed.id, closed.state) == (homework, theirs.id, AttemptState.CLOSED)


def test_a_closed_homework_opens_with_the_answers_that_are_there_now(shipped: Path, workbook: Workbook) -> None:
    person = workbook.last_person()
    homework = bring_file(given_out(shipped / "fares", Mode.HOMEWORK), workbook)
    _lesson, attempt = work_on(homework, workbook, person)
    workbook.check(attempt, "", last=True)
    key = open_lesson(shipped / "fares").texts[0].key
    assert key is not None
    released = homework.with_answers("article", key)
    found, again = work_on(released, workbook, person)
    assert (found, again.id) == (released, attempt.id)


def test_each_text_has_its_own_latest_attempt(shipped: Path, workbook: Workbook) -> None:
    person = workbook.last_person()
    (shipped / "fares" / "plain.md").write_text("Fares will double by spring, the mayor said.\n", encoding="utf-8")
    sheet = shipped / "fares" / "lesson.toml"
    sheet.write_text(sheet.read_text(encoding="utf-8") + 'texts = ["article", "plain"]\n', encoding="utf-8")
    build_folder(shipped / "fares")
    lesson = bring(str(shipped / "fares"), workbook)
    _lesson, article = work_on(lesson, workbook, person)
    _lesson, plain = work_on(lesson, workbook, person, "plain")
    assert (article.text_name, plain.text_name) == ("article", "plain")
    assert work_on(lesson, workbook, person)[1] == plain, "what was worked on last"
    assert work_on(lesson, workbook, person, "article")[1] == article
    assert work_on(lesson, workbook, person)[1] == article
    assert [each.attempt for each in workbook.progress(person)] == [article]
