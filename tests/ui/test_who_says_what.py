"""Who says what: a real list of the highlights, as panel and as rail, that thousands of rows do not slow down."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimlight.core.sayings import Column
from claimlight.ui.ledger import Ledger, LedgerRow, Rail
from claimlight.ui.ledger_cells import Cell
from claimlight.ui.ledger_list import LedgerView
from claimlight.ui.ledger_model import LedgerModel
from claimlight.ui.look import Look
from claimlight.ui.theme import CONTRAST_DARK
from ui_samples import ROWS, C, D
from ui_stage import on_stage

EMPTY = "Nothing is marked yet."


@pytest.fixture
def ledger(qtbot: QtBot) -> Ledger:
    ledger = Ledger(Look(), EMPTY)
    ledger.set_rows(ROWS)
    on_stage(qtbot, ledger, width=392, height=700)
    return ledger


def view(listing: Ledger | Rail) -> LedgerView:
    found = listing.findChild(LedgerView)
    assert found is not None
    return found


def test_rows_are_spoken_whole(ledger: Ledger) -> None:
    spoken = [view(ledger).model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert spoken[0] == "Claim, Tap water in Harrowmere is safe to drink again, paragraph 1"
    assert spoken[2].endswith("paragraph 3, note: The clinic did not say how it counted.")
    told = QAccessible.queryAccessibleInterface(view(ledger))
    assert told.role() == QAccessible.Role.List
    assert told.childCount() == len(ROWS)
    assert told.text(QAccessible.Text.Name) == "Who says what"


def test_arrows_enter_and_del(qtbot: QtBot, ledger: Ledger) -> None:
    ledger.focus_list()
    assert ledger.current() == "a"
    with qtbot.waitSignal(ledger.current_changed) as changed:
        qtbot.keyClick(view(ledger), Qt.Key.Key_Down)
    assert changed.args == ["b"]
    with qtbot.waitSignal(ledger.activated) as activated:
        qtbot.keyClick(view(ledger), Qt.Key.Key_Return)
    assert activated.args == ["b"]
    with qtbot.waitSignal(ledger.remove) as removed:
        qtbot.keyClick(view(ledger), Qt.Key.Key_Delete)
    assert removed.args == ["b"]


def test_a_click_takes_a_row_in_hand(qtbot: QtBot, ledger: Ledger) -> None:
    row = view(ledger).visualRect(view(ledger).model().index(4, 0))
    with qtbot.waitSignal(ledger.current_changed) as changed:
        qtbot.mouseClick(view(ledger).viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert changed.args == ["e"]


def test_the_page_lights_a_row_without_an_echo(qtbot: QtBot, ledger: Ledger) -> None:
    with qtbot.assertNotEmitted(ledger.current_changed):
        ledger.set_current("d")
    assert ledger.current() == "d"
    ledger.set_current("")
    assert ledger.current() == ""


def test_an_empty_list_is_a_sentence(qtbot: QtBot, ledger: Ledger) -> None:
    from PySide6.QtWidgets import QLabel

    def says() -> bool:
        return any(label.text() == EMPTY and label.isVisible() for label in ledger.findChildren(QLabel))

    assert not says()
    ledger.set_rows(())
    assert says()


def test_what_is_in_hand_stays_when_rows_come_and_go(ledger: Ledger) -> None:
    ledger.set_current("c")
    ledger.set_rows((LedgerRow("new", D, "a new one", 1), *ROWS))
    assert ledger.current() == "c"
    ledger.set_rows(ROWS[2:])
    assert ledger.current() == "c"


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.lists(st.sampled_from("abcdefgh"), unique=True))
def test_the_model_ends_with_the_rows_it_was_given(before: list[str], after: list[str]) -> None:
    model = LedgerModel()
    for ids in (before, after):
        rows = tuple(LedgerRow(id, C, id, 1) for id in ids)
        model.set_rows(rows)
        assert model.rows == rows
        assert model.rowCount() == len(rows)
        assert [model.position(id) for id in ids] == list(range(len(ids)))
    assert model.position("nowhere") == -1


def test_a_changed_row_is_repainted_in_place(qtbot: QtBot) -> None:
    model = LedgerModel()
    model.set_rows(ROWS)
    changed = (ROWS[0], LedgerRow("b", D, ROWS[1].words, 3), *ROWS[2:])
    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows(changed)
    assert told.args[0].row() == told.args[1].row() == 1


def test_two_thousand_rows_take_one_more_in_a_blink(qtbot: QtBot, ledger: Ledger) -> None:
    many = tuple(LedgerRow(f"h{n}", C, f"highlight number {n} says something about the water", n) for n in range(2000))
    ledger.set_rows(many)
    QApplication.processEvents()
    began = time.perf_counter()
    ledger.set_rows((*many[:900], LedgerRow("new", D, "one more", 900), *many[900:]))
    ledger.set_current("new")
    QApplication.processEvents()
    assert time.perf_counter() - began < 0.25
    assert ledger.current() == "new"


def test_the_rail_has_the_same_powers(qtbot: QtBot) -> None:
    rail = Rail(Look())
    rail.set_rows(ROWS)
    window = on_stage(qtbot, rail, width=56, height=500)
    assert rail.width() == 56
    rail.focus_list()
    with qtbot.waitSignal(rail.remove) as removed:
        qtbot.keyClick(view(rail), Qt.Key.Key_Delete)
    assert removed.args == ["a"]
    button = next(child for child in rail.children() if getattr(child, "accessibleName", str)() == "Show Who says what")
    with qtbot.waitSignal(rail.unfolded):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    rail.set_look(Look(CONTRAST_DARK, scale=2.0))
    assert rail.width() == 112
    assert window.grab().width() > 0


def test_both_shapes_change_their_look_in_place(ledger: Ledger) -> None:
    ledger.set_current("a")
    before = view(ledger).visualRect(view(ledger).model().index(0, 0)).height()
    ledger.set_look(Look(CONTRAST_DARK, scale=2.0))
    QApplication.processEvents()
    ledger.grab()
    assert view(ledger).visualRect(view(ledger).model().index(0, 0)).height() >= 2 * before


COLUMNS = (Column.WHO, Column.EVIDENCE, Column.ANSWERS)


def with_cells(id: str, *cells: Cell, words: str = "as many as 640 people") -> LedgerRow:
    return LedgerRow(id, C, words, 3, cells=cells)


WHO = Cell(Column.WHO, "Tern Street clinic", "said by Tern Street clinic")
HOW_GOOD = Cell(Column.EVIDENCE, "How good?", "", asked=True)
AGAINST = Cell(Column.ANSWERS, "¶3", "does not fit with Unverified figure, paragraph 3", mark=C)
FULL = with_cells("a", WHO, HOW_GOOD, AGAINST)


@pytest.fixture
def asking(qtbot: QtBot) -> Ledger:
    ledger = Ledger(Look(), EMPTY, COLUMNS)
    ledger.set_rows((FULL, with_cells("b", HOW_GOOD), with_cells("c", replace(WHO, words="United Nations " * 3))))
    on_stage(qtbot, ledger, width=392, height=700)
    return ledger


def test_cells_stand_where_the_design_has_them(asking: Ledger) -> None:
    row = view(asking).rect_of("a")
    places = [view(asking).rect_of("a", column).translated(-row.topLeft()) for column in COLUMNS]
    assert [place.left() for place in places] == [50, 168, 318]
    assert [place.width() for place in places] == [110, 142, 56]
    assert row.height() == 73
    assert row.right() - view(asking).rect_of("a", Column.ANSWERS).right() == 16 + (row.width() - view(asking).width())


def test_a_long_name_takes_two_lines(asking: Ledger) -> None:
    assert view(asking).rect_of("c").height() == view(asking).rect_of("a").height() + 20


def test_only_cells_are_places_to_press(qtbot: QtBot, asking: Ledger) -> None:
    listing = view(asking)
    place = listing.viewport().mapFromGlobal(listing.rect_of("a", Column.EVIDENCE).center())
    with qtbot.waitSignal(listing.cell_opened) as opened:
        qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["a", Column.EVIDENCE]
    words = listing.viewport().mapFromGlobal(listing.rect_of("a").topLeft()) + QPoint(80, 20)
    with qtbot.assertNotEmitted(listing.cell_opened):
        qtbot.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=words)


def test_left_and_right_are_mirrored_with_the_cells(qtbot: QtBot) -> None:
    ledger = Ledger(Look(), EMPTY, COLUMNS)
    ledger.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    ledger.set_rows((FULL,))
    on_stage(qtbot, ledger, width=392, height=700)
    ledger.focus_list()
    qtbot.keyClick(view(ledger), Qt.Key.Key_Left)
    assert view(ledger).cell is Column.WHO
    assert view(ledger).rect_of("a", Column.WHO).left() > view(ledger).rect_of("a", Column.EVIDENCE).left()
    qtbot.keyClick(view(ledger), Qt.Key.Key_Right)
    assert view(ledger).cell is None
    ledger.grab()


def test_in_a_narrow_list_the_columns_are_lines(qtbot: QtBot) -> None:
    ledger = Ledger(Look(), EMPTY, COLUMNS)
    ledger.set_rows((FULL,))
    on_stage(qtbot, ledger, width=280, height=700)
    tops = [view(ledger).rect_of("a", column).top() for column in COLUMNS]
    assert tops == sorted(set(tops))
    assert len({view(ledger).rect_of("a", column).left() for column in COLUMNS}) == 1
    ledger.grab()


def test_a_row_says_what_its_cells_say(asking: Ledger) -> None:
    assert FULL.spoken() == (
        "Claim, as many as 640 people, paragraph 3, said by Tern Street clinic, "
        "does not fit with Unverified figure, paragraph 3"
    )


def test_two_thousand_rows_with_cells_change_one_by_one(qtbot: QtBot, asking: Ledger) -> None:
    many = tuple(with_cells(f"h{n}", WHO, HOW_GOOD, AGAINST) for n in range(2000))
    asking.set_rows(many)
    QApplication.processEvents()
    changed = (many[0], replace(many[1], cells=(WHO,)), *many[2:-1], replace(many[-1], cells=(WHO,)))
    with qtbot.waitSignals([view(asking).model().dataChanged] * 2):
        began = time.perf_counter()
        asking.set_rows(changed)
    QApplication.processEvents()
    assert time.perf_counter() - began < 0.25
    assert view(asking)._rows.rows == changed


def test_a_group_begins_with_its_heading(asking: Ledger) -> None:
    plain = view(asking).rect_of("a").height()
    asking.set_rows((replace(FULL, heading="Tern Street clinic"),))
    QApplication.processEvents()
    assert view(asking).rect_of("a").height() == plain + 32
    view(asking).grab()
