"""A stick, a share or a clock that behaves badly: nothing is lost, nothing is there twice, and the rest goes on."""

import errno
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import build_folder
from claimlight.handin import drop_folder
from claimlight.handin.drop_folder import SLIPS, WORK, open_drop, put, put_new, read_file
from claimlight.handin.submission import read_submission, write_submission
from claimlight.work.collect import collect
from claimlight.work.hand_in import hand_in, waiting
from claimlight.work.results import results
from claimlight.work.teacher_keys import teacher_keys
from classroom import class_with, given, laptop, stick, teacher
from lesson_maker import write_lesson
from store.processes import start_python

MARKS = [("Fares will double by spring", "claim")]
MANY = int(os.environ.get("CLAIMLIGHT_MANY_FILES", "5000"))
"""How many tiny files lie in the folder; 100,000 when asked."""


@pytest.fixture
def room(tmp_path):
    """A teacher, a laptop of two, and a stick to which they have not handed in yet."""
    folder = write_lesson(tmp_path / "fares")
    build_folder(folder)
    with teacher(tmp_path / "teacher") as book, laptop(tmp_path / "laptop") as ours:
        drop = stick(tmp_path / "stick", class_with(book))
        lesson = given(book, folder, Mode.PRACTICE, tmp_path)
        for name in ("Ada", "Ben"):
            ours.does(name, lesson, MARKS)
        yield book, ours, drop


def works(drop):
    return sorted(path for path in (drop.path / WORK).iterdir() if path.is_file())


def test_thousands_of_tiny_files_are_set_aside_and_the_work_is_found(room):
    book, ours, drop = room
    ours.hands_in(drop)
    for number in range(MANY):
        (drop.path / WORK / f"{number:x}.claimwork").write_bytes(b"{}")
    report = collect(book, drop.path, "7b")
    assert (report.new, len(report.aside)) == (2, MANY)
    assert {error.code for _file, error in report.aside} == {"travel-not-ours"}
    assert collect(book, drop.path, "7b").aside == []


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="nobody counts there what is read")
def test_of_a_file_of_5_gb_nothing_is_read(room):
    book, _ours, drop = room
    with (drop.path / WORK / "huge.claimwork").open("wb") as huge:
        huge.truncate(5_000_000_000)
    before = bytes_read()
    assert bytes_read() > before, "what is read is counted"
    before = bytes_read()
    with pytest.raises(WorkError, match="travel-too-big"):
        read_file(drop.path / WORK / "huge.claimwork")
    assert bytes_read() - before < 1_000, "no more than the count itself"
    before = bytes_read()
    assert [error.code for _file, error in collect(book, drop.path, "7b").aside] == ["travel-too-big"]
    assert bytes_read() - before < 1_000_000, "the classbook and the class, not the file"


def bytes_read() -> int:
    """By this process, from files of any kind, since it began."""
    counts = Path("/proc/self/io").read_text(encoding="ascii").split()
    return int(counts[counts.index("rchar:") + 1])


def test_a_rename_that_is_refused_leaves_no_half_file(room, monkeypatch):
    """A file system without rename-over: the new name must not be there yet, and random ones never are."""
    _book, ours, drop = room
    real = os.replace

    def refuses_over(source, target):
        if Path(target).exists():
            raise FileExistsError(errno.EEXIST, "File exists", str(target))
        real(source, target)

    monkeypatch.setattr(drop_folder.os, "replace", refuses_over)
    assert ours.hands_in(drop) == 2
    with pytest.raises(WorkError, match="drop-folder-refuses"):
        put(drop.path, drop_folder.MARKER, b"newer")
    assert open_drop(drop.path).marker == drop.marker
    assert [path.name for path in drop.path.iterdir() if path.name.startswith(".")] == []

    def refuses(_source, target):
        raise PermissionError(errno.EPERM, "Operation not permitted", str(target))

    monkeypatch.setattr(drop_folder.os, "replace", refuses)
    ours.workbook.challenge(ours.workbook.attempts(ours.person("Ada"))[-1], "It is one.", item="t1")
    with pytest.raises(WorkError, match="drop-folder-refuses"):
        ours.hands_in(drop)
    assert len(waiting(ours.workbook, drop.class_file)) == 1, "it still waits"
    assert len(list((drop.path / WORK).iterdir())) == 2


def test_names_cut_to_eight_and_three_letters_are_taken(room):
    """As an old file system leaves them: everything large, cut, numbered, the ending three letters long."""
    book, ours, drop = room
    ours.hands_in(drop)
    for number, path in enumerate(works(drop), 1):
        path.rename(path.with_name(f"{path.stem[:6].upper()}~{number}.CLA"))
    assert collect(book, drop.path, "7b").new == 2
    for path in (drop.path / SLIPS).iterdir():
        path.rename(path.with_name(path.name.upper()))
    collect(book, drop.path, "7b")
    assert ours.takes_in(drop).arrived == 2, "a slip that has lost its name is written anew"


