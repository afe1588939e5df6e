"""Class lists as schools have them: every bad line has a sentence, and every list a way on."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.errors import WorkError
from claimlight.core.roster import RosterEntry, clean_name, name_key
from claimlight.files.rosters.columns import Column, columns_by_head
from claimlight.files.rosters.one_roster import one_roster
from claimlight.files.rosters.roster import MOST_NAMES, roster_of
from claimlight.files.rosters.table import MOST_ROWS, read_table, table_of
from claimlight.wording.errors import say
from claimlight.wording.rosters import COLUMNS, ROSTER_REMARKS, say_column, say_roster_remark


def listed(text, columns=None):
    return roster_of(table_of(text, "the list"), columns)


def entries(text):
    return [(entry.name, entry.school_id) for entry in listed(text).entries]


def codes(roster):
    return [remark.code for remark in roster.told]


def said(roster):
    return [say_roster_remark(remark.code, remark.params) for remark in roster.told]


def test_pasted_lines_are_names():
    roster = listed("Ada\n Ben  Ito \n\nAda\n")
    assert [entry.name for entry in roster.entries] == ["Ada", "Ben Ito"]
    assert said(roster) == [
        "Ada stood there twice and is on the list once. If these are two students, write more of the name."
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_of_any_delimiter_is_read_by_its_head(delimiter):
    rows = [["Last Name", "First Name", "Student number", "E-mail"], ["Ruiz", "Ada", "0017", "a@b.org"]]
    rows += [["Ito", f"Ben{delimiter} Jr", "0018", "b@b.org"], ["O’Hara", 'Mary "Mo"', "", "m@b.org"]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    assert entries(out.getvalue()) == [
        ("Ada Ruiz", "0017"),
        (clean_name(f"Ben{delimiter} Jr Ito"), "0018"),
        ('Mary "Mo" O’Hara', ""),
    ]


def test_given_names_alone_are_names_beside_whatever_there_is():
    assert columns_by_head(["Vorname", "Klasse"]) == (Column.GIVEN, Column.OTHER)
    assert columns_by_head(["Name", "Vorname"]) == (Column.FAMILY, Column.GIVEN)


def test_what_a_column_holds_can_be_corrected():
    table = table_of("Name,Vorname,Nr\nRuiz,Ada,17\n", "x")
    assert table.columns == (Column.FAMILY, Column.GIVEN, Column.ID)
    assert roster_of(table).entries == (RosterEntry("Ada Ruiz", "17"),)
    roster = roster_of(table, (Column.FAMILY, Column.GIVEN, Column.OTHER))
    assert roster.entries == (RosterEntry("Ada Ruiz"),)
    with pytest.raises(WorkError) as caught:
        roster_of(table, (Column.OTHER,) * 3)
    assert say(caught.value) == "There is no name in these columns. Say which column holds the names."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ruiz, Ada\nIto, Ben\n", [("Ada Ruiz", ""), ("Ben Ito", "")]),
        ("Ada\tRuiz\t17\nBen\tIto\t18\n", [("Ada Ruiz", "17"), ("Ben Ito", "18")]),
        ("17;Ada Ruiz\n18;Ben Ito\n", [("Ada Ruiz", "17"), ("Ben Ito", "18")]),
        ("sep=|\nname|email\nAda|a@b.org", [("Ada", "a@b.org")]),
        ("\ufeffAda Ruiz\r\nBen Ito\r\n", [("Ada Ruiz", ""), ("Ben Ito", "")]),
        ("Ada, the first\nBen\nCem\nDilek", [("Ada, the first", ""), ("Ben", ""), ("Cem", ""), ("Dilek", "")]),
        ("Student;SIS User ID;Email\nAda;s-1;a@b.org", [("Ada", "s-1")]),
        ("17\n18", [("17", ""), ("18", "")]),
        ("Nom;Prénom\nRuiz;Ada", [("Ada Ruiz", "")]),
    ],
)
def test_a_list_is_read_as_it_was_meant(text, found):
    assert entries(text) == found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_is_read(encoding):
    text = "Vorname;Nachname\nZoë;Müller\nJosé;Nuñez\nÅsa;Öberg\n"
    roster = roster_of(read_table(text.encode(encoding), "list.csv"))
    assert [entry.name for entry in roster.entries] == ["Zoë Müller", "José Nuñez", "Åsa Öberg"]
    assert bool(roster.told) == (encoding == "cp1252")
    assert all("Look at the names" in sentence for sentence in said(roster))


def test_every_odd_line_has_a_sentence():
    roster = listed(
        "name,id\nAda,1\nBen,1\nCem,\n,4\n=1+1,5\nDana\u202e,6\nEva,7\nEva,8\nEva (1),9\nFay,10\nFay,10\nGil,11\nGil,\n"
    )
    assert [(entry.name, entry.school_id) for entry in roster.entries] == [
        *(("Ada", ""), ("Ben", ""), ("Cem", ""), ("=1+1", "5"), ("Dana", "6"), ("Eva (2)", "7"), ("Eva (3)", "8")),
        *(("Eva (1)", "9"), ("Fay", "10"), ("Gil", "11")),
    ]
    assert codes(roster) == [
        *("roster-no-name", "roster-name-cleaned", "roster-name-formula", "roster-line-twice", "roster-id-twice"),
        *("roster-no-id", "roster-name-twice"),
    ]
    assert "Ada (1), Ben (1) have a number that somebody else has." in said(roster)[4]


def test_a_line_without_a_name_is_told_by_its_number_in_the_file():
    (told,) = said(listed("sep=;\nName;Number\n\nAda;1\n;2\n"))
    assert told.startswith("Line 5 has no name")
    assert said(listed("Ada;1\n;2\n"))[0].startswith("Line 2 has no name")


def test_a_long_remark_names_the_first():
    roster = listed("name;id\n" + "".join(f"Student {n};\n" for n in range(9)) + "Zed;9\n")
    (sentence,) = said(roster)
    assert sentence.startswith(
        "9 students have no school number (Student 0, Student 1, Student 2, Student 3, Student 4 …)"
    )


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "roster-empty"),
        (b" \n;;\n", "roster-empty"),
        (b"name,id\n", "roster-empty"),
        (b"PK\x03\x04..", "roster-is-a-document"),
        (b"a\n" * (MOST_ROWS + 1), "roster-too-long"),
        (b'name,id\n"' + b"x" * 200_000, "roster-no-table"),
    ],
)
def test_what_is_no_list_is_said(raw, code):
    with pytest.raises(WorkError) as caught:
        read_table(raw, "list.csv")
    assert caught.value.code == code
    assert say(caught.value)


def test_no_class_has_thousands():
    with pytest.raises(WorkError) as caught:
        listed("".join(f"Student {n}\n" for n in range(MOST_NAMES + 1)))
    assert caught.value.code == "roster-too-long"


@given(st.lists(st.text(max_size=12), max_size=8))
def test_whatever_is_pasted_becomes_names_that_are_there_once(lines):
    names: list[str] = []
    with suppress(WorkError):
        names = [entry.name for entry in listed("\n".join(lines)).entries]
    assert not names or any(map(str.isalnum, "".join(lines)))
    assert len(set(names)) == len(names)
    assert all(name == clean_name(name) != "" for name in names)


def test_names_are_compared_by_their_words():
    assert name_key("Ruiz, Ada") == name_key(" ada\u200f RUIZ") == ("ada", "ruiz")
    assert name_key("Ada") != name_key("Adam")


USERS_11 = (
    "\ufeffsourcedId,status,enabledUser,role,givenName,familyName,identifier,email\n"
    "u1,,true,student,Ada,Ruiz,17,a@b.org\nu2,active,true,student,Ben,Ito,18,\nu3,,true,teacher,Tia,Cher,,\n"
    "u4,tobedeleted,true,student,Gone,Girl,19,\nu5,,false,student,Out,Now,20,\n,,true,student,No,Id,21,\n"
    "u1,,true,student,Ada,Again,22,\nu6,,true,student,Cem,Kaya,23,\n"
)
CLASSES = "sourcedId,status,title,classCode\nc1,,7b,\nc2,,,8A\nc3,inactive,9c,\n"
ENROLLMENTS = (
    "sourcedId,status,classSourcedId,userSourcedId,role\n"
    "e1,,c1,u1,student\ne2,,c1,u2,student\ne3,,c1,u3,teacher\ne4,,c2,u6,student\ne5,,c1,zz,student\n"
    "e6,,c9,u1,student\ne7,inactive,c2,u1,student\ne8,,c1,u3,student\n"
)


def read(**files):
    return one_roster({f"{name}.csv": text.encode() for name, text in files.items()}, "roster.zip")


def test_one_roster_1_1_gives_classes_of_students_who_are_there():
    seventh, eighth = read(users=USERS_11, classes=CLASSES, enrollments=ENROLLMENTS)
    assert (seventh.title, eighth.title) == ("7b", "8A")
    assert roster_of(seventh).entries == (RosterEntry("Ada Ruiz", "17"), RosterEntry("Ben Ito", "18"))
    assert [(remark.code, dict(remark.params)["n"]) for remark in seventh.told] == [
        ("oneroster-id-empty", 1),
        ("oneroster-id-twice", 1),
        ("oneroster-id-foreign", 2),
    ]
    assert "speak of somebody" in said(roster_of(seventh))[-1]


def test_one_roster_1_2_says_who_is_a_student_elsewhere():
    users = "sourcedId,status,givenName,familyName,preferredGivenName\nu1,,Adelaide,Ruiz,Ada\nu2,,Tia,Cher,\n"
    roles = "sourcedId,status,userSourcedId,roleType,role\nr1,,u1,primary,student\nr2,,u2,primary,teacher\n"
    enrolled = "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c1,u2,student\n"
    (only,) = read(users=users, roles=roles, enrollments=enrolled, classes=CLASSES)
    assert roster_of(only).entries == (RosterEntry("Ada Ruiz", "u1"),)
    (only,) = read(users=users, enrollments=enrolled)
    assert (only.title, len(only.rows)) == ("c1", 2)
    assert [dict(remark.params)["name"] for remark in only.told] == ["roles.csv", "classes.csv"]


def test_without_enrollments_all_students_are_one_class():
    (only,) = read(users=USERS_11)
    assert [row[0] for row in only.rows] == ["Ada", "Ben", "Cem"]
    assert codes(roster_of(only))[-1] == "oneroster-missing"


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"classes": CLASSES}, "oneroster-without-users"),
        ({"users": "name\nAda\n"}, "oneroster-without-column"),
        ({"users": ""}, "oneroster-nobody"),
        ({"users": "sourcedId,role\nu,teacher\n"}, "oneroster-nobody"),
        ({"users": 'sourcedId\n"' + "x" * 200_000}, "roster-no-table"),
        ({"users": "sourcedId," + "," * 200_000 + "\nx" + "," * 700_000}, "roster-too-long"),
    ],
)
def test_what_is_no_one_roster_is_said(files, code):
    with pytest.raises(WorkError) as caught:
        read(**files)
    assert caught.value.code == code
    assert say(caught.value)


def test_every_remark_and_column_has_words():
    for code in ROSTER_REMARKS:
        for n in (1, 2):
            assert say_roster_remark(code, {"n": n, "names": "Ada", "name": "users.csv", "encoding": "UTF-8"})
    assert [say_column(kind) for kind in Column] == [COLUMNS[kind] for kind in Column]
