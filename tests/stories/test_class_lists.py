"""A teacher makes a class of what the school's office sent, however odd: every oddity is a sentence, with a way on."""

import zipfile
from pathlib import Path

import pytest

from claimlight.core.roster import RosterEntry
from claimlight.ui.teacher.class_page import ClassPage
from claimlight.ui.teacher.new_class import NewClass
from claimlight.ui.teacher.roster_preview import RosterPreview
from teacher_robot import Teacher

BOM = "\ufeff"
CLASSES = "sourcedId,status,title\nc1,active,7b\nc2,active,8a\n"
ENROLLED = (
    "sourcedId,status,classSourcedId,userSourcedId,role\n"
    "e1,active,c1,u1,student\ne2,active,c1,u2,student\ne3,active,c1,u9,teacher\n"
    "e4,active,c2,u3,student\ne5,active,c1,nobody,student\n"
)
USERS_11 = (
    "sourcedId,status,enabledUser,role,givenName,familyName,identifier\n"
    "u1,active,true,student,Ada,Ruiz,17\nu2,active,true,student,Ben,Ito,18\n"
    "u3,active,true,student,Cem,Kaya,19\nu9,active,true,teacher,Tia,Cher,\n"
)
USERS_12 = "sourcedId,status,givenName,familyName,identifier\nu1,,Ada,Ruiz,17\nu2,,Ben,Ito,18\nu9,,Tia,Cher,\n"
ROLES_12 = (
    "sourcedId,userSourcedId,roleType,role\nr1,u1,primary,student\nr2,u2,primary,student\nr9,u9,primary,teacher\n"
)
ODD = (
    "Family name,Given name,Student number\n"
    'Ruiz,"Ada ""Bee""",17\n'
    '"O\'Neill, Jr.",Sean,18\n'
    "Eve,=cmd|'calc',19\n"
    "\u202eKaya\u200f,Dilan,20\n"
    "Kaya,Dilan,21\n"
    "Ito,Ben,17\n"
    "Lind,Oskar,\n"
    ",,99\n"
)
ARABIC = "الاسم,رقم\nعلي\u200f حسن,5\n"


@pytest.fixture
def teacher(teacher: Teacher, tmp_path: Path) -> Teacher:
    """At *New class*, with the file `theirs` in every dialog."""
    teacher.clicks("I teach")
    teacher.clicks("My classes")
    teacher.clicks("New class")
    teacher.clicks("No, only I do")
    teacher.all(NewClass)[0].name.setText("7b")
    return teacher


def takes(teacher: Teacher, file: Path) -> None:
    teacher.desk.classes.asking.old_file = lambda _parent, _title: file
    teacher.clicks("From a file…")


def makes_the_class(teacher: Teacher) -> tuple[RosterEntry, ...]:
    """Who is in it, once it is made and open."""
    teacher.clicks("Make the class")
    assert teacher.all(ClassPage)
    book = teacher.desk._teaching.classbook
    return book.classes.entries(book.classes.all()[-1].id)


def packed(file: Path, **files: str) -> Path:
    with zipfile.ZipFile(file, "w") as bundle:
        for name, text in files.items():
            bundle.writestr(f"{name}.csv", BOM + text)
    return file


def unpacked(folder: Path, **files: str) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(BOM + text, encoding="utf-8")
    return folder


def test_one_roster_1_1_in_a_zip(teacher: Teacher, tmp_path: Path) -> None:
    takes(teacher, packed(tmp_path / "export.zip", users=USERS_11, classes=CLASSES, enrollments=ENROLLED))
    (page,) = teacher.all(RosterPreview)
    assert teacher.sees("1 line of enrollments.csv speaks of somebody, or of a class, that the export does not have.")
    assert [page.group.itemText(n) for n in range(page.group.count())] == ["7b", "8a"]
    page.group.setCurrentIndex(1)
    assert teacher.sees("Cem Kaya")
    page.group.setCurrentIndex(0)
    teacher.clicks("Take these 2 names")
    assert makes_the_class(teacher) == (RosterEntry("Ada Ruiz", "17"), RosterEntry("Ben Ito", "18"))


