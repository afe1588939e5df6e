"""Whatever stands where the work should be: the window says it, offers what can be done, and stays usable."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from claimlight.files.lesson_bundle import bundle_folder
from claimlight.files.places import lessons
from claimlight.store.data_folder import open_data_folder
from claimlight.store.migrations import WORKBOOK
from robot_hands import wait_until
from robots import Student
from store.processes import start_python

WORDS = "up to 900 homes"
MARKED = [("unverified-figure", WORDS)]


@pytest.fixture
def worked(student: Student) -> Student:
    """Somebody who has marked something, backed up, and gone; their folder is free."""
    student.opens("storm-damage")
    student.highlights(WORDS, as_="unverified-figure")
    student.start.desk._study._workbook.back_up()
    student.leaves()
    return student


def workbook_of(student: Student) -> Path:
    return student.folder / "workbook.db"


def damage(file: Path) -> bytes:
    found = file.read_bytes()
    file.write_bytes(found[:100] + bytes(byte ^ 0xFF for byte in found[100:]))
    return file.read_bytes()


def set_aside(folder: Path) -> list[bytes]:
    return [kept.read_bytes() for kept in folder.glob("*set aside*.db")]


def marks_something(student: Student) -> None:
    student.opens("canteen-survey")
    student.highlights("there is only one checkout", as_="claim")
    assert student.kept() == [("claim", "there is only one checkout")]


def test_damaged_work_is_set_aside_and_the_copy_brings_it_back(worked: Student) -> None:
    damaged = damage(workbook_of(worked))
    worked.starts()
    assert worked.sees("Your saved work could not be read.")
    assert worked.hears("Your saved work could not be read.")
    assert set_aside(worked.folder) == [damaged]
    worked.clicks("Go back to the copy")
    worked.opens("storm-damage")
    assert worked.marked() == MARKED
    marks = worked.highlights("about 50 boats", as_="claim")
    assert marks.id in worked.session.annotations
    assert set_aside(worked.folder) == [damaged]


def test_or_one_begins_anew_and_nothing_is_overwritten(worked: Student) -> None:
    damaged = damage(workbook_of(worked))
    copies = {copy: copy.read_bytes() for copy in (worked.folder / "backups").iterdir()}
    worked.starts()
    worked.clicks("Begin anew")
    marks_something(worked)
    assert set_aside(worked.folder) == [damaged]
    kept = [copy.read_bytes() for copy in worked.folder.rglob("*.db")]
    assert all(content in kept for content in copies.values())


def test_without_a_copy_only_a_new_beginning_is_offered(worked: Student) -> None:
    for copy in (worked.folder / "backups").iterdir():
        copy.unlink()
    damage(workbook_of(worked))
    worked.starts()
    assert worked.sees("there is no copy of it yet")
    assert not worked.can_press("Go back to the copy")
    worked.clicks("Begin anew")
    marks_something(worked)


def test_an_empty_file_where_work_was_offers_the_copy(worked: Student) -> None:
    workbook_of(worked).write_bytes(b"")
    worked.starts()
    worked.clicks("Go back to the copy")
    worked.opens("storm-damage")
    assert worked.marked() == MARKED


def test_an_empty_file_at_the_first_start_is_as_good_as_none(student: Student) -> None:
    student.leaves()
    for file in student.folder.rglob("*.db*"):
        file.unlink()
    workbook_of(student).touch()
    student.starts()
    assert student.sees("The file that holds the work was empty and there was no copy of it, so it is kept as “")
    marks_something(student)
    student.restarts()
    assert not student.sees("was empty")


def test_another_programs_file_is_not_touched_and_one_may_try_again(worked: Student) -> None:
    ours = workbook_of(worked).read_bytes()
    workbook_of(worked).unlink()
    with closing(sqlite3.connect(workbook_of(worked))) as db:
        db.executescript("PRAGMA application_id = 7; CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1);")
    theirs = workbook_of(worked).read_bytes()
    worked.starts()
    assert worked.sees("belongs to another program")
    worked.clicks("Try again")
    assert worked.sees("belongs to another program")
    assert workbook_of(worked).read_bytes() == theirs
    workbook_of(worked).write_bytes(ours)
    worked.clicks("Try again")
    worked.opens("storm-damage")
    assert worked.marked() == MARKED


def test_a_newer_claimlights_work_is_not_touched(worked: Student) -> None:
    with closing(sqlite3.connect(workbook_of(worked))) as db:
        db.execute(f"PRAGMA user_version = {WORKBOOK.version + 1}")
    newer = workbook_of(worked).read_bytes()
    worked.starts()
    assert worked.sees("was saved by a newer Claimlight")
    assert not worked.can_press("Begin anew")
    assert not worked.can_press("Close this message")
    worked.presses("Tab", "Escape")
    worked.clicks("Quit")
    assert not worked.window.isVisible()
    assert workbook_of(worked).read_bytes() == newer


def test_a_file_in_place_of_the_folder_is_told(qapp: object, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    student = Student(tmp_path / "data")
    assert student.sees("because a file is in its place")
    (tmp_path / "data").unlink()
    student.clicks("Try again")
    marks_something(student)
    student.leaves()


def test_a_folder_that_is_in_use_is_told_and_tried_again(worked: Student) -> None:
    """Another program, without a window that could be handed to, holds the lock."""
    holding = open_data_folder(worked.folder)
    worked.starts()
    assert worked.sees("Claimlight is already open with the work in")
    holding.close()
    worked.clicks("Try again")
    worked.opens("storm-damage")
    assert worked.marked() == MARKED


def test_a_full_disk_costs_only_the_gesture_in_the_hand(student: Student) -> None:
    student.opens("storm-damage")
    student.highlights(WORDS, as_="unverified-figure")
    db = student.session._workbook._db
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
    student.goes_to(student.highlight_on(WORDS))
    student.presses("Return")
    student.room.card.note.setText("n" * 100_000)
    student.presses("Return")
    assert student.sees("The disk is full, so this was not saved in")
    assert student.sees("Not saved")
    assert student.highlight_on(WORDS).note == ""
    assert student.kept() == student.marked() == student.painted() == MARKED
    db.execute("PRAGMA max_page_count = 100000")
    student.highlights("about 50 boats", as_="claim")
    assert student.sees("All changes saved")
    assert len(student.kept()) == 2


def test_a_busy_file_says_so_and_the_next_gesture_is_kept(student: Student) -> None:
    student.opens("storm-damage")
    with closing(sqlite3.connect(workbook_of(student), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        student.drags(WORDS)
        student.presses("3")
        assert student.sees("Another program is using")
        assert student.marked() == student.painted() == []
        assert student.page.selection() is not None, "the words are still in hand, to try again"
        other.execute("ROLLBACK")
    student.presses("3")
    assert student.kept() == MARKED


READING = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from robots import Student

warm = Student(Path(sys.argv[2]))  # whoever has no rights may not import, either
warm.opens("storm-damage")
warm.drags("about 50 boats")
warm.presses("3")
warm.leaves()
if os.geteuid() == 0:
    os.seteuid(65534)
student = Student(Path(sys.argv[1]))
print(student.sees("Nothing can be saved in"))
student.opens("storm-damage")
print(student.marked())
student.drags("about 50 boats")
student.presses("3")
print(student.marked(), student.sees("new marks cannot be made"))
student.presses("Ctrl+W")
student.opens("canteen-survey")
print(student.sees("new marks cannot be made"), student.cards() != [] or student.window.windowTitle())
student.leaves()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="rights are taken away as Linux has them")
def test_a_folder_that_may_only_be_read(worked: Student, tmp_path: Path) -> None:
    """In a process of its own, as somebody without the right to write; root would have it anyway."""
    every = [worked.folder, *worked.folder.rglob("*")]
    for each in every:
        each.chmod(0o555 if each.is_dir() else 0o444)
    for parent in worked.folder.parents:
        if not parent.stat().st_mode & 0o001:
            parent.chmod(0o755)
    before = {each: each.read_bytes() for each in every if each.is_file()}
    reading = start_python(READING, worked.folder, tmp_path / "warm")
    said, errors = reading.communicate(timeout=60)
    for each in every:
        each.chmod(0o755 if each.is_dir() else 0o644)
    assert said.splitlines()[:3] == ["True", str(MARKED), f"{MARKED} True"], errors
    assert said.splitlines()[3].startswith("True"), errors
    assert {each: each.read_bytes() for each in worked.folder.rglob("*") if each.is_file()} == before
    worked.starts()


def second_start(folder: Path, *words: str) -> subprocess.Popen[str]:
    script = "import sys; from claimlight.__main__ import main; sys.exit(main(sys.argv[1:]))"
    return start_python(script, "--data-dir", folder, *words)


def test_a_second_start_hands_its_lesson_over_and_ends(student: Student, tmp_path: Path) -> None:
    file = tmp_path / "lunch.claimlesson"
    file.write_bytes(bundle_folder(lessons() / "canteen-survey"))
    second = second_start(student.folder, str(file))
    wait_until(lambda: second.poll() is not None, "the end of the second start", 30_000)
    assert second.returncode == 0, second.communicate()[1]
    wait_until(lambda: student.start.desk.room, "the lesson in the first window")
    assert student.session.lesson.slug == "canteen-survey"
    second.communicate()


def test_a_second_start_hands_over_a_class_file_with_an_odd_name(student: Student, tmp_path: Path) -> None:
    file = tmp_path / "Clase 7ª «ñandú» – صف.claimclass"
    file.write_bytes(b"nonsense")
    second = second_start(student.folder, str(file))
    wait_until(lambda: second.poll() is not None, "the end of the second start", 30_000)
    assert second.returncode == 0, second.communicate()[1]
    wait_until(lambda: student.sees(f"{file.name} is no file of this kind"), "the file in the first window")
    second.communicate()


def test_a_second_start_without_a_lesson_brings_the_window_forward(student: Student) -> None:
    student.opens("storm-damage")
    second = second_start(student.folder)
    wait_until(lambda: second.poll() is not None, "the end of the second start", 30_000)
    assert second.returncode == 0, second.communicate()[1]
    second.communicate()
    assert student.session.lesson.slug == "storm-damage"
    assert student.window.isActiveWindow()


def test_a_second_start_that_nobody_answers_says_so_and_exits_2(worked: Student) -> None:
    with open_data_folder(worked.folder):
        second = second_start(worked.folder)
        _said, errors = second.communicate(timeout=60)
    assert second.returncode == 2
    assert "Claimlight is already open with the work in" in errors
    worked.starts()


def fill(filler: Path) -> None:
    """Write until the disk takes no more."""
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_really_full_disk(qapp: object, tmp_path: Path) -> None:
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)], check=False).returncode:
        pytest.skip("this machine mounts nothing")
    student = Student(tmp_path / "data")
    try:
        student.opens("storm-damage")
        student.highlights(WORDS, as_="unverified-figure")
        fill(tmp_path / "filler")
        words = [word for sentence in student.text.sentences[4:] for word in sentence.tokens]
        acknowledged = len(student.marked())
        for word in words:
            student.drags(word)
            student.presses("1")
            if student.sees("The disk is full"):
                break
            acknowledged += 1
        assert student.sees("The disk is full, so this was not saved in")
        assert len(student.marked()) == len(student.kept()) == len(student.painted()) == acknowledged
        (tmp_path / "filler").unlink()
        student.presses("1")
        assert len(student.kept()) == acknowledged + 1
        assert student.sees("All changes saved")
    finally:
        student.leaves()
        subprocess.run(["umount", str(tmp_path)], check=True)
