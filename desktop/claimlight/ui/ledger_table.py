"""Who says what as a table: for the clipboard, and for paper."""

from collections.abc import Iterable, Sequence
from html import escape

from claimlight.core.sayings import Column
from claimlight.ui.ledger_cells import HEADS
from claimlight.ui.ledger_model import LedgerRow
from claimlight.wording import _

Table = tuple[tuple[str, ...], ...]
"""Rows of words, the heads first."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table_of(rows: Iterable[LedgerRow], columns: Sequence[Column]) -> Table:
    """Paragraph, label, words, what the lesson asks for, note."""
    heads = (_("Paragraph"), _("Label"), _("Words"), *(_(HEADS[column]) for column in columns), _("Note"))
    return (heads, *(_cells(row, columns) for row in rows))


def as_tabbed(table: Table) -> str:
    """One line a row, cells apart by tabs; no cell can start a formula in a spreadsheet."""
    return "\n".join("\t".join(map(_harmless, row)) for row in table) + "\n"


def as_html(table: Table, *, direction: str = "ltr") -> str:
    """The table for programs that take formatted text."""
    heads, *rows = (tuple(escape(_harmless(cell)) for cell in row) for row in table)
    head = "".join(f'<th align="left">{cell}</th>' for cell in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    frame = 'border="1" cellspacing="0" cellpadding="4" width="100%" style="border-collapse: collapse"'
    return f'<table dir="{direction}" {frame}><tr>{head}</tr>{body}</table>'


def _cells(row: LedgerRow, columns: Sequence[Column]) -> tuple[str, ...]:
    cells = (row.cell(column) for column in columns)
    said = tuple("" if cell is None or cell.asked else _whole(cell.column, cell.words, cell.spoken) for cell in cells)
    return (str(row.paragraph), row.mark.name, row.words, *said, row.note)


def _whole(column: Column, words: str, spoken: str) -> str:
    """A link in a table is told in words: there is no tag."""
    return spoken if column is Column.ANSWERS else words


def _harmless(cell: str) -> str:
    """On one line, and an apostrophe before what a spreadsheet would take for a formula."""
    flat = " ".join(cell.split())
    return f"'{flat}" if flat.startswith(_FORMULA) else flat
