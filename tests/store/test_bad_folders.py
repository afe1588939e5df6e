"""Whatever stands where the workbook should be: a clear sentence, nothing lost, nothing overwritten."""

import errno
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimlight.core.errors import StoreError
from claimlight.core.identity import Clock, NewId
from claimlight.core.lesson import Mode
from claimlight.store.backups import Backups
from claimlight.store.data_folder import DataFolder, ReadOnlyReason, open_data_folder
from claimlight.store.migrations import WORKBOOK
from claimlight.store.opening import open_workbook, restore_backup
from claimlight.store.workbook import Workbook
from claimlight.wording.errors import say
from store.processes import start_python
from store.student import Student, make_lesson

Reopen = Callable[..., Workbook]


@pytest.fixture
def reopen(folder: DataFolder, ids: NewId, clock: Clock) -> Iterator[Reopen]:
    """Open the workbook again, as the next start would."""
    opened: list[Workbook] = []

    def again(**how: bool) -> Workbook:
        opened.append(open_workbook(folder, new_id=ids, clock=clock, **how))
        return opened[-1]

    yield again
    for workbook in opened:
        workbook.close()


@pytest.fixture
def file(folder: DataFolder) -> Path:
    return folder.path / "workbook.db"


def pages_of(workbook: Workbook) -> list[int]:
    """How many highlights each attempt of the first person has."""
    return [len(workbook.annotations(attempt)) for attempt in workbook.attempts(workbook.persons()[0])]


def damage(file: Path) -> bytes:
    """Flip every byte behind the header."""
    found = file.read_bytes()
    file.write_bytes(found[:100] + bytes(byte ^ 0xFF for byte in found[100:]))
    return file.read_bytes()


def refusal(reopen: Reopen, code: str, **how: bool) -> StoreError:
    with pytest.raises(StoreError) as caught:
        reopen(**how)
    assert caught.value.code == code
    assert "{" not in say(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "harm",
    [
        damage,
        lambda file: file.write_bytes(file.read_bytes()[:5000]),
        lambda file: file.write_bytes(b"SQLite format 3"),
        lambda file: file.write_bytes(os.urandom(20_000)),
    ],
    ids=["flipped", "truncated", "header only", "rubbish"],
)
def test_a_damaged_workbook_is_set_aside_and_its_backup_offered(
    student: Student, folder: DataFolder, file: Path, reopen: Reopen, harm: Callable[[Path], object]
) -> None:
    student.highlights(0, 9)
    student.workbook.close()
    harm(file)
    harmed = file.read_bytes()

    error = refusal(reopen, "workbook-damaged")
    assert not file.exists()
    assert isinstance(error.params["set_aside"], Path)
    assert error.params["set_aside"].read_bytes() == harmed
    assert refusal(reopen, "workbook-missing").params["latest_backup"] == error.params["latest_backup"]

    assert restore_backup(folder) == error.params["latest_backup"]
    assert pages_of(reopen()) == [1]


def test_one_can_begin_anew_and_the_backup_stays(student: Student, file: Path, reopen: Reopen) -> None:
    student.highlights(0, 9)
    student.workbook.close()
    damage(file)
    refusal(reopen, "workbook-damaged")
    fresh = reopen(fresh=True)
    assert pages_of(fresh) == []
    fresh.close()
    kept = list(file.parent.glob("backups/* before *.db"))
    with closing(sqlite3.connect(kept[0])) as db:
        assert db.execute("SELECT COUNT(*) FROM annotation").fetchone() == (1,)


def test_two_damaged_workbooks_in_a_second_are_both_kept(folder: DataFolder, workbook: Workbook, file: Path) -> None:
    workbook.close()
    moment = datetime(2026, 5, 4, 12, tzinfo=UTC)
    for rubbish in (b"one", b"two"):
        file.write_bytes(rubbish)
        with pytest.raises(StoreError, match="workbook-damaged"):
            open_workbook(folder, clock=lambda: moment)
    assert {kept.read_bytes() for kept in folder.path.glob("workbook set aside*.db")} == {b"one", b"two"}


def test_without_any_backup_it_says_so(folder: DataFolder, file: Path, reopen: Reopen) -> None:
    file.write_bytes(b"rubbish")
    assert refusal(reopen, "workbook-damaged-no-backup").params["latest_backup"] is None
    with pytest.raises(StoreError, match="no-backup"):
        restore_backup(folder)
    assert pages_of(reopen()) == []


