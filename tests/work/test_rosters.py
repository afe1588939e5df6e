"""A class list from a file, a zip, a folder; and the class that is made of it."""

import zipfile

import pytest

from claimlight.cli import main
from claimlight.core.errors import ClaimlightError, WorkError
from claimlight.core.roster import RosterEntry
from claimlight.wording.errors import say
from claimlight.work.rosters import choose, open_roster, pasted, read_roster
from classroom import teacher

FILES = {
    "users.csv": "sourcedId,role,givenName,familyName\nu1,student,Ada,Ruiz\nu2,student,Ben,Ito\n",
    "classes.csv": "sourcedId,title\nc1,7b\nc2,8a\n",
    "enrollments.csv": "sourcedId,classSourcedId,userSourcedId,role\n1,c1,u1,student\n2,c2,u2,student\n",
}


@pytest.fixture(params=["folder", "in one folder", "zip"])
def export(request, tmp_path):
    place = tmp_path / "oneroster"
    if request.param == "zip":
        with zipfile.ZipFile(place, "w") as bundle:
            for name, text in FILES.items():
                bundle.writestr(f"export/{name.upper()}", text)
        return place
    inner = place / "export" if request.param == "in one folder" else place
    inner.mkdir(parents=True)
    for name, text in FILES.items():
        (inner / name).write_text(text, encoding="utf-8-sig")
    return place


def test_one_of_several_classes_is_chosen(export):
    assert [table.title for table in open_roster(export)] == ["7b", "8a"]
    assert read_roster(export, "8A").entries == (RosterEntry("Ben Ito", "u2"),)
    with pytest.raises(WorkError) as caught:
        read_roster(export)
    assert say(caught.value) == "oneroster holds several classes: “7b”, “8a”. Say which one."
    with pytest.raises(WorkError) as caught:
        read_roster(export, "9c")
    assert "no class “9c”" in say(caught.value)


def test_one_file_of_an_unpacked_export_stands_for_its_folder(tmp_path):
    (tmp_path / "export").mkdir()
    for name, text in FILES.items():
        (tmp_path / "export" / name).write_text(text, encoding="utf-8-sig")
    for name in FILES:
        assert [table.title for table in open_roster(tmp_path / "export" / name)] == ["7b", "8a"]
    plain = tmp_path / "users.csv"
    plain.write_text("Name;Number\nAda Ruiz;17\n")
    assert read_roster(plain).entries == (RosterEntry("Ada Ruiz", "17"),)


def test_a_pasted_list_needs_no_choice():
    table = pasted("Ada\nBen", "what you pasted")
    assert choose([table], None, "") is table


def test_what_is_no_list_is_said(tmp_path):
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as bundle:
        bundle.writestr("[Content_Types].xml", "<x/>")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04?")
    (tmp_path / "nothing").mkdir()
    for name in ("list.xlsx", "broken.zip", "nothing", "absent"):
        with pytest.raises(ClaimlightError) as caught:
            open_roster(tmp_path / name)
        assert say(caught.value)


def test_a_class_is_made_of_a_list_with_numbers(tmp_path, export, capsys):
    made = tmp_path / "7b.claimclass"
    args = ["--data-dir", str(tmp_path / "teacher"), "make-class", "7b", "-o", str(made), "--names", str(export)]
    assert main(args) == 2
    assert "Say which one" in capsys.readouterr().err
    assert main([*args, "--group", "7b"]) == 0
    with teacher(tmp_path / "teacher") as book:
        (known,) = book.classes.all()
        assert book.classes.entries(known.id) == (RosterEntry("Ada Ruiz", "u1"),)
        book.classes.keep(known, ["Cem", "Ada Ruiz"], {"Cem": "9"})
        assert book.classes.entries(known.id) == (RosterEntry("Cem", "9"), RosterEntry("Ada Ruiz", "u1"))
    listed = tmp_path / "list.csv"
    listed.write_text("name;id\nAda;1\nBen;\n")
    assert main([*args[:3], "8a", "-o", str(tmp_path / "8a"), "--names", str(listed)]) == 0
    told = capsys.readouterr()
    assert told.out.endswith("written: 2 names\n")
    assert told.err == "Ben has no school number. Exports will look for the name.\n"
