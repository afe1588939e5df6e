"""Write rows as CSV in which no spreadsheet takes a cell for a formula."""

import csv
import io
from collections.abc import Iterable

from claimlight.files.html import printable

_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")


def csv_table(rows: Iterable[Iterable[str]]) -> str:
    """`rows` as CSV with line feeds. A cell that could be a formula has an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow([harmless(printable(cell)) for cell in row])
    return out.getvalue()


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip().startswith(_STARTS) else cell
