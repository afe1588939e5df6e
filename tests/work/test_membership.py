"""Somebody leaves a computer for good, and the class that others there are in stays."""

import pytest

from claimlight.core.lesson import Mode
from claimlight.store.travel import KeptClass
from claimlight.work.hand_in import take_class
from claimlight.work.leave_class import leave, leaving
from claimlight.work.membership import kept_for_others
from claimlight.work.own_data import forget
from claimlight.work.teaching import make_class
from classroom import everything_in, given, laptop
from lesson_maker import SHEET, built_lesson


@pytest.fixture
def file(tmp_path, book):
    folder = built_lesson(tmp_path / "fares")
    return given(book, folder, Mode.PRACTICE, tmp_path)


def classes_after(folder, name):
    forget(folder, name, lambda _words: None, sure=True)
    with laptop(folder) as ours:
        ours.workbook.back_up()
        return [each.name for each in ours.workbook.travel.classes()]


def test_a_class_stays_as_long_as_somebody_here_is_on_its_list(tmp_path, book):
    here = tmp_path / "laptop"
    with laptop(here) as ours:
        ours.person("Ada"), ours.person("Ben"), ours.person("Guest")
        take_class(make_class(book, "7b", ("ada", "Ben")).file, ours.workbook)
        ours.workbook.back_up()
    assert classes_after(here, "Ada") == ["7b"]
    assert classes_after(here, "Ben") == [], "Guest is not on its list"
    assert b"7b" not in everything_in(here)


def test_a_class_without_a_list_stays_while_anybody_has_a_name(tmp_path, book):
    here = tmp_path / "laptop"
    with laptop(here) as ours:
        ours.person("Ada"), ours.person("Ben")
        take_class(make_class(book, "7b", ()).file, ours.workbook)
    assert classes_after(here, "Ada") == ["7b"]
    assert classes_after(here, "Ben") == []


def test_who_has_begun_a_lesson_of_a_class_is_in_it(tmp_path, book, file):
    here = tmp_path / "laptop"
    to = make_class(book, "7b", ("Ada",), lessons=(str(SHEET["id"]),), ends="2026-07-31")
    with laptop(here) as ours:
        ours.person("Ada")
        ours.does("Guest", file, [("It rained", "claim")])
        take_class(to.file, ours.workbook)
        leave(ours.workbook, leaving(ours.workbook, to.students, ours.person("Ada")))
        assert [each.name for each in ours.workbook.travel.classes()] == ["7b"], "Guest may hand in"
    assert classes_after(here, "Ada") == ["7b"]
    assert classes_after(here, "Guest") == []


def test_a_class_that_nobody_can_read_is_kept_for_nobody(tmp_path):
    with laptop(tmp_path / "laptop") as ours:
        ada = ours.person("Ada")
        ours.person("Ben")
        ours.workbook.travel.keep_class(KeptClass("c", "7b", b"t" * 32, b"no class"))
        assert kept_for_others(ours.workbook, ada) == ()
