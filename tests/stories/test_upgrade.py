"""A new version over an old one, and an old one over a new one: nobody's work is lost, and nothing is done unasked."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claimlight.cli import main
from claimlight.store.classbook import CLASSBOOK
from claimlight.store.migrations import WORKBOOK
from class_robot import ClassTeacher
from classroom import laptop
from robot_hands import wait_until
from robots import Student

DATA = Path(__file__).parents[1] / "data"
OLD = sorted((DATA / "workbooks").glob("v*.db"))
CLASSES = sorted((DATA / "classbooks").glob("class.v*.db"))


def copies(folder: Path, name: str) -> list[Path]:
    return [path for path in (folder / "backups").rglob("*") if path.is_file() and name in path.name]


def version_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def make_newer(file: Path) -> bytes:
    """As a later Claimlight would leave it; its bytes."""
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA user_version = 99")
    return file.read_bytes()


@pytest.mark.parametrize("old", OLD, ids=lambda file: file.stem)
def test_the_window_opens_with_the_work_of_an_older_version(old: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(old, folder / "workbook.db")
    student = Student(folder)
    try:
        assert student.window.look.theme.id == "dark", "as Ada had chosen in the older version"
        assert copies(folder, "workbook") or old.stem == f"v{WORKBOOK.version}"
    finally:
        student.leaves()
    assert version_of(folder / "workbook.db") == WORKBOOK.version


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("claimlight.session.stick_watch.drives", lambda: ())  # whatever this computer has
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


@pytest.fixture
def teacher(qapp: object, folder: Path, three_lessons: Path) -> Iterator[ClassTeacher]:
    teacher = ClassTeacher(folder, shipped=three_lessons)
    yield teacher
    teacher.leaves()


def test_every_version_that_knew_classes_has_left_one() -> None:
    assert [file.stem for file in CLASSES] == [f"class.v{version}" for version in range(2, CLASSBOOK.version + 1)]


@pytest.mark.parametrize("old", CLASSES, ids=lambda file: file.stem)
def test_a_teacher_goes_on_with_the_class_of_an_older_version(old: Path, folder: Path, teacher: ClassTeacher) -> None:
    """The names, what was handed in, and the points."""
    shutil.copyfile(old, folder / "classbook.db")
    teacher.clicks("I teach")
    teacher.clicks("My classes")
    teacher.clicks("Open “7b”")
    teacher.clicks("No, only I do")
    wait_until(lambda: teacher.sees("Ada, Fares will double: 2 of 3 points"), "what Ada handed in")
    assert teacher.sees("Ben, Fares will double: 1 of 3 points")
    assert teacher.sees("Nobody is missing.")
    assert version_of(folder / "classbook.db") == CLASSBOOK.version
    kept = copies(folder, "classbook")
    older = int(old.stem.removeprefix("class.v"))
    assert older == CLASSBOOK.version or any(version_of(copy) == older for copy in kept), "and how it was, too"


def test_a_newer_claimlights_classes_are_not_touched_and_lessons_go_on(folder: Path, teacher: ClassTeacher) -> None:
    shutil.copyfile(CLASSES[-1], folder / "classbook.db")
    newer = make_newer(folder / "classbook.db")
    teacher.clicks("I teach")
    assert teacher.sees("was saved by a newer Claimlight")
    assert teacher.sees("Nothing was changed. Open it with the newer Claimlight.")
    teacher.opens("storm-damage")
    assert teacher.start.desk.room is not None, "what students do is not held up"
    assert (folder / "classbook.db").read_bytes() == newer


@pytest.mark.parametrize(
    ("file", "words"),
    [("classbook.db", ("results", "--class", "7b", "--format", "json")), ("workbook.db", ("backup", "-o", "all.zip"))],
)
def test_commands_refuse_what_a_newer_claimlight_saved(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str], file: str, words: tuple[str, ...]
) -> None:
    shutil.copyfile(CLASSES[-1] if file == "classbook.db" else OLD[-1], folder / file)
    newer = make_newer(folder / file)
    said = [str(tmp_path / word) if word.endswith(".zip") else word for word in words]
    assert main(["--data-dir", str(folder), *said]) == 2
    told = capsys.readouterr().err
    assert "was saved by a newer Claimlight" in told
    assert "Nothing was changed." in told
    assert (folder / file).read_bytes() == newer


@pytest.mark.parametrize("old", OLD, ids=lambda file: file.stem)
def test_a_begun_lesson_of_an_older_version_keeps_its_highlights(old: Path, tmp_path: Path) -> None:
    shutil.copyfile(old, tmp_path / "workbook.db")
    with laptop(tmp_path) as ours:
        (attempt,) = ours.workbook.attempts(ours.workbook.last_person())
        assert [each.label for each in ours.workbook.annotations(attempt)] == ["claim", "denial"]
