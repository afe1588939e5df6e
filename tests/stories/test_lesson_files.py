"""Lessons from outside: dropped, opened again, grown newer, gone, and broken in every way."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimlight.files.archive import zipped
from claimlight.files.lesson_bundle import bundle_folder
from claimlight.files.places import lessons
from claimlight.ui.cards import LessonCard
from claimlight.ui.content_note import ContentNote
from claimlight.work.build_lessons import build_lessons
from lesson_maker import CLAIM, DENIAL, FIGURE, item, write_lesson
from robots import Student, menu_commands


@pytest.fixture
def fares(tmp_path: Path) -> Path:
    folder = write_lesson(tmp_path / "fares", level="7-8", labels=["claim", "denial", "unverified-figure"])
    build_lessons([folder])
    return folder


@pytest.fixture
def file(tmp_path: Path, fares: Path) -> Path:
    file = tmp_path / "fares.claimlesson"
    file.write_bytes(bundle_folder(fares))
    return file


def recent(student: Student) -> list[str]:
    return [action.text() for action in menu_commands(student.window) if action.statusTip()]


def test_a_dropped_lesson_file_opens(student: Student, file: Path) -> None:
    student.drops(file)
    assert student.window.windowTitle() == "Fares will double – Claimlight"
    student.highlights("Fares will double by spring", as_="claim")
    assert recent(student) == ["fares.claimlesson"]
    student.presses("Ctrl+W")
    assert student.cards()[0] == "Fares will double", "it stands on the shelf from now on"
    assert student.sees("4 lessons on this laptop")


def test_a_folders_lesson_toml_opens(student: Student, fares: Path) -> None:
    student.drops(fares / "lesson.toml")
    assert student.window.windowTitle() == "Fares will double – Claimlight"
    assert recent(student) == ["fares"]


def test_a_file_named_at_the_start_opens_at_once(student: Student, file: Path) -> None:
    student.restarts(file)
    assert student.window.windowTitle() == "Fares will double – Claimlight"


def test_a_file_with_a_content_note_named_at_the_start_says_so_first(student: Student, tmp_path: Path) -> None:
    hard = tmp_path / "hard.claimlesson"
    hard.write_bytes(bundle_folder(lessons() / "significant-losses"))
    student.restarts(hard)
    assert student.all(ContentNote)


def test_file_open_asks_for_a_file(student: Student, file: Path) -> None:
    student.window.ask_for_file = lambda _parent, _folder: file
    student.presses("Ctrl+O")
    assert student.window.windowTitle() == "Fares will double – Claimlight"
    student.presses("Ctrl+W")
    student.window.ask_for_file = lambda _parent, _folder: None
    student.presses("Ctrl+O")
    assert student.start.desk.room is None


def test_recent_files_are_remembered_and_can_be_forgotten(student: Student, file: Path) -> None:
    student.drops(file)
    student.restarts()
    next(action for action in menu_commands(student.window) if action.text() == "fares.claimlesson").trigger()
    assert student.window.windowTitle() == "Fares will double – Claimlight"
    next(action for action in menu_commands(student.window) if action.text() == "&Clear this list").trigger()
    assert recent(student) == []
    student.restarts()
    assert recent(student) == []


def test_a_recent_file_that_is_gone_is_told(student: Student, file: Path) -> None:
    student.drops(file)
    student.presses("Ctrl+W")
    file.unlink()
    next(action for action in menu_commands(student.window) if action.text() == "fares.claimlesson").trigger()
    assert student.sees("fares.claimlesson")
    assert student.start.desk.room is None
    student.opens("storm-damage")
    assert student.page.hasFocus(), "the window stays usable"


def test_work_opens_from_kept_bytes_when_the_lesson_is_gone(student: Student, fares: Path) -> None:
    student.drops(fares / "lesson.toml")
    student.highlights("Fares will double by spring", as_="claim")
    shutil.rmtree(fares)
    student.restarts()
    assert student.cards()[0] == "Fares will double"
    student.opens("fares")
    assert student.marked() == [("claim", "Fares will double by spring")]


@pytest.fixture
def own_shelf(qapp: object, tmp_path: Path, fares: Path) -> Iterator[Student]:
    """A student whose Claimlight came with one lesson."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    shutil.move(fares, shipped / "fares")
    student = Student(tmp_path / "data", shipped=shipped)
    yield student
    student.leaves()


def changes(student: Student) -> None:
    """An update of Claimlight brings another article."""
    assert student.shipped is not None
    folder = student.shipped / "fares"
    article = (folder / "article.md").read_text(encoding="utf-8")
    write_lesson(folder, article=article.replace("It was late.", "It was late, and dark."), version=2, level="7-8")
    build_lessons([folder])


def test_a_newer_version_is_offered_and_not_forced(own_shelf: Student) -> None:
    own_shelf.opens("fares")
    own_shelf.highlights("Fares will double by spring", as_="claim")
    changes(own_shelf)
    own_shelf.restarts()
    own_shelf.opens("fares")
    assert own_shelf.session.lesson.version == 1
    assert own_shelf.marked() == [("claim", "Fares will double by spring")]
    assert own_shelf.sees("There is a newer version of this lesson.")
    own_shelf.clicks("Stay with this one")
    assert own_shelf.session.lesson.version == 1
    own_shelf.presses("Ctrl+W")
    own_shelf.opens("fares")
    own_shelf.clicks("Start the new version")
    assert own_shelf.session.lesson.version == 2
    assert own_shelf.marked() == []
    assert "and dark" in own_shelf.text.text


