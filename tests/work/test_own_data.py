"""What belongs to people they can take along, read and have deleted, by the command line, on real files."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from claimlight.cli import main
from claimlight.core.annotation import Annotation, quote_of
from claimlight.core.article import Span
from claimlight.core.attempt import Attempt
from claimlight.core.history import Change, Edit
from claimlight.core.identity import NewId, new_id
from claimlight.core.lesson import Mode
from claimlight.files.places import lessons
from claimlight.store.data_folder import open_data_folder
from claimlight.store.opening import open_workbook
from claimlight.store.workbook import Workbook
from claimlight.work.shelf import bring_file

NAME, NOTE = "Adelaide Quimby-Østergård", "a very private note, ünread"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Ada and Ben have worked here, some days ago and again."""
    folder = tmp_path / "data"
    with open_data_folder(folder) as opened, closing(open_workbook(opened)) as workbook:
        workbook.rename_person(workbook.last_person(), NAME)
        marks(workbook, new_id)
        workbook.add_person("Ben")
        marks(workbook, new_id)
        workbook.back_up()
        today = next((folder / "backups").glob("*.db"))
        for day in ("2026-01-02", "2026-03-04 before 08.00.00"):
            (folder / "backups" / f"workbook {day}.db").write_bytes(today.read_bytes())
    return folder


