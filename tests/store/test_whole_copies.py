"""A workbook is taken along as one file and brought back; whatever stands in the way is kept or refused, not lost."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from claimlight.core.errors import StoreError
from claimlight.core.identity import Clock, NewId
from claimlight.store.data_folder import DataFolder, ReadOnlyReason, open_data_folder
from claimlight.store.migrations import WORKBOOK, Schema
from claimlight.store.opening import open_workbook
from claimlight.store.whole_copies import bring_copy
from claimlight.store.workbook import Workbook
from store.student import Student


def reopened(folder: DataFolder, ids: NewId, clock: Clock) -> Workbook:
    return open_workbook(folder, new_id=ids, clock=clock)


def refused(folder: DataFolder, copy: Path) -> str:
    with pytest.raises(StoreError) as told:
        bring_copy(folder, copy)
    return told.value.code


def with_pragma(file: Path, pragma: str) -> Path:
    with closing(sqlite3.connect(file)) as db:
        db.execute(f"PRAGMA {pragma}")
    return file


def with_a_page_of_rubbish(file: Path) -> bytes:
    """Its header is fine and its tables are there; one of them cannot be read."""
    with closing(sqlite3.connect(file)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'annotation'").fetchone()
    whole = bytearray(file.read_bytes())
    whole[(page - 1) * 4096 : page * 4096] = b"\x07" * 4096
    return bytes(whole)


@pytest.fixture
def copy(student: Student, tmp_path: Path) -> Path:
    """A copy of the work with one highlight."""
    student.highlights(0, 9)
    student.workbook.copy_to(tmp_path / "taken along.claimlight")
    return tmp_path / "taken along.claimlight"


def test_work_moves_to_another_computer(student: Student, copy: Path, tmp_path: Path, ids: NewId, clock: Clock) -> None:
    with open_data_folder(tmp_path / "another computer") as there:
        assert bring_copy(there, copy, clock=clock) is None
        with closing(reopened(there, ids, clock)) as workbook:
            assert workbook.annotations(student.attempt) == student.workbook.annotations(student.attempt)
            assert workbook.lesson_bytes("river-bridge-1") == b"the lesson's file"
    assert copy.stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob("*.part"))


def test_what_was_there_becomes_a_backup(
    student: Student, copy: Path, folder: DataFolder, ids: NewId, clock: Clock, tmp_path: Path
) -> None:
    student.highlights(10, 19)
    student.workbook.close()
    kept = bring_copy(folder, copy, clock=clock)
    with closing(reopened(folder, ids, clock)) as workbook:
        assert [each.span.start for each in workbook.annotations(student.attempt)] == [0]
    assert kept is not None
    assert kept.parent == folder.path / "backups"
    bring_copy(folder, kept, clock=clock)
    with closing(reopened(folder, ids, clock)) as workbook:
        assert [each.span.start for each in workbook.annotations(student.attempt)] == [0, 10]


def test_a_workbook_that_somebody_copied_by_hand_with_its_log_comes_back_whole(
    student: Student, tmp_path: Path, ids: NewId, clock: Clock
) -> None:
    student.highlights(0, 9)
    by_hand = tmp_path / "by hand.db"
    for side in ("", "-wal"):
        Path(f"{by_hand}{side}").write_bytes(Path(f"{student.workbook.file}{side}").read_bytes())
    with open_data_folder(tmp_path / "other") as there:
        bring_copy(there, by_hand, clock=clock)
        with closing(reopened(there, ids, clock)) as workbook:
            assert len(workbook.annotations(student.attempt)) == 1


def test_a_damaged_workbook_is_set_aside(copy: Path, tmp_path: Path, clock: Clock) -> None:
    with open_data_folder(tmp_path / "other") as there:
        file = there.path / "workbook.db"
        whole = copy.read_bytes()
        for rubbish in (b"rubbish" * 100, whole[:4096] + b"\xff" * 90_000, with_a_page_of_rubbish(copy)):
            file.write_bytes(rubbish)
            kept = bring_copy(there, copy, clock=clock)
            assert kept is not None
            assert kept.name.startswith("workbook set aside ")
            assert kept.read_bytes()[100:] == rubbish[100:]
            assert file.read_bytes()[:16] == b"SQLite format 3\0"


def test_an_empty_file_is_simply_replaced(copy: Path, tmp_path: Path) -> None:
    with open_data_folder(tmp_path / "other") as there:
        (there.path / "workbook.db").touch()
        assert bring_copy(there, copy) is None


def test_nothing_is_written_over(student: Student, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(StoreError, match="file-is-there"):
        student.workbook.copy_to(copy)
    assert copy.read_bytes() == before
    with pytest.raises(StoreError, match="copy-not-written"):
        student.workbook.copy_to(copy.parent / "no such folder" / "copy")


def test_what_is_no_copy_is_refused_and_changes_nothing(copy: Path, tmp_path: Path) -> None:
    whole = copy.read_bytes()
    for name, content in (
        ("empty", b""),
        ("rubbish", b"rubbish"),
        ("half", whole[:4096] + b"\xff" * 90_000),
        ("short", whole[:5000]),
        ("flipped", whole[:100] + bytes(byte ^ 0xFF for byte in whole[100:])),
        ("page", with_a_page_of_rubbish(copy)),
    ):
        (tmp_path / name).write_bytes(content)
    unreadable = tmp_path / "unreadable"
    unreadable.write_bytes(whole[:100] + b"\xff" * 4000)
    foreign, newer = tmp_path / "foreign", tmp_path / "newer"
    for file in (foreign, newer):
        file.write_bytes(whole)
    with_pragma(foreign, "application_id = 7")
    with_pragma(newer, "user_version = 99")
    with open_data_folder(tmp_path / "other") as there:
        assert refused(there, tmp_path / "nowhere") == "copy-not-there"
        for name in ("empty", "rubbish", "half", "short", "flipped", "page", "unreadable"):
            assert refused(there, tmp_path / name) == "copy-damaged"
        assert refused(there, foreign) == "copy-foreign"
        assert refused(there, newer) == "copy-newer"
        assert [file.name for file in there.path.iterdir()] == ["lock"]


def test_what_must_not_be_touched_is_not(copy: Path, tmp_path: Path) -> None:
    with open_data_folder(tmp_path / "other") as there:
        file = there.path / "workbook.db"
        for pragma, code in (("application_id = 7", "workbook-foreign"), ("user_version = 99", "workbook-newer")):
            file.write_bytes(copy.read_bytes())
            with_pragma(file, pragma)
            assert refused(there, copy) == code
    only_read = DataFolder(tmp_path / "other", None, ReadOnlyReason.FOLDER, network=False)
    assert refused(only_read, copy) == "data-folder-read-only"


def test_a_copy_that_cannot_be_written_leaves_everything_as_it_was(copy: Path, tmp_path: Path) -> None:
    with open_data_folder(tmp_path / "other") as there:
        (there.path / "workbook.new").mkdir()
        assert refused(there, copy) == "backup-not-restored"
        assert not (there.path / "workbook.db").exists()


def test_an_older_workbook_is_brought_up_to_date_when_it_is_opened(
    copy: Path, tmp_path: Path, ids: NewId, clock: Clock
) -> None:
    old = with_pragma(copy, "user_version = 0")
    with open_data_folder(tmp_path / "other") as there:
        bring_copy(there, old, schema=Schema(WORKBOOK.application, WORKBOOK.migrations, 1))
        assert (there.path / "workbook.db").exists()


def test_what_a_dead_program_left_half_copied_is_forgotten_too(student: Student, folder: DataFolder) -> None:
    workbook = student.workbook
    ada = workbook.rename_person(workbook.last_person(), "Adelaide Quimby")
    left = (folder.path / "backups" / "workbook 2026-05-01.part", folder.path / "workbook.new")
    for file in left:
        file.write_bytes(b"Adelaide Quimby")
    workbook.forget(ada)
    assert not any(map(os.path.exists, left))


def test_forgetting_reaches_every_table_that_holds_work(student: Student, folder: DataFolder) -> None:
    """Of a table that is added one day, too: only what is nobody's stays."""
    workbook = student.workbook
    student.highlights(0, 9)
    workbook.check(student.attempt, "key-1", last=False)
    workbook.forget(workbook.last_person())
    with closing(Database(workbook.file)) as db:
        tables = {table.name: table for table in db.tables}
        nobodys = {name for name in tables if name.startswith(("sqlite_", "_sqlite", "lesson"))} | {"person"}
        nobodys |= {"device", "author", "released", "class"}  # of the computer, its lessons, its classes
        others = [table for name, table in tables.items() if name not in nobodys]
        assert len(others) > 5
        for table in others:
            assert table.foreign_keys, f"{table.name} hangs on somebody, so that it goes with them"
            assert table.count == 0, table.name
