"""A table for spreadsheets holds text and never a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimlight.files.csv_table import csv_table, harmless


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-2", "@SUM(A1)", "\tx", "\r", "'=1", "“=1", "＝1", "|cmd", "%0A"])
def test_what_could_be_a_formula_gets_an_apostrophe(cell):
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "3/4", "Mina =", "50", "−½"])
def test_other_cells_stay_as_they_are(cell):
    assert harmless(cell) == cell


def test_a_formula_behind_what_other_programs_part_cells_by_gets_one_too():
    assert harmless("a;=1+1") == "a;'=1+1"
    assert harmless('a\n "@SUM(1)') == "a\n \"'@SUM(1)"
    assert harmless("\t=1") == "'\t'=1"


def test_commas_quotes_and_lines_are_kept_in_their_cell():
    assert csv_table([["a,b", 'c"d', "e\nf"]]) == '"a,b","c""d","e\nf"\n'


@given(st.lists(st.text(), min_size=1))
def test_no_cell_that_is_read_back_begins_a_formula(row):
    told = next(csv.reader(io.StringIO(csv_table([["x", *row]]), newline="")))
    assert [cell for cell in told if cell.lstrip()[:1] in tuple("=+-@") and cell.lstrip()] == []


@given(st.lists(st.text(st.sampled_from("=+-@;\t\r\n\"' a1,")), min_size=1))
def test_no_cell_begins_a_formula_however_cells_are_parted(row):
    for delimiter in ",;\t":
        for told in csv.reader(io.StringIO(csv_table([["x", *row]]), newline=""), delimiter=delimiter):
            assert [cell for cell in told if cell.strip() and cell.lstrip()[0] in "=+-@"] == []
