"""Every gesture can be taken back and made again, also after a restart."""

from collections.abc import Callable

import pytest

from robots import Student

SIREN = "the siren had been late"


@pytest.fixture
def reader(student: Student) -> Student:
    student.opens("storm-damage")
    student.goes_to(student.highlights(SIREN, as_="claim"))
    return student


def extends(reader: Student) -> None:
    reader.drags("denied that the siren")
    reader.presses("1")


def writes(reader: Student) -> None:
    reader.presses("Return")
    reader.types("why")
    reader.presses("Return")


GESTURES: dict[str, tuple[str, Callable[[Student], None]]] = {
    "longer highlight": ("extend", extends),
    "removed highlight": ("remove", lambda reader: reader.presses("Del")),
    "moved end": ("move-end", lambda reader: reader.presses("[")),
    "other label": ("relabel", lambda reader: reader.presses("2")),
    "note": ("note", writes),
    "highlight": ("highlight", lambda reader: reader.highlights("up to 900 homes", as_="claim")),
}


@pytest.mark.parametrize("gesture", GESTURES)
def test_a_gesture_is_undone_and_redone_even_after_a_restart(reader: Student, gesture: str) -> None:
    before = reader.session.in_order()
    GESTURES[gesture][1](reader)
    after = reader.session.in_order()
    assert after != before
    assert reader.command("undo").text() == f"&Undo: {gesture}"

    reader.restarts()
    reader.opens("storm-damage")
    assert reader.session.in_order() == after
    reader.presses("Ctrl+Z")
    assert reader.session.in_order() == before
    assert reader.kept() == reader.painted() == [("claim", SIREN)]
    assert reader.heard_last() == f"Undone: {gesture}"
    assert reader.command("redo").text() == f"&Redo: {gesture}"

    reader.restarts()
    reader.opens("storm-damage")
    reader.presses("Ctrl+Shift+Z")
    assert reader.session.in_order() == after
    assert reader.kept() == reader.marked() == reader.painted()
    assert reader.heard_last() == f"Done again: {gesture}"
    assert not reader.command("redo").isEnabled()


def test_undoing_everything_leaves_an_empty_page_and_nothing_to_undo(reader: Student) -> None:
    reader.presses("2", "[", "Del", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert reader.marked() == reader.kept() == reader.painted() == []
    assert reader.list_rows() == ()
    assert not reader.command("undo").isEnabled()
    assert reader.command("undo").text() == "&Undo"
    reader.presses("Ctrl+Z")
    assert reader.marked() == []


def test_a_new_gesture_ends_what_could_be_redone(reader: Student) -> None:
    reader.presses("2", "Ctrl+Z")
    assert reader.command("redo").isEnabled()
    reader.highlights("up to 900 homes", as_="claim")
    assert not reader.command("redo").isEnabled()


def test_removing_one_highlight_brings_exactly_it_back(reader: Student) -> None:
    reader.presses("Return")
    reader.types("why")
    reader.presses("Return")
    with_note = reader.highlight_on(SIREN)
    reader.presses("Del", "Ctrl+Z")
    assert reader.highlight_on(SIREN) == with_note