def test_a_shipped_lesson_that_goes_with_an_update_keeps_its_work(own_shelf: Student) -> None:
    own_shelf.opens("fares")
    own_shelf.highlights("Fares will double by spring", as_="claim")
    assert own_shelf.shipped is not None
    shutil.rmtree(own_shelf.shipped / "fares")
    own_shelf.restarts()
    own_shelf.opens("fares")
    assert own_shelf.marked() == [("claim", "Fares will double by spring")]


def test_a_broken_lesson_on_the_shelf_costs_nobody_the_others(own_shelf: Student) -> None:
    assert own_shelf.shipped is not None
    shutil.copytree(lessons() / "canteen-survey", own_shelf.shipped / "canteen")
    (own_shelf.shipped / "fares" / "article.text.json").write_text("{", encoding="utf-8")
    own_shelf.restarts()
    assert own_shelf.cards() == ["Class 6B has news about lunch"]
    told = (
        "The lesson “fares” cannot be shown. article.text.json is not valid JSON (line 1, column 2). Correct it there."
    )
    assert own_shelf.sees(told)
    own_shelf.clicks(own_shelf.all(LessonCard)[0])
    assert own_shelf.page.hasFocus()


def test_a_lesson_whose_answers_are_broken_says_so_when_it_is_opened(own_shelf: Student) -> None:
    assert own_shelf.shipped is not None
    (own_shelf.shipped / "fares" / "article.key.json").write_text("{", encoding="utf-8")
    own_shelf.restarts()
    own_shelf.clicks(own_shelf.all(LessonCard)[0])
    assert own_shelf.sees("article.key.json is not valid JSON (line 1, column 2). Correct it there.")
    assert own_shelf.cards() == ["Fares will double"]


def rubbish(folder: Path) -> None:
    (folder / "article.text.json").write_bytes(bytes(range(256)) * 50)


def unbuilt(key: list[object]) -> Callable[[Path], None]:
    def harm(folder: Path) -> None:
        write_lesson(folder, key=key, level="7-8")

    return harm


HARM: dict[str, tuple[Callable[[Path], object], str]] = {
    "a broken key": (
        lambda folder: (folder / "article.key.json").write_text('{"items": [', encoding="utf-8"),
        "article.key.json is not valid JSON",
    ),
    "an unknown label": (
        unbuilt([CLAIM, item("x1", "rumour", "It rained")]),
        "item x1: the label guide has no label “rumour”",
    ),
    "a quote that is not there": (
        unbuilt([CLAIM, DENIAL, item("x1", "claim", "Taxes fell")]),
        "item x1: the quote “Taxes fell” is not in the article",
    ),
    "a quote that is there twice": (
        unbuilt([CLAIM, FIGURE, item("x1", "claim", "It was")]),
        "item x1: the quote “It was” is there 2 times",
    ),
    "a missing text": (lambda folder: (folder / "article.text.json").unlink(), "article.text.json is missing"),
    "binary rubbish": (rubbish, "article.text.json"),
    "invalid UTF-8": (
        lambda folder: (folder / "lesson.toml").write_bytes(b'title = "caf\xe9"\n'),
        "lesson.toml is not plain text in UTF-8 (line 1)",
    ),
    "fifty megabytes": (
        lambda folder: (folder / "article.text.json").write_bytes(b" " * 50_000_000),
        "article.text.json is larger than",
    ),
    "no sheet": (lambda folder: (folder / "lesson.toml").write_text("", encoding="utf-8"), "is missing. Add it."),
}


@pytest.mark.parametrize("harm", HARM)
def test_a_lesson_that_cannot_be_opened_is_told_in_one_sentence(student: Student, fares: Path, harm: str) -> None:
    student.opens("storm-damage")
    student.highlights("up to 900 homes", as_="claim")
    HARM[harm][0](fares)
    student.drops(fares / "lesson.toml")
    assert student.sees(HARM[harm][1])
    assert student.hears(HARM[harm][1])
    assert student.session.lesson.slug == "storm-damage", "what was open stays open"
    student.clicks("Close this message")
    student.highlights("about 50 boats", as_="claim")
    assert student.kept() == [("claim", "up to 900 homes"), ("claim", "about 50 boats")]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("notes.txt", b"Buy milk.", "notes.txt is not a lesson file, or it is damaged"),
        ("rubbish.claimlesson", bytes(range(256)) * 40, "rubbish.claimlesson is not a lesson file, or it is damaged"),
        ("empty.claimlesson", b"", "empty.claimlesson is not a lesson file, or it is damaged"),
        ("big.claimlesson", b"PK\x03\x04" + bytes(60_000_000), "big.claimlesson"),
        ("climbing.claimlesson", zipped({"../../home/a.md": b"x"}), "climbing.claimlesson"),
        ("many.claimlesson", b"PK\x01\x02" + b"PK\x01\x02" * 1_000_000, "many.claimlesson"),
    ],
    ids=["a text file", "rubbish", "nothing", "sixty megabytes", "a bad name", "a million members"],
)
def test_a_file_that_is_no_lesson_is_refused(
    student: Student, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    student.drops(tmp_path / name)
    assert student.sees(sentence)
    assert len(student.cards()) == 2
    assert recent(student) == []
    student.opens("canteen-survey")
    assert student.page.hasFocus()