@pytest.mark.skipif(sys.platform == "win32", reason="sizes are not limited there")
def test_a_full_folder_takes_nothing_and_says_so(room, tmp_path):
    """A process that may write no file larger than 200 bytes stands for a stick without room."""
    _book, ours, drop = room
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from claimlight.core.errors import WorkError; from claimlight.handin.drop_folder import put_new\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))\n"
        "try: put_new(Path(sys.argv[1]), '.claimwork', bytes(5000))\n"
        "except WorkError as error: print(error.code)"
    )
    said, errors = start_python(script, drop.path / WORK).communicate(timeout=60)
    assert said == "drop-folder-full\n", errors
    assert list((drop.path / WORK).iterdir()) == []
    assert ours.hands_in(drop) == 2, "once there is room"


def test_a_folder_that_goes_away_while_it_is_collected_from_is_told_and_what_came_stays(room, tmp_path, monkeypatch):
    book, ours, drop = room
    ours.hands_in(drop)
    real = os.scandir
    looks = []

    def pulled(folder):
        looks.append(folder)
        if len(looks) > 1:  # they were counted, and now the stick is out
            raise OSError(errno.EIO, "Input/output error", str(folder))
        return real(folder)

    monkeypatch.setattr(drop_folder.os, "scandir", pulled)
    report = collect(book, drop.path, "7b")
    assert (report.new, [error.code for _file, error in report.aside]) == (0, ["drop-folder-gone"])
    monkeypatch.undo()

    def gone(done, _all):
        if done == 0:
            shutil.move(drop.path / WORK, tmp_path / "pulled")

    report = collect(book, drop.path, "7b", progress=gone)
    assert (report.new, report.aside) == (0, [])
    shutil.move(tmp_path / "pulled", drop.path / WORK)
    assert collect(book, drop.path, "7b").new == 2


def test_files_that_vanish_or_cannot_be_read_keep_nobody_waiting(room, monkeypatch):
    book, ours, drop = room
    ours.hands_in(drop)
    first, second = works(drop)
    real = os.open

    def torn(path, *more, **named):
        if Path(path) == first:
            raise OSError(errno.EIO, "Input/output error", str(path))
        return real(path, *more, **named)

    monkeypatch.setattr(drop_folder.os, "open", torn)
    report = collect(book, drop.path, "7b")
    assert (report.new, [error.code for _file, error in report.aside]) == (1, ["travel-unreadable"])
    monkeypatch.undo()
    assert first.exists(), "what may be readable another time stays where it is"
    assert second.exists()
    assert collect(book, drop.path, "7b").new == 1


def test_two_collectors_in_two_processes_take_everything_once(room, tmp_path):
    book, ours, drop = room
    ours.hands_in(drop)
    (raw,) = {path.read_bytes() for path in works(drop)[:1]}
    found = read_submission(raw, teacher_keys(book)).submission
    from dataclasses import replace

    for number in range(60):
        person = replace(found.by.person, id=f"p{number}", name=f"Student {number}")
        one = replace(found, head=replace(found.head, id=f"{number:032x}"), by=replace(found.by, person=person))
        put_new(drop.path / WORK, ".claimwork", write_submission(one, drop.class_file, teacher_keys(book)))
    (drop.path / WORK / "bad.claimwork").write_bytes(b"?")
    book.back_up()
    copies = [tmp_path / "one", tmp_path / "two"]
    for copy in copies:
        copy.mkdir()
        book.copy_to(copy / "classbook.db")
    script = "import sys; from claimlight.cli import main; sys.exit(main(sys.argv[1:]))"
    running = [start_python(script, "--data-dir", copy, "collect", drop.path, "--class", "7b") for copy in copies]
    said = [process.communicate(timeout=60) for process in running]
    assert all(process.returncode in (0, 1) for process in running), said
    for copy in copies:
        with teacher(copy) as each:
            kept = [row.work.person for row in results(each, "7b").rows if row.work]
            assert len(kept) == len(set(kept)) == 62, said
    assert len(list((drop.path / SLIPS).iterdir())) == 62
    assert ours.takes_in(drop).arrived == 2


@pytest.mark.parametrize("year", [1980, 1999, 2038, 2106, 9000])
def test_clocks_that_are_years_wrong_change_nothing(room, year):
    book, ours, drop = room
    attempt = ours.workbook.attempts(ours.person("Ada"))[-1]
    assert len(hand_in(ours.workbook, drop, clock=lambda: datetime(year, 1, 1, tzinfo=UTC))) == 2
    ours.workbook.challenge(attempt, "It is one.", item="t1")
    assert len(hand_in(ours.workbook, drop, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))) == 1
    for path in works(drop):
        os.utime(path, (min(year - 1970, 200) * 31_000_000,) * 2)
    assert collect(book, drop.path, "7b").new == 3
    ada = next(row for row in results(book, "7b").rows if row.student == "Ada")
    assert (ada.versions, ada.work.number) == (2, 2)
    assert ours.takes_in(drop).arrived == 3