def test_damage_that_only_the_log_holds_is_noticed(student: Student, file: Path, reopen: Reopen) -> None:
    """A page whose rows are rubbish: the header is fine, the first look is not."""
    student.highlights(0, 9)
    student.workbook.close()
    found = bytearray(file.read_bytes())
    with closing(sqlite3.connect(file)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'annotation'").fetchone()
        db.execute("PRAGMA journal_mode = DELETE")
    found[(page - 1) * 4096 : page * 4096] = b"\x07" * 4096
    file.write_bytes(found)
    refusal(reopen, "workbook-damaged")


@pytest.mark.parametrize("read_only", [None, ReadOnlyReason.FOLDER])
def test_damage_behind_a_readable_first_page_is_noticed(
    student: Student, folder: DataFolder, file: Path, read_only: ReadOnlyReason | None
) -> None:
    """The number of entries on one index page is wrong; every table can still be read."""
    student.highlights(0, 9)
    student.workbook.close()
    with closing(sqlite3.connect(file)) as db:
        name = "sqlite_autoindex_annotation_1"
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [name]).fetchone()
    found = bytearray(file.read_bytes())
    found[(page - 1) * 4096 + 4] = 0
    file.write_bytes(found)
    with pytest.raises(StoreError, match="damaged"):
        open_workbook(DataFolder(folder.path, None, read_only, False))
    assert file.exists() is bool(read_only)


def test_a_disk_that_fails_at_the_start_is_not_taken_for_damage(workbook: Workbook, file: Path, reopen: Reopen) -> None:
    workbook.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        refusal(reopen, "workbook-busy")
    assert file.exists()


def test_a_workbook_without_anybody_that_cannot_be_written_is_let_go(
    workbook: Workbook, file: Path, reopen: Reopen
) -> None:
    workbook.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("DELETE FROM person")
        other.execute("BEGIN IMMEDIATE")
        refusal(reopen, "workbook-busy")
    assert [person.name for person in reopen().persons()] == [""]


def test_another_programs_file_is_not_touched(file: Path, reopen: Reopen) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.executescript("PRAGMA application_id = 7; CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1);")
    before = file.read_bytes(), file.stat().st_mtime_ns
    refusal(reopen, "workbook-foreign")
    refusal(reopen, "workbook-foreign", fresh=True)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert [path.name for path in file.parent.iterdir()] != []
    assert not list(file.parent.glob("workbook.db-*"))


@pytest.mark.parametrize("in_log", [False, True], ids=["closed", "after a crash"])
def test_a_newer_workbook_is_not_touched(workbook: Workbook, file: Path, reopen: Reopen, in_log: bool) -> None:
    workbook.close()
    newer = sqlite3.connect(file)
    newer.execute(f"PRAGMA user_version = {WORKBOOK.version + 1}")
    if not in_log:
        newer.close()
    refusal(reopen, "workbook-newer")
    newer.close()
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (WORKBOOK.version + 1,)


def test_an_empty_file_is_as_good_as_none(file: Path, reopen: Reopen) -> None:
    file.touch()
    book = reopen()
    assert pages_of(book) == []
    (told,) = book.concerns
    assert told.code == "workbook-empty"
    aside = told.params["set_aside"]
    assert isinstance(aside, Path)
    assert aside.read_bytes() == b""
    assert aside.name in say(told)
    book.close()
    assert reopen().concerns == (), "it is said once"


def test_an_empty_file_in_place_of_work_offers_the_backup(
    student: Student, folder: DataFolder, file: Path, reopen: Reopen
) -> None:
    student.highlights(0, 9)
    student.workbook.close()
    file.write_bytes(b"")
    refusal(reopen, "workbook-missing")
    restore_backup(folder)
    assert pages_of(reopen()) == [1]


def test_a_stray_log_is_not_read_into_a_restored_workbook(
    student: Student, folder: DataFolder, file: Path, reopen: Reopen
) -> None:
    student.workbook.close()
    with closing(sqlite3.connect(file)) as other:
        other.execute("DELETE FROM attempt")
        other.commit()
        stray = Path(f"{file}-wal").read_bytes()
    file.unlink()
    Path(f"{file}-wal").write_bytes(stray)
    restore_backup(folder)
    assert pages_of(reopen()) == [0]


def test_a_folder_in_place_of_the_workbook(file: Path, reopen: Reopen) -> None:
    file.mkdir()
    refusal(reopen, "workbook-unreachable")


def test_something_in_the_way_of_a_new_workbook(file: Path, reopen: Reopen) -> None:
    file.with_suffix(".new").mkdir()
    refusal(reopen, "workbook-unreachable")


