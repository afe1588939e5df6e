"""Who says what on the clipboard and on paper: harmless cells, one page."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.core.sayings import Column
from claimlight.ui.ledger_cells import Cell
from claimlight.ui.ledger_model import LedgerRow
from claimlight.ui.ledger_print import print_on_one_page
from claimlight.ui.ledger_table import as_html, as_tabbed, table_of
from claimlight.ui.look import Look
from ui_samples import C, D

COLUMNS = (Column.WHO, Column.ANSWERS)
WHO = Cell(Column.WHO, "=cmd()", "said by =cmd()")
ASKED = Cell(Column.ANSWERS, "What?", "", asked=True)
LINK = Cell(Column.ANSWERS, "¶1", "denies Claim, paragraph 1", mark=C)
ROWS = (
    LedgerRow("a", C, "+44 is\ta number", 1, "-1 for that", cells=(WHO, ASKED)),
    LedgerRow("b", D, "<b>not</b> so", 2, cells=(WHO, LINK)),
)


def test_a_table_has_a_column_for_each_question() -> None:
    heads, one, two = table_of(ROWS, COLUMNS)
    assert heads == ("Paragraph", "Label", "Words", "Who says it", "Answers", "Note")
    assert one == ("1", "Claim", "+44 is\ta number", "=cmd()", "", "-1 for that")
    assert two[4] == "denies Claim, paragraph 1", "a link is told in words"


def test_no_cell_starts_a_formula() -> None:
    lines = as_tabbed(table_of(ROWS, COLUMNS)).splitlines()
    assert lines[1].split("\t") == ["1", "Claim", "'+44 is a number", "'=cmd()", "", "'-1 for that"]
    html = as_html(table_of(ROWS, COLUMNS), direction="rtl")
    assert "&#x27;=cmd()" in html
    assert "&lt;b&gt;not" in html
    assert 'dir="rtl"' in html


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_a_row_stays_a_row_whatever_was_marked(said: list[tuple[str, str]]) -> None:
    rows = [LedgerRow(str(n), C, words, n, note) for n, (words, note) in enumerate(said)]
    lines = as_tabbed(table_of(rows, ())).split("\n")
    assert len(lines) == len(said) + 2
    for line in lines[:-1]:
        assert len(line.split("\t")) == 4
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.split("\t"))


@pytest.mark.parametrize("count", [1, 60, 400])
def test_it_is_one_page_however_long(qapp: object, tmp_path: Path, count: int) -> None:
    rows = tuple(LedgerRow(str(n), C, "somebody says that something is so " * 3, n) for n in range(count))
    file = tmp_path / "page.pdf"
    assert print_on_one_page(file, "A lesson", "Mila", table_of(rows, ()), Look(), direction="ltr")
    written = file.read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") == 1


def test_a_place_that_cannot_be_written_is_said(qapp: object, tmp_path: Path) -> None:
    file = tmp_path / "missing" / "page.pdf"
    assert not print_on_one_page(file, "A lesson", "", table_of(ROWS, COLUMNS), Look(), direction="ltr")
