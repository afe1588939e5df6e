"""The end of term: a copy that was tried, then nothing of the class is left on the disk; so it is for one student."""

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.core.lesson import Mode
from claimlight.core.roster import RosterEntry
from claimlight.handin.class_file import read_class
from claimlight.store.term_end import Whom
from claimlight.wording.errors import say
from claimlight.work.class_changes import move_student, rename_student
from claimlight.work.classes import is_over
from claimlight.work.collect import collect
from claimlight.work.teaching import make_class
from claimlight.work.term_end import find_student, prove, proven_copy
from classroom import everything_in, given, laptop, stick, teacher
from lesson_maker import built_lesson

DATA = Path(__file__).parents[1] / "data"
ADA, BEN, TITLE = "Adelheid Quillfeather", "Benedikt Oakenshaw", "Siebenbürgen 7b"


@pytest.fixture
def data(tmp_path):
    """A teacher's data folder with two classes; in one of them both students have handed in, with a note each."""
    folder = built_lesson(tmp_path / "fares")
    with teacher(tmp_path / "teacher") as book:
        to = make_class(book, TITLE, (ADA, BEN), school_ids={ADA: "number-ada", BEN: "number-ben"}, ends="2026-07-31")
        make_class(book, "8a", ("Cem",))
        book.back_up()
    with teacher(tmp_path / "teacher") as book:
        file = given(book, folder, Mode.PRACTICE, tmp_path)
        drop = stick(tmp_path / "stick", to)
        for name in (ADA, BEN):
            with laptop(tmp_path / name) as ours:
                attempt = ours.does(name, file, [("Fares will double by spring", "claim")])
                ours.workbook.challenge(attempt, f"{name} thinks so", item="c1")
                ours.hands_in(drop)
        collect(book, tmp_path / "stick", TITLE)
    backups = tmp_path / "teacher" / "backups"
    (backups / "classbook 2026-01-03.db").write_bytes((DATA / "classbooks" / "v1.db").read_bytes())
    (backups / "classbook 2026-01-01 before 10.00.00.db").write_bytes(next(backups.glob("classbook*.db")).read_bytes())
    return tmp_path / "teacher"


def people(data):
    """Ids and names by which each student could be known, as bytes."""
    with teacher(data) as book:
        found = {name: find_student(book, TITLE, name).whom.persons for name in (ADA, BEN)}
    words = {ADA: [ADA, "Adelheid", "number-ada", *found[ADA]], BEN: [BEN, "Benedikt", "number-ben", *found[BEN]]}
    return {name: [each.encode() for each in each_of] for name, each_of in words.items()}


def test_a_class_that_is_over_is_known(data):
    with teacher(data) as book:
        files = [read_class(known.file, known.name) for known in book.classes.all()]
    assert [file.name for file in files if is_over(file, date(2026, 8, 1))] == [TITLE]
    assert not any(is_over(file, date(2026, 7, 31)) for file in files)


def test_the_end_of_term_leaves_nothing_on_the_disk(run, tmp_path, data):
    known = people(data)
    everything = everything_in(data)
    for word in (*known[ADA], *known[BEN], TITLE.encode()):
        assert word in everything, word
    code, _, error = run("end-class", "--class", TITLE)
    assert (code, "Add --yes" in error.replace("add", "Add")) == (2, True)
    code, _, error = run("end-class", "--class", TITLE, "--yes")
    assert (code, "--copy FILE" in error) == (2, True)
    copy = tmp_path / "copy.db"
    code, said, _ = run("end-class", "--class", TITLE, "--copy", copy, "--yes")
    assert code == 0
    assert "brought back to try it, and found the same" in said
    everything = everything_in(data)
    for word in (*known[ADA], *known[BEN], TITLE.encode()):
        assert word not in everything, word
    assert b"Cem" in everything
    with teacher(data) as book:
        assert [each.name for each in book.classes.all()] == ["8a"]
        assert make_class(book, "9c", ("Dan",)).students.roster == ("Dan",)


def test_the_copy_brings_the_class_back(run, tmp_path, data):
    copy = tmp_path / "copy.db"
    assert run("end-class", "--class", TITLE, "--copy", copy, "--yes")[0] == 0
    assert run("restore", copy)[0] == 0
    with teacher(data) as book:
        assert [each.name for each in book.classes.all()] == [TITLE, "8a"]
        assert len(find_student(book, TITLE, ADA).whom.persons) == 1


