"""What each row of a receipt shows: points that a reader can add up, and sentences on what was asked beyond words."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from claimlight.core.codebook import Codebook
from claimlight.grading.receipt import Fate, Grade, ItemVerdict, LineKind, ReceiptLine
from claimlight.wording.points import shares_text
from claimlight.wording.verdicts import reason_text

Row = tuple[LineKind, str]
"""What a row is about: an answer, an extra mark …, by its id."""


def shown_points(grade: Grade) -> dict[Row, str]:
    """By kind and id, the points of each row, so that what is read adds up to the total.

    What was asked beyond the words of an answer is in the answer's own row.
    """
    return shown_shares(points_of_rows(grade))


def shown_shares(points: Mapping[Row, Fraction]) -> dict[Row, str]:
    """The points of each row in words that add up to the total shown."""
    return dict(zip(points, shares_text(list(points.values())), strict=True))


def points_of_rows(grade: Grade) -> dict[Row, Fraction]:
    """What each row earns, with what was asked beyond the words of an answer, and with what the teacher decided."""
    rows: dict[Row, Fraction] = {}
    shown = _rows_shown(grade)
    for line in grade.lines:
        row = _row_of(line, shown)
        rows[row] = rows.get(row, Fraction(0)) + line.points
    return rows


def teachers_line(grade: Grade, kind: LineKind, id: str) -> ReceiptLine | None:
    """What the teacher decided about the item or highlight with this id."""
    return next(
        (line for line in grade.lines if line.kind is LineKind.TEACHER and (_about(line), line.id) == (kind, id)), None
    )


def _row_of(line: ReceiptLine, shown: Collection[Row]) -> Row:
    if line.kind is LineKind.ASKED:
        return LineKind.ITEM, line.id
    about = _about(line), line.id
    return about if line.kind is LineKind.TEACHER and about in shown else (line.kind, line.id)


def _rows_shown(grade: Grade) -> set[Row]:
    """The answers and marks that have a row of their own, with points or without."""
    lines = {(line.kind, line.id) for line in grade.lines if line.kind in (LineKind.ITEM, LineKind.HIGHLIGHT)}
    marks = {(LineKind.HIGHLIGHT, mark.highlight) for mark in grade.highlights if mark.fate is not Fate.MATCHED}
    return lines | marks


def _about(line: ReceiptLine) -> LineKind:
    return LineKind(str(line.reason.get("about") or LineKind.TEACHER))


def shortfalls(verdict: ItemVerdict, codebook: Codebook) -> tuple[str, ...]:
    """What is not right beyond the words, each in a few: "Who says it: left open"."""
    return tuple(reason_text(asked.reason, codebook) for asked in verdict.asked if asked.points < 0)
