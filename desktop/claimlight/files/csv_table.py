"""Write rows as CSV in which no spreadsheet takes a cell for a formula."""

import csv
import io
import re
from collections.abc import Iterable

from claimlight.files.html import printable

_START = r"[=+\-@＝＋－＠|%]"
_QUOTES = r"\"'“”„‘’«»"
_FORMULA = re.compile(rf"[\t\r\n]|[\s{_QUOTES}]*{_START}")
_INNER = re.compile(rf"([;\t\r\n][\s{_QUOTES}]*)(?={_START})")
"""Where a program begins another cell that parts cells by semicolons or tabs, and so sees no quotes around this one."""


def csv_table(rows: Iterable[Iterable[str]]) -> str:
    """`rows` as CSV with line feeds, in cells, too. A cell that could be a formula has an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow([harmless(_with_line_feeds(printable(cell))) for cell in row])
    return out.getvalue()


def _with_line_feeds(cell: str) -> str:
    """A lone carriage return would end a row: Python's writer quotes only what ends its own."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def harmless(cell: str) -> str:
    """`cell` with an apostrophe before whatever a spreadsheet could take for the beginning of a formula."""
    safe = _INNER.sub(r"\1'", cell)
    return f"'{safe}" if _FORMULA.match(cell) else safe