def test_one_roster_1_2_from_its_folder_where_a_file_is_missing(teacher: Teacher, tmp_path: Path) -> None:
    """The dialog takes files: any one of them stands for the export."""
    takes(teacher, unpacked(tmp_path / "office", users=USERS_12, roles=ROLES_12) / "users.csv")
    assert teacher.sees("The export has no enrollments.csv.")
    teacher.clicks("Take these 2 names")
    assert makes_the_class(teacher) == (RosterEntry("Ada Ruiz", "17"), RosterEntry("Ben Ito", "18")), "and no teacher"


def test_one_roster_1_2_without_roles_goes_by_the_enrollments(teacher: Teacher, tmp_path: Path) -> None:
    folder = unpacked(tmp_path / "office", users=USERS_12, enrollments=ENROLLED, classes=CLASSES)
    takes(teacher, folder / "users.csv")
    assert teacher.sees("The export has no roles.csv.")
    teacher.clicks("Take these 2 names")
    assert [entry.name for entry in makes_the_class(teacher)] == ["Ada Ruiz", "Ben Ito"]


def test_an_export_without_users_is_told_and_another_file_is_taken(teacher: Teacher, tmp_path: Path) -> None:
    takes(teacher, packed(tmp_path / "export.zip", classes=CLASSES, enrollments=ENROLLED))
    assert teacher.sees("export.zip has no users.csv, so it is no OneRoster export. Export again with users")
    assert teacher.all(NewClass)[0].name.text() == "7b", "nothing that was typed is lost"
    (tmp_path / "list.csv").write_text("Name\nAda Ruiz\nBen Ito\n")
    takes(teacher, tmp_path / "list.csv")
    teacher.clicks("Take these 2 names")
    assert len(makes_the_class(teacher)) == 2


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("list.csv", b"", "list.csv holds no names."),
        ("list.xlsx", b"PK\x03\x04 not really", "list.xlsx"),
        ("scan.pdf", b"%PDF-1.7\n\x00\x01", "scan.pdf"),
    ],
)
def test_what_is_no_list_is_told(teacher: Teacher, tmp_path: Path, name: str, raw: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(raw)
    takes(teacher, tmp_path / name)
    assert teacher.sees(told)
    assert teacher.can_press("From a file…")


def test_a_list_with_everything_that_can_be_odd_is_mended_where_it_stands(teacher: Teacher, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(BOM + ODD, encoding="utf-8")
    takes(teacher, tmp_path / "list.csv")
    (page,) = teacher.all(RosterPreview)
    for sentence in (
        "Line 9 has no name and was left out.",
        "Several students are called Dilan Kaya. They got a number",
        "have a number that somebody else has. It was left out. Write the right ones.",
        "have no school number",
        "looks like a formula.",
        "Characters that nobody sees were taken out of the name",
    ):
        assert teacher.sees(sentence), sentence
    names = [page.names.item(row, 0).text() for row in range(page.names.rowCount())]
    assert names == [
        *('Ada "Bee" Ruiz', "Sean O'Neill, Jr.", "=cmd|'calc' Eve", "Dilan Kaya (1)", "Dilan Kaya (2)"),
        *("Ben Ito", "Oskar Lind"),
    ]
    for row, number in ((0, "17"), (5, "22"), (6, "23")):
        page.names.item(row, 1).setText(number)
    page.names.item(2, 0).setText("Eve Calc")
    page.names.item(4, 0).setText("Dilan Kaya, Garden Street")
    assert not any(teacher.sees(words) for words in ("school number (", "somebody else has", "formula", "share a name"))
    teacher.clicks("Take these 7 names")
    made = makes_the_class(teacher)
    assert [entry.school_id for entry in made] == ["17", "18", "19", "20", "21", "22", "23"]
    assert {"Eve Calc", "Dilan Kaya (1)", "Dilan Kaya, Garden Street"} < {entry.name for entry in made}


def test_marks_of_direction_do_not_make_two_of_one_name(teacher: Teacher, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(ARABIC, encoding="utf-8")
    takes(teacher, tmp_path / "list.csv")
    (page,) = teacher.all(RosterPreview)
    assert page.names.rowCount() == 1
    teacher.clicks("Take this name")
    assert [entry.name for entry in makes_the_class(teacher)] == ["علي حسن"]
