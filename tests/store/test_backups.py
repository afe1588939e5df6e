"""A copy of every day's work, kept as long as it is likely to be wanted, and rewritten when somebody is forgotten."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from claimlight.core.errors import StoreError
from claimlight.core.identity import Clock, NewId
from claimlight.store.backups import DAYS, MONTHS, WEEKS, Backups, kept_days
from claimlight.store.data_folder import DataFolder
from claimlight.store.migrations import WORKBOOK, Schema
from claimlight.store.opening import open_workbook, restore_backup
from claimlight.store.workbook import Workbook
from store.student import Student

WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"


def names(folder: DataFolder) -> list[str]:
    return sorted(backup.name for backup in folder.path.glob("backups/*"))


def restore_of(folder: DataFolder, version: Path) -> Workbook:
    """The workbook of an earlier version, as it is after its first start with this one."""
    shutil.copyfile(version, folder.path / "workbook.db")
    return open_workbook(folder)


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_the_first_start_of_a_day_makes_a_copy_and_closing_renews_it(student: Student, folder: DataFolder) -> None:
    assert names(folder) == ["workbook 2026-05-04.db"]
    student.highlights(0, 9)
    student.workbook.close()
    assert names(folder) == ["workbook 2026-05-04.db"]
    with closing(sqlite3.connect(folder.path / "backups" / "workbook 2026-05-04.db")) as db:
        assert db.execute("SELECT COUNT(*) FROM annotation").fetchone() == (1,)


def test_a_start_that_changes_nothing_renews_nothing(workbook: Workbook, folder: DataFolder, clock: Clock) -> None:
    workbook.close()
    (backup,) = folder.path.glob("backups/*")
    before = backup.stat().st_mtime_ns, backup.stat().st_ino
    open_workbook(folder, clock=clock).close()
    assert (backup.stat().st_mtime_ns, backup.stat().st_ino) == before


def test_a_year_of_work_keeps_days_weeks_and_months(folder: DataFolder) -> None:
    first = datetime(2026, 1, 1, 12, tzinfo=UTC)
    workbook = open_workbook(folder, clock=lambda: first)
    workbook.close()
    backups = Backups(folder.path / "backups", WORKBOOK)
    for day in range(1, 364):
        backups.of_day(first.date() + timedelta(days=day)).write_bytes(b"")
    last = first + timedelta(days=364)
    open_workbook(folder, clock=lambda: last).close()
    kept = names(folder)
    assert kept[-1] == "workbook 2026-12-31.db"
    assert DAYS + MONTHS < len(kept) <= DAYS + WEEKS + MONTHS


@given(st.sets(st.dates(date(2020, 1, 1), date(2027, 1, 1)), max_size=60))
def test_thinning_keeps_the_newest_and_never_thins_twice(days: set[date]) -> None:
    kept = kept_days(days)
    assert kept <= days
    assert set(sorted(days)[-DAYS:]) <= kept
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert kept_days(kept) == kept


def test_a_failed_closing_backup_does_not_keep_the_workbook_open(student: Student, folder: DataFolder) -> None:
    student.highlights(0, 9)
    (folder.path / "backups" / "workbook 2026-05-04.part").mkdir()
    student.workbook.close()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        student.workbook.persons()


def test_a_workbook_that_was_damaged_while_open_does_not_replace_its_backup(
    student: Student, folder: DataFolder
) -> None:
    student.highlights(0, 9)
    student.workbook.back_up()
    (backup,) = folder.path.glob("backups/*")
    good = backup.read_bytes()
    db = student.workbook._db
    db.execute("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_master SET rootpage = 3 WHERE name = 'attribute'")
    with pytest.raises(StoreError, match="backup-failed"):
        student.workbook.back_up()
    assert backup.read_bytes() == good


def next_version() -> Schema:
    """A workbook of the next version: what it adds does not matter."""
    migrations = WORKBOOK.migrations()

    @migrations()
    def something_more(db: Database) -> None:
        db.execute("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT")
        db.execute(f"PRAGMA user_version = {WORKBOOK.version + 1}")

    return Schema(WORKBOOK.application, lambda: migrations, WORKBOOK.version + 1)


def test_a_migration_stands_behind_a_backup_and_ends_undo(
    student: Student, folder: DataFolder, ids: NewId, clock: Clock
) -> None:
    made = student.highlights(0, 9)
    student.workbook.close()
    newer = open_workbook(folder, new_id=ids, clock=clock, schema=next_version())
    assert newer.annotations(student.attempt) == (made,)
    assert newer.undo(student.attempt) is None
    newer.close()
    assert names(folder) == [f"workbook 2026-05-04 before version {WORKBOOK.version + 1}.db", "workbook 2026-05-04.db"]

    with pytest.raises(StoreError, match="workbook-newer"):
        open_workbook(folder, new_id=ids, clock=clock)
    (folder.path / "workbook.db").unlink()
    restore_backup(folder, clock=clock)
    older = open_workbook(folder, new_id=ids, clock=clock)
    assert older.can_undo(student.attempt) == "highlight", "it is the copy from before the migration"
    older.close()


def test_a_migration_without_a_backup_does_not_begin(
    student: Student, folder: DataFolder, ids: NewId, clock: Clock
) -> None:
    student.workbook.close()
    (folder.path / "backups" / f"workbook 2026-05-04 before version {WORKBOOK.version + 1}.part").mkdir()
    with pytest.raises(StoreError, match="backup-failed"):
        open_workbook(folder, new_id=ids, clock=clock, schema=next_version())
    open_workbook(folder, new_id=ids, clock=clock).close()


def test_a_migration_that_fails_leaves_the_older_workbook(
    student: Student, folder: DataFolder, ids: NewId, clock: Clock
) -> None:
    made = student.highlights(0, 9)
    student.workbook.close()
    migrations = WORKBOOK.migrations()

    @migrations()
    def wrong(db: Database) -> None:
        db.execute("DELETE FROM annotation")
        db.execute("CREATE TABLE person (id)")

    newer = Schema(WORKBOOK.application, lambda: migrations, WORKBOOK.version + 1)
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_workbook(folder, new_id=ids, clock=clock, schema=newer)
    again = open_workbook(folder, new_id=ids, clock=clock)
    assert again.annotations(student.attempt) == (made,)
    again.close()


def test_who_is_forgotten_leaves_no_trace(student: Student, folder: DataFolder) -> None:
    workbook = student.workbook
    ada = workbook.rename_person(workbook.last_person(), "Adelaide Quimby")
    ben = workbook.add_person("Benjamin Orr")
    made = student.highlights(0, 9, note="a very private note")
    student.removes(made)
    workbook.check(student.attempt, "key-1", last=False)
    student.highlights(10, 19, note="a very private note")
    workbook.back_up()
    assert b"very private" in everything_in(folder.path / "backups")

    assert workbook.forget(ada) == ()
    assert workbook.persons() == (ben,)
    held = everything_in(folder.path)
    assert b"Benjamin Orr" in held
    assert b"very private" not in held
    assert b"Adelaide" not in held


@pytest.mark.parametrize("version", sorted(WORKBOOKS.glob("v*.db")), ids=lambda file: file.stem)
def test_who_is_forgotten_is_forgotten_in_backups_of_every_earlier_version(folder: DataFolder, version: Path) -> None:
    workbook = restore_of(folder, version)
    backup = folder.path / "backups" / "workbook 2026-05-03.db"
    shutil.copyfile(version, backup)
    (ada,) = workbook.persons()
    with closing(sqlite3.connect(backup)) as db:
        assert db.execute("SELECT name FROM person").fetchall() == [("Ada",)]
    assert workbook.forget(ada) == ()
    with closing(sqlite3.connect(backup)) as db:
        assert db.execute("SELECT name FROM person").fetchall() == []
        assert db.execute("SELECT COUNT(*) FROM annotation").fetchone() == (0,)
    assert ada.id.encode() not in everything_in(folder.path)
    workbook.close()


def test_when_everybody_is_forgotten_somebody_new_is_there(workbook: Workbook) -> None:
    ada = workbook.rename_person(workbook.last_person(), "Ada")
    workbook.forget(ada)
    (somebody,) = workbook.persons()
    assert somebody.name == ""
    assert somebody.id != ada.id


def test_what_cannot_be_rewritten_is_named(workbook: Workbook, folder: DataFolder) -> None:
    aside = folder.path / "workbook set aside 2026-05-01 08.00.00.db"
    damaged = folder.path / "backups" / "workbook 2026-05-01.db"
    for file in (aside, damaged):
        file.write_bytes(b"rubbish")
    assert workbook.forget(workbook.last_person()) == (damaged, aside)


def test_forgetting_that_fails_can_be_tried_again(workbook: Workbook, folder: DataFolder) -> None:
    ada = workbook.rename_person(workbook.last_person(), "Ada")
    workbook.back_up()
    blocked = folder.path / "backups" / "workbook 2026-05-04.part"
    blocked.mkdir()
    with pytest.raises(StoreError, match="backup-failed"):
        workbook.forget(ada)
    assert workbook.persons() == (ada,)
    blocked.rmdir()
    workbook.forget(ada)
    assert ada not in workbook.persons()


def test_a_backup_that_cannot_be_opened_is_not_good(workbook: Workbook, folder: DataFolder) -> None:
    backups = Backups(folder.path / "backups", WORKBOOK)
    good = backups.latest_good()
    backups.of_day(date(2026, 6, 1)).mkdir()
    assert backups.latest_good() == good