def marks(workbook: Workbook, ids: NewId) -> Attempt:
    """One checked page, one highlight made and taken back, one note."""
    lesson = bring_file(lessons() / "canteen-survey", workbook)
    attempt = workbook.open_attempt(workbook.last_person(), lesson, "article", Mode.PRACTICE)
    span = Span(0, 9)
    text = lesson.texts[0].article.text
    for note in (NOTE, "", NOTE):
        made = Annotation(ids(), "claim", span, quote_of(text, span), note=note)
        workbook.record(attempt, Change(ids(), "highlight", (Edit(None, made),)))
    workbook.check(attempt, "key", last=False)
    workbook.undo(attempt)
    return attempt


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], data: Path) -> Run:
    def run(*words: object) -> tuple[int, str, str]:
        code = main(["--data-dir", str(data), *map(str, words)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def people(data: Path) -> list[str]:
    with open_data_folder(data) as folder, closing(open_workbook(folder)) as workbook:
        return [person.name for person in workbook.persons()]


def held(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_a_backup_is_brought_back(run: Run, data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.claimlight"
    assert run("backup", "-o", copy) == (0, f"{copy} written: the work of 2 people\n", "")
    assert run("forget", "--person", "Ben", "--yes")[0] == 0
    assert people(data) == [NAME]
    code, out, err = run("restore", copy)
    assert (code, err) == (0, "")
    assert f"The work is again as it was in {copy}." in out
    assert "What was here before is kept as" in out
    assert people(data) == [NAME, "Ben"]


def test_a_backup_comes_back_on_a_new_computer(run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.claimlight"
    run("backup", "-o", copy)
    assert main(["--data-dir", str(tmp_path / "new"), "restore", str(copy)]) == 0
    assert capsys.readouterr().out == f"The work is again as it was in {copy}.\n"
    assert people(tmp_path / "new") == [NAME, "Ben"]


def test_everything_about_one_person_is_written_down(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "adelaide.json"
    code, out, err = run("export-data", "--person", NAME.upper(), "-o", file)
    assert (code, err) == (0, "")
    assert out == f"{file} written: everything that is known about {NAME}\n"
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["person"]["name"] == NAME
    (attempt,) = data["attempts"]
    assert NOTE in file.read_text(encoding="utf-8")
    assert [len(check["highlights"]) for check in attempt["checks"]] == [3]
    assert "Ben" not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0


def test_who_is_forgotten_is_in_no_file_any_more(run: Run, data: Path) -> None:
    before = held(data)
    assert before.count(NAME.encode()) >= 4, "in the workbook and three backups"
    code, out, err = run("forget", "--person", NAME, "--yes")
    assert (code, err) == (0, "")
    assert out == f"{NAME} and all their work are gone, here and from every backup.\n"
    after = held(data)
    assert NAME.encode() not in after
    assert b"Ben" in after
    assert run("forget", "--person", "Ben", "--yes")[0] == 0
    assert NOTE.encode() not in held(data)
    assert len(list((data / "backups").glob("*.db"))) >= 3, "backups are rewritten, not deleted"


def test_forgetting_needs_a_yes(run: Run, data: Path) -> None:
    before = held(data)
    code, out, err = run("forget", "--person", NAME)
    assert (code, out) == (2, "")
    assert err.startswith(f"This would delete {NAME} and all their work")
    assert NAME.encode() in before
    assert people(data) == [NAME, "Ben"]


def test_damaged_files_that_may_hold_some_of_it_are_named(run: Run, data: Path) -> None:
    damaged = data / "backups" / "workbook 2026-02-02.db"
    damaged.write_bytes(b"rubbish")
    code, _out, err = run("forget", "--person", "Ben", "--yes")
    assert code == 1
    assert err == f"{damaged} is damaged and may still hold some of it: delete it by hand.\n"


def test_who_is_meant_must_be_clear(run: Run, data: Path, tmp_path: Path) -> None:
    with open_data_folder(data) as folder, closing(open_workbook(folder)) as workbook:
        twin, nobody = workbook.add_person("ben"), workbook.add_person()
    file = tmp_path / "ben.json"
    code, _out, err = run("export-data", "--person", "Ben", "-o", file)
    assert code == 2
    assert f"ben {twin.id}" in err
    assert run("export-data", "--person", twin.id, "-o", file)[0] == 0
    code, _out, err = run("forget", "--person", "Zoe", "--yes")
    assert code == 2
    assert f"Those who do: {NAME}, Ben, ben, {nobody.id}." in err
    assert run("forget", "--person", nobody.id, "--yes")[1].startswith(nobody.id)


def test_files_are_neither_overwritten_nor_put_beside_the_work(run: Run, data: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine"
    file.write_text("mine")
    for command in (["backup"], ["export-data", "--person", "Ben"]):
        code, _out, err = run(*command, "-o", file)
        assert code == 2
        assert err.startswith(f"“{file}” is there already.")
        code, _out, err = run(*command, "-o", data / "backups" / "mine")
        assert code == 2
        assert "Choose a place outside" in err
        code, _out, err = run(*command, "-o", tmp_path / "no" / "folder")
        assert code == 2
        assert "could not be written" in err
    assert file.read_text() == "mine"


def test_work_that_is_open_elsewhere_is_left_alone(run: Run, data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    run("backup", "-o", copy)
    with open_data_folder(data):
        for words in (
            ["backup", "-o", tmp_path / "other"],
            ["restore", copy],
            ["export-data", "--person", "Ben", "-o", tmp_path / "other"],
            ["forget", "--person", "Ben", "--yes"],
        ):
            code, out, err = run(*words)
            assert (code, out) == (2, "")
            assert err.startswith("Claimlight is already open with the work in")
    assert people(data) == [NAME, "Ben"]


def test_a_mistyped_folder_does_not_become_a_new_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = tmp_path / "nowhere"
    assert main(["--data-dir", str(nowhere), "forget", "--person", "Ben", "--yes"]) == 2
    assert capsys.readouterr().err.startswith(f"There is no work in “{nowhere}”.")
    assert not nowhere.exists()


def test_what_is_no_copy_is_refused(run: Run, data: Path, tmp_path: Path) -> None:
    for file, told in ((tmp_path / "gone", "There is no file"), (lessons() / "README.md", "is damaged or no copy")):
        code, _out, err = run("restore", file)
        assert code == 2
        assert told in err
    assert people(data) == [NAME, "Ben"]


def test_without_a_folder_it_is_the_usual_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget", "--person", "Ben"]) == 2
    assert "There is no work in" in capsys.readouterr().err


def test_an_empty_workbook_is_said_once(run: Run, data: Path, tmp_path: Path) -> None:
    for copy in (data / "backups").glob("*.db"):
        copy.unlink()
    (data / "workbook.db").write_bytes(b"")
    code, _out, err = run("backup", "-o", tmp_path / "taken.db")
    assert code == 0
    assert err.startswith("The file that holds the work was empty and there was no copy of it, so it is kept as “")
    assert err.count("\n") == 1
    assert run("backup", "-o", tmp_path / "again.db")[2] == ""