def test_a_backup_that_cannot_be_copied_stays(student: Student, folder: DataFolder, file: Path) -> None:
    student.workbook.close()
    file.with_suffix(".new").mkdir()
    with pytest.raises(StoreError, match="backup-not-restored"):
        restore_backup(folder)
    assert file.exists()


def test_a_full_disk_loses_only_the_gesture_in_the_hand(student: Student) -> None:
    """SQLite is told that its file may not grow: to it, that is a full disk."""
    kept = student.highlights(0, 9)
    db = student.workbook._db
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(StoreError) as caught:
        student.highlights(0, 1500, note="n" * 100_000)
    assert caught.value.code == "disk-full"
    assert "safe" in say(caught.value)
    assert student.workbook.annotations(student.attempt) == (kept,)
    db.execute("PRAGMA max_page_count = 100000")
    student.highlights(10, 19)
    assert len(student.workbook.annotations(student.attempt)) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_really_full_disk(tmp_path: Path, ids: NewId, clock: Clock) -> None:
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(tmp_path)], check=False).returncode:
        pytest.skip("this machine mounts nothing")
    try:
        with open_data_folder(tmp_path / "data") as folder:
            workbook = open_workbook(folder, new_id=ids, clock=clock)
            workbook.keep_lesson(make_lesson(), b"")
            attempt = workbook.open_attempt(workbook.last_person(), make_lesson(), "article", Mode.PRACTICE)
            student = Student(workbook, attempt, ids)
            acknowledged = 0
            caught = None
            while caught is None:
                try:
                    student.highlights(acknowledged, acknowledged + 9, note="n" * 20_000)
                    acknowledged += 1
                except StoreError as error:
                    caught = error
            assert caught.code == "disk-full"
            assert len(workbook.annotations(attempt)) == acknowledged > 10
            with pytest.raises(StoreError, match="backup-failed"):
                workbook.back_up()
            workbook.close()
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_file_that_another_program_holds_does_not_freeze_the_window(student: Student, file: Path) -> None:
    kept = student.highlights(0, 9)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            student.highlights(10, 19)
        other.execute("ROLLBACK")
    assert caught.value.code == "workbook-busy"
    assert student.workbook.annotations(student.attempt) == (kept,)


def test_another_claimlight_has_the_folder(folder: DataFolder) -> None:
    """A real second process, as the command line would be."""
    script = (
        "import sys; from pathlib import Path; from claimlight.store.data_folder import open_data_folder;"
        "from claimlight.wording.errors import say\n"
        "try: open_data_folder(Path(sys.argv[1]))\n"
        "except Exception as error: print(error.code); print(say(error)); sys.exit(2)"
    )

    def second() -> tuple[int, str, str]:
        process = start_python(script, folder.path)
        said, errors = process.communicate(timeout=60)
        return process.returncode, said, errors

    code, said, errors = second()
    assert (code, said.split()[0], errors) == (2, "data-folder-in-use", "")
    assert "already open" in said
    folder.close()
    folder.close()
    assert second() == (0, "", "")


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    for path in (tmp_path / "data", tmp_path / "data" / "deeper"):
        with pytest.raises(StoreError) as caught:
            open_data_folder(path)
        assert caught.value.code == "data-folder-is-a-file"


@contextmanager
def as_somebody_without_rights(path: Path) -> Iterator[None]:
    """Take the right to write away from `path` and all in it, and root's power to ignore that."""
    every = [path, *path.rglob("*")]
    for each in every:
        each.chmod(0o555 if each.is_dir() else 0o444)
    user = os.geteuid()
    if user == 0:
        for parent in path.parents:
            if not parent.stat().st_mode & 0o001:
                parent.chmod(0o755)
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)
        for each in every:
            each.chmod(0o755 if each.is_dir() else 0o644)


def test_a_folder_that_cannot_be_written_is_opened_to_read(
    student: Student, folder: DataFolder, ids: NewId, clock: Clock
) -> None:
    made = student.highlights(0, 9)
    student.workbook.close()
    folder.close()
    with as_somebody_without_rights(folder.path), open_data_folder(folder.path) as reading:
        assert reading.read_only is ReadOnlyReason.FOLDER
        workbook = open_workbook(reading, new_id=ids, clock=clock)
        assert [concern.code for concern in workbook.concerns] == ["data-folder-read-only"]
        assert workbook.annotations(student.attempt) == (made,)
        person = workbook.last_person()
        assert workbook.open_attempt(person, make_lesson(), "article", Mode.PRACTICE) == student.attempt
        for write in (
            lambda: Student(workbook, student.attempt, ids).highlights(10, 19),
            lambda: workbook.undo(student.attempt),
            lambda: workbook.forget(person),
            lambda: workbook.add_person("Ben"),
        ):
            with pytest.raises(StoreError) as caught:
                write()
            assert "can be read" in say(caught.value)
        workbook.close()
    assert not list(folder.path.glob("workbook.db-*"))


