"""Hints on the rows of the list: the row makes room for the sentence, in every list, direction and length."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimlight.ui.ledger import Ledger, LedgerRow, Rail
from claimlight.ui.ledger_list import UNIFORM_FROM
from claimlight.ui.look import Look
from ui_samples import ROWS, C
from ui_stage import on_stage

HINT = "Too wide. Some of these words are not part of it."


def rect_of(listing: Ledger | Rail, number: int) -> QRect:
    return listing.view.visualRect(listing.view.model().index(number, 0))


def amber(listing: Ledger | Rail, number: int, role: str) -> list[int]:
    """How far from the row's left there are pixels of this colour."""
    viewport, wanted = listing.view.viewport(), Look().colour(role)
    rect, picture = rect_of(listing, number) & viewport.rect(), viewport.grab().toImage()
    return [
        x - rect.left()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
        if picture.pixelColor(x, y) == wanted
    ]


def test_a_row_with_a_hint_is_higher_and_says_it(qtbot: QtBot) -> None:
    ledger = Ledger(Look(), "")
    ledger.set_rows(ROWS)
    on_stage(qtbot, ledger, width=392, height=700)
    before = rect_of(ledger, 1).height()
    ledger.set_rows((ROWS[0], replace(ROWS[1], hint=HINT), *ROWS[2:]))
    QApplication.processEvents()
    assert rect_of(ledger, 1).height() > before + Look().px(20)
    assert amber(ledger, 1, "nowsoft")
    assert amber(ledger, 1, "nowline")
    assert not amber(ledger, 0, "nowsoft")
    told = ledger.view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith(f". Hint: {HINT}")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_its_bar_stands_where_reading_begins(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    ledger = Ledger(Look(), "")
    ledger.setLayoutDirection(direction)
    ledger.set_rows((replace(ROWS[0], hint=HINT),))
    on_stage(qtbot, ledger, width=392, height=300)
    bar, ground = amber(ledger, 0, "nowline"), amber(ledger, 0, "nowsoft")
    rightwards = direction == Qt.LayoutDirection.RightToLeft
    assert (min(bar) > max(ground)) if rightwards else (max(bar) < min(ground))


def test_in_a_long_list_all_rows_stay_equally_high(qtbot: QtBot) -> None:
    rows = [LedgerRow(f"h{n}", C, "somebody says that something is so " * 3, n) for n in range(UNIFORM_FROM)]
    rows[1] = replace(rows[1], hint=HINT)
    ledger = Ledger(Look(), "")
    ledger.set_rows(rows)
    on_stage(qtbot, ledger, width=392, height=700)
    assert rect_of(ledger, 0).height() == rect_of(ledger, 1).height()
    assert amber(ledger, 1, "nowsoft")


def test_in_the_rail_a_bar_beside_the_tag_says_that_there_is_one(qtbot: QtBot) -> None:
    rail = Rail(Look())
    rail.set_rows((replace(ROWS[0], hint=HINT), *ROWS[1:]))
    on_stage(qtbot, rail, width=56, height=500)
    assert amber(rail, 0, "nowline")
    assert not amber(rail, 1, "nowline")