def test_nothing_is_deleted_where_the_copy_cannot_be_made_or_is_another(run, tmp_path, data):
    (tmp_path / "there").write_bytes(b"")
    assert run("end-class", "--class", TITLE, "--copy", tmp_path / "there", "--yes")[0] == 2
    assert run("end-class", "--class", TITLE, "--copy", data / "copy.db", "--yes")[0] == 2
    with teacher(data) as book:
        proven = proven_copy(book, tmp_path / "copy.db")
        assert (proven.classes, proven.works) == (2, 2)
        make_class(book, "9c", ("Dan",))
        with pytest.raises(WorkError) as caught:
            prove(book, tmp_path / "copy.db")
        assert "was not the same" in say(caught.value)
        assert len(book.classes.all()) == 3


def test_all_that_is_kept_of_a_student_is_in_one_zip(run, tmp_path, data):
    code, said, _ = run("export-student", "--class", TITLE, "--student", ADA, "-o", tmp_path / "ada.zip")
    assert (code, ADA in said) == (0, True)
    with zipfile.ZipFile(tmp_path / "ada.zip") as bundle:
        names = bundle.namelist()
        assert names == ["everything.json", "marks.csv", "work/01 version 1 check 1.json"]
        kept = json.loads(bundle.read("everything.json"))
        marks = list(csv.DictReader(io.StringIO(bundle.read("marks.csv").decode())))
        (tmp_path / "work.json").write_bytes(bundle.read(names[2]))
    assert [row["percent"] for row in marks] == ["33"]
    assert marks[0]["lesson"] == "Fares will double"
    assert kept["handed_in"][0]["challenges"][0]["words"] == f"{ADA} thinks so"
    assert kept["rows"]["roster"][0]["school"] == "number-ada"
    assert kept["rows"]["submission"][0]["packed"]["bytes"] > 0
    assert BEN not in json.dumps(kept)
    with teacher(data) as book:
        lesson = book.classes.given(kept["rows"]["submission"][0]["lesson_hash"])
        assert lesson is not None
    page = json.loads((tmp_path / "work.json").read_bytes())
    (item,) = page["items"]
    assert (page["creator"]["name"], item["body"]["label"]) == (ADA, "claim")


def test_one_student_is_forgotten_and_the_others_stay(run, tmp_path, data):
    known = people(data)
    code, _, error = run("forget-student", "--class", TITLE, "--student", ADA)
    assert (code, "Add --yes" in error) == (2, True)
    assert run("forget-student", "--class", TITLE, "--student", ADA, "--yes")[0] == 0
    everything = everything_in(data)
    assert [word for word in known[ADA] if word in everything] == []
    assert [word for word in known[BEN] if word not in everything] == []
    with teacher(data) as book:
        id = book.classes.all()[0].id
        assert book.classes.entries(id) == (RosterEntry(BEN, "number-ben"),)
        assert len(tuple(book.classes.received(id))) == 1
        assert book.kept_of("no such class", Whom((), ())) == {}
    code, _, error = run("forget-student", "--class", TITLE, "--student", ADA, "--yes")
    assert error == f"Nobody called “{ADA}” is in “{TITLE}”. Nothing was changed. Those who are: {BEN}.\n"


def test_damaged_backups_are_named(run, data):
    damaged = data / "backups" / "classbook 2026-01-02.db"
    damaged.write_bytes(b"rubbish")
    code, _, error = run("end-class", "--class", TITLE, "--no-copy", "--yes")
    assert (code, str(damaged) in error) == (1, True)


def test_somebody_who_is_not_on_the_list_is_found_too(tmp_path, data):
    with teacher(data) as book:
        id = book.classes.all()[0].id
        (person,) = find_student(book, TITLE, ADA).whom.persons
        assert find_student(book, TITLE, person).name == ADA
        book.class_work.say_who(id, (person,), None)
        found = find_student(book, TITLE, ADA)
        assert found.whom.persons == ()
        with pytest.raises(ClaimlightError):
            find_student(book, TITLE, "Nobody")
        assert find_student(book, TITLE, person).whom == Whom((person,), ())
        book.class_work.say_who(id, find_student(book, TITLE, BEN).whom.persons, None)
        same = [one for one in book.classes.received(id) if one.name == BEN]
        assert len(same) == 1


def test_numbers_of_the_school_go_along_with_a_student(data):
    with teacher(data) as book:
        one, other = (each.id for each in book.classes.all())
        rename_student(book, one, ADA, "Ada Q.")
        assert book.classes.entries(one)[0] == RosterEntry("Ada Q.", "number-ada")
        move_student(book, one, "Ada Q.", other)
        assert book.classes.entries(other) == (RosterEntry("Cem"), RosterEntry("Ada Q.", "number-ada"))
        assert len(find_student(book, other, "Ada Q.").whom.persons) == 1
