"""Whose work gets a printable page, and files whose names every system takes."""

from datetime import date

import pytest

from claimlight.core.errors import WorkError
from claimlight.core.lesson import Mode
from claimlight.files.lesson_folder import build_folder
from claimlight.work.collect import collect
from claimlight.work.printable import PrintablePages
from claimlight.work.teaching import make_class
from classroom import given, laptop, stick, teacher
from lesson_maker import write_lesson

ODD = ("Ada/Eve: <b>", "\u202eZoë\u200f Õ", "=cmd|'calc'", "A" * 200, "...")


@pytest.fixture
def pages(tmp_path):
    folder = write_lesson(tmp_path / "fares")
    build_folder(folder)
    with teacher(tmp_path / "teacher") as book:
        to = make_class(book, "7b", (*ODD, "Nobody Yet"))
        file = given(book, folder, Mode.PRACTICE, tmp_path)
        drop = stick(tmp_path / "stick", to)
        with laptop(tmp_path / "laptop") as ours:
            for name in (*ODD, "Zed, whom nobody knows"):
                ours.does(name, file, [("Fares will double by spring", "claim")])
            ours.hands_in(drop)
        collect(book, tmp_path / "stick", "7b")
        yield lambda *lessons: PrintablePages(book, "7b", lessons, date(2026, 3, 1))


def test_a_page_for_each_on_the_list_who_handed_in(pages):
    found = pages()
    assert len(found.works) == len(ODD), "neither who has not, nor who is not on the list"
    assert [remark.code for remark in found.told] == ["export-strangers"]
    assert found.open(found.works[0]).name == found.works[0].name
    lesson = found.works[0].glance.lesson
    assert len(pages(lesson).works) == len(ODD)
    with pytest.raises(WorkError, match="export-nothing"):
        pages("of-another-class")


def test_names_of_files_are_plain_and_no_two_alike(pages, tmp_path):
    stems = [one.stem for one in pages().works]
    assert stems[0].startswith("Ada Eve b – ")
    assert stems[1].startswith("Zoë Õ – ")
    assert stems[4].startswith("_ – ")
    for stem in stems:
        (tmp_path / f"{stem}.html").write_text("")
    assert len({stem.casefold() for stem in stems}) == len(ODD)