def test_the_last_highlights_are_read_from_the_log_of_a_crashed_run(
    student: Student, folder: DataFolder, tmp_path: Path
) -> None:
    """The folder was copied while a log lay beside the workbook, to a stick that only reads."""
    made = student.highlights(0, 9)
    stick = tmp_path / "stick"
    stick.mkdir()
    for name in ("workbook.db", "workbook.db-wal"):
        (stick / name).write_bytes((folder.path / name).read_bytes())
    workbook = open_workbook(DataFolder(stick, None, ReadOnlyReason.NO_LOCK, False))
    assert workbook.annotations(student.attempt) == (made,)
    assert say(workbook.concerns[0]).startswith(f"“{stick}” is on a shared disk")
    workbook.close()


def test_a_read_only_folder_without_a_workbook_can_be_used_to_read_lessons(tmp_path: Path) -> None:
    workbook = open_workbook(DataFolder(tmp_path, None, ReadOnlyReason.FOLDER, False))
    assert workbook.last_person().name == ""
    assert list(tmp_path.iterdir()) == []
    workbook.close()


@pytest.mark.parametrize("harm", [damage, lambda file: file.write_bytes(b"SQLite")], ids=["flipped", "header"])
def test_a_damaged_workbook_in_a_read_only_folder_stays_where_it_is(
    workbook: Workbook, folder: DataFolder, file: Path, harm: Callable[[Path], object]
) -> None:
    workbook.close()
    harm(file)
    before = sorted(folder.path.rglob("*"))
    with pytest.raises(StoreError) as caught:
        open_workbook(DataFolder(folder.path, None, ReadOnlyReason.FOLDER, False))
    assert caught.value.code == "file-damaged"
    assert sorted(folder.path.rglob("*")) == before


def test_a_workbook_alone_may_be_read_only(
    student: Student, folder: DataFolder, file: Path, ids: NewId, clock: Clock
) -> None:
    made = student.highlights(0, 9)
    student.workbook.close()
    with as_somebody_without_rights(file):
        workbook = open_workbook(folder, new_id=ids, clock=clock)
    assert workbook.annotations(student.attempt) == (made,)
    assert [concern.code for concern in workbook.concerns] == ["workbook-read-only"]
    workbook.close()


def test_no_space_for_a_new_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(*_words: object, **_more: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(StoreError) as caught:
        open_data_folder(tmp_path)
    assert caught.value.code == "disk-full"


def test_a_workbook_on_a_network_says_so_and_uses_no_shared_memory(tmp_path: Path, clock: Clock) -> None:
    workbook = open_workbook(DataFolder(tmp_path, None, None, network=True), clock=clock)
    assert [concern.code for concern in workbook.concerns] == ["data-folder-on-network"]
    workbook.add_person("Ada")
    assert not list(tmp_path.glob("workbook.db-wal")) + list(tmp_path.glob("workbook.db-shm"))
    workbook.close()


def test_a_day_without_a_backup_is_told(workbook: Workbook, folder: DataFolder, reopen: Reopen) -> None:
    workbook.close()
    for backup in folder.path.glob("backups/*"):
        backup.unlink()
    (folder.path / "backups").rmdir()
    (folder.path / "backups").write_text("a file in its place")
    assert [concern.code for concern in reopen().concerns] == ["backup-failed"]


def test_only_good_backups_of_ours_are_offered(workbook: Workbook, folder: DataFolder, clock: Clock) -> None:
    backups = Backups(folder.path / "backups", WORKBOOK)
    good = backups.latest_good()
    today = clock().date()
    for days, content in enumerate((b"", b"SQLite format 3\0" + bytes(200), b"rubbish" * 30), start=1):
        backups.of_day(today + timedelta(days=days)).write_bytes(content)
    assert good is not None
    damaged = backups.of_day(today + timedelta(days=9))
    damaged.write_bytes(good.read_bytes())
    damage(damaged)
    (folder.path / "backups" / "workbook notes.db").write_bytes(b"somebody else's")
    assert backups.latest_good() == good
